import type { ReactNode } from 'react'
import type { WorkTask } from '../../../../generated/api'
import { Due } from '../../../kit/Due'
import { Light, type LightState } from '../../../kit/Light'
import { roleName } from '../../../words/roles'
import '../linkage.css'

/** What must be done now, by whom and by when, and the buttons for whoever may do it. */
export function Now(props: {
  tasks: readonly WorkTask[]
  light?: LightState | null
  otherwise: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="now" aria-label="现在办理">
      {props.tasks.length === 0 ? <span>{props.otherwise}</span> : null}
      {props.light ? <Light of={props.light} /> : null}
      {props.tasks.map(t => (
        <span key={t.key}>
          <strong>{t.title}</strong>
          <span className="quiet">
            {' '}
            {t.organisation.name}
            {roleName[t.role]}，最迟 <Due day={t.due} />
          </span>
        </span>
      ))}
      {props.children ? <span className="buttons">{props.children}</span> : null}
    </section>
  )
}
