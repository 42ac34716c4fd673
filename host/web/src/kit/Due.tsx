import { dayText, distanceText, shortDay } from '../words/dates'

/** A day by which something is due, with how far it is. */
export function Due(props: { day: string | null | undefined; plain?: boolean }) {
  if (!props.day) return <span className="quiet">—</span>
  return (
    <time dateTime={props.day} title={dayText(props.day)} className="nowrap tabular">
      {shortDay(props.day)}
      {props.plain ? null : <span className="quiet"> {distanceText(props.day)}</span>}
    </time>
  )
}
