import { Badge } from 'antd'
import type { ModuleAnswer } from '../../../generated/api'
import { serviceName, statusColour } from './words'

/** How far a module has come, for whom it serves: a word beside the dot. */
export function ModuleStanding(props: { of: ModuleAnswer }) {
  const { of } = props
  return (
    <Badge
      status={statusColour[of.status]}
      text={of.service ? `${of.statusName}（${serviceName[of.service]}）` : of.statusName}
    />
  )
}
