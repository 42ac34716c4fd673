import { Alert, Button } from 'antd'
import { Refused } from '../api/refused'

/** A refusal where the person looks: what is wrong and what to do, every fault with its field, and the number an administrator needs. */
export function RefusalAlert(props: { of: unknown; again?: () => void; close?: () => void }) {
  if (!props.of) return null
  const refused = Refused.from(props.of)
  const isFault = refused.status >= 500 || refused.status < 0
  return (
    <Alert
      role="alert"
      showIcon
      type={refused.isSilence || refused.isStale ? 'warning' : 'error'}
      title={refused.message}
      closable={props.close ? { onClose: props.close } : false}
      action={
        props.again ? (
          <Button size="small" onClick={props.again}>
            再试一次
          </Button>
        ) : undefined
      }
      description={
        refused.faults.length > 1 || (isFault && refused.trace) ? (
          <>
            {refused.faults.length > 1 ? (
              <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
                {refused.faults.map(f => (
                  <li key={f.field}>{f.text}</li>
                ))}
              </ul>
            ) : null}
            {isFault && refused.trace ? <span className="quiet">报给管理员的编号：{refused.trace}</span> : null}
          </>
        ) : undefined
      }
      style={{ marginBottom: 12 }}
    />
  )
}
