import { type ReactNode, useId } from 'react'

/** What a control needs to be told with its label, its hint and what is wrong with it. */
export interface Told {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A control with its label above it, a hint, and its fault below. */
export function Field(props: {
  label: ReactNode
  hint?: ReactNode
  fault?: string | undefined
  id?: string
  optional?: boolean
  children: (told: Told) => ReactNode
}) {
  const made = useId()
  const id = props.id ?? made
  const told = [props.hint ? `${id}-hint` : '', props.fault ? `${id}-fault` : ''].filter(t => t !== '').join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {props.label}
        {props.optional ? <span className="quiet">（选填）</span> : null}
      </label>
      {props.hint ? (
        <p className="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.children({ id, 'aria-describedby': told || undefined, 'aria-invalid': props.fault ? true : undefined })}
      {props.fault ? (
        <p className="fault" id={`${id}-fault`}>
          {props.fault}
        </p>
      ) : null}
    </div>
  )
}

/** A short text, the commonest control. */
export function TextField(props: {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  fault?: string | undefined
  id?: string
  optional?: boolean
  type?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search'
  autoComplete?: string
  multiline?: boolean
}) {
  return (
    <Field label={props.label} hint={props.hint} fault={props.fault} id={props.id} optional={props.optional}>
      {told =>
        props.multiline ? (
          <textarea
            {...told}
            className="input"
            value={props.value}
            autoComplete={props.autoComplete}
            onChange={e => props.onChange(e.target.value)}
          />
        ) : (
          <input
            {...told}
            className="input"
            type={props.type ?? 'text'}
            inputMode={props.inputMode}
            autoComplete={props.autoComplete ?? 'off'}
            value={props.value}
            onChange={e => props.onChange(e.target.value)}
          />
        )
      }
    </Field>
  )
}

/** One of a few. */
export function ChoiceField(props: {
  label: ReactNode
  value: string | undefined
  choices: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  hint?: ReactNode
  fault?: string | undefined
  id?: string
  optional?: boolean
}) {
  const made = useId()
  const id = props.id ?? made
  return (
    <fieldset className="field" aria-describedby={props.fault ? `${id}-fault` : undefined}>
      <legend>
        {props.label}
        {props.optional ? <span className="quiet">（选填）</span> : null}
      </legend>
      {props.hint ? <p className="hint">{props.hint}</p> : null}
      {props.choices.map((choice, i) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            id={i === 0 ? id : undefined}
            name={id}
            checked={props.value === choice.value}
            onChange={() => props.onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
      {props.fault ? (
        <p className="fault" id={`${id}-fault`}>
          {props.fault}
        </p>
      ) : null}
    </fieldset>
  )
}
