import { Button } from 'antd'
import type { Role } from '../../../../generated/api'
import { roleName } from '../../../words/roles'
import { useIsOfBureau } from '../parts/useBureau'
import { useFilter } from '../parts/useFilter'
import '../linkage.css'

/** Whose task it is; a press narrows the list to that organisation. */
export function WhoseCell(props: { of: { organisation: string; organisationName: string; role: Role } }) {
  const { of } = props
  const [, setFilter] = useFilter()
  const ofBureau = useIsOfBureau()
  return (
    <>
      {ofBureau ? (
        <Button
          type="link"
          size="small"
          className="in-cell"
          title={`只看${of.organisationName}`}
          onClick={() => {
            setFilter('organisationName', of.organisationName)
            setFilter('organisation', of.organisation)
          }}
        >
          {of.organisationName}
        </Button>
      ) : (
        of.organisationName
      )}
      <div className="quiet">{roleName[of.role]}</div>
    </>
  )
}
