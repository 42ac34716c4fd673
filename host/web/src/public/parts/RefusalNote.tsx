import { Refused } from '../../api/refused'

/** A refusal where the person looks: what is wrong, what to do, every fault by itself. */
export function RefusalNote(props: { of: unknown; again?: () => void }) {
  if (!props.of) return null
  const refused = Refused.from(props.of)
  const isFault = refused.status >= 500 || refused.status < 0
  return (
    <div className={`note ${refused.isSilence || refused.isStale ? 'warn' : 'bad'}`} role="alert">
      <p>{refused.message}</p>
      {refused.faults.length > 1 ? (
        <ul>
          {refused.faults.map(f => (
            <li key={f.field}>{f.text}</li>
          ))}
        </ul>
      ) : null}
      {isFault && refused.trace ? <p className="small quiet">报给管理员的编号：{refused.trace}</p> : null}
      {props.again ? (
        <button type="button" className="button light" onClick={props.again}>
          再试一次
        </button>
      ) : null}
    </div>
  )
}
