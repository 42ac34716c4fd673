import { Form } from 'antd'
import { type ReactNode, useId } from 'react'

/** A labelled control; what is wrong with it stands below it and is read with it. */
export function Field(props: {
  label: string
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ReactNode
  hint?: ReactNode
  fault?: string | undefined
  required?: boolean
  width?: number | string
}) {
  const id = useId()
  const about = `${id}-about`
  const said = props.fault ?? props.hint
  return (
    <Form.Item
      label={props.label}
      htmlFor={id}
      required={props.required ?? false}
      validateStatus={props.fault ? 'error' : ''}
      help={said ? <span id={about}>{said}</span> : undefined}
      layout="vertical"
      style={{ marginBottom: 12, width: props.width }}
    >
      {props.children({
        id,
        ...(said ? { 'aria-describedby': about } : {}),
        ...(props.fault ? { 'aria-invalid': true } : {}),
      })}
    </Form.Item>
  )
}
