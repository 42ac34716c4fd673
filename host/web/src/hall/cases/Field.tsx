import { Form } from 'antd'
import type { ReactNode } from 'react'
import type { Refused } from '../../api/refused'

/** A field with its label and, where the host found fault with it, the fault. */
export function Field(props: {
  label: string
  id: string
  refused: Refused | undefined
  /** As the host names it. */
  field: string
  help?: ReactNode
  required?: boolean
  children: ReactNode
}) {
  const { refused, field } = props
  const fault =
    refused?.faults.find(f => f.field.startsWith(field))?.text ??
    (refused?.field?.startsWith(field) ? refused.message : undefined)
  return (
    <Form.Item
      label={props.label}
      htmlFor={props.id}
      required={props.required ?? false}
      validateStatus={fault ? 'error' : undefined}
      help={fault ?? props.help}
      style={{ marginBottom: 12 }}
    >
      {props.children}
    </Form.Item>
  )
}
