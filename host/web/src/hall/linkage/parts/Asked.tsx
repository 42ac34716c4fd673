import { Form } from 'antd'
import { createContext, type ReactNode, useContext, useId, useRef } from 'react'
import type { Refused } from '../../../api/refused'
import { RefusalAlert } from '../../../kit/RefusalAlert'

interface Asking {
  refused: Refused | undefined
  /** The fields that stand here and say themselves what is wrong with them. */
  shown: Set<string>
}

const AskingContext = createContext<Asking>({ refused: undefined, shown: new Set() })

/** What is asked for a command: its fields, and under them whatever of a refusal has no field here. */
export function Asked(props: { refused: Refused | undefined; clear?: () => void; children: ReactNode }) {
  const shown = useRef(new Set<string>())
  return (
    <AskingContext.Provider value={{ refused: props.refused, shown: shown.current }}>
      <Form layout="vertical" component="div">
        {props.children}
        <Rest close={props.clear} />
      </Form>
    </AskingContext.Provider>
  )
}

function Rest(props: { close?: () => void }) {
  const { refused, shown } = useContext(AskingContext)
  if (!refused) return null
  const elsewhere = refused.field === undefined || !shown.has(refused.field)
  return elsewhere ? <RefusalAlert of={refused} close={props.close} /> : null
}

/** One field, under the name by which the host speaks of it. */
export function Field(props: {
  name: string
  label: string
  required?: boolean
  hint?: ReactNode
  /** For what is not one control: a group of radio buttons, a list of files. */
  group?: boolean
  children: (id: string, invalid: boolean) => ReactNode
}) {
  const { refused, shown } = useContext(AskingContext)
  const id = useId()
  shown.add(props.name)
  const fault =
    refused?.field === props.name ? refused.message : refused?.faults.find(f => f.field === props.name)?.text
  const invalid = fault !== undefined
  return (
    <Form.Item
      label={props.group ? <span id={`${id}-label`}>{props.label}</span> : props.label}
      htmlFor={props.group ? undefined : id}
      required={props.required}
      validateStatus={invalid ? 'error' : undefined}
      help={invalid ? <span role="alert">{fault}</span> : undefined}
      extra={props.hint}
      style={{ marginBottom: 14 }}
    >
      {props.group ? (
        <div role="group" aria-labelledby={`${id}-label`}>
          {props.children(id, invalid)}
        </div>
      ) : (
        props.children(id, invalid)
      )}
    </Form.Item>
  )
}
