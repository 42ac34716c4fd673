import { CheckCircleFilled, PauseCircleFilled, StopFilled } from '@ant-design/icons'
import type { LicenceState } from '../../../generated/api'
import { isInForce, licenceStateName } from '../../words/licences'

/** How a licence stands: a sign and a word. */
export function LicenceStateTag(props: { of: LicenceState }) {
  const { of } = props
  const inForce = isInForce(of)
  return (
    <span className={`light ${inForce ? 'normal' : of === 'suspended' ? 'paused' : 'statute'}`}>
      {inForce ? (
        <CheckCircleFilled aria-hidden />
      ) : of === 'suspended' ? (
        <PauseCircleFilled aria-hidden />
      ) : (
        <StopFilled aria-hidden />
      )}
      {licenceStateName[of]}
    </span>
  )
}
