import { Input } from 'antd'
import { useState } from 'react'
import { groupedNumber, parseNumber } from '../editing'
import type { ControlProps } from './Fields'

/** A number with its unit. What is no number yet is kept as it was typed, and complained about when the field is left. */
export function NumberInput(props: ControlProps) {
  const { field, id, aria, context, value } = props
  const [typing, setTyping] = useState<string>()
  const shown = typeof value === 'number' ? groupedNumber(value) : typeof value === 'string' ? value : ''
  return (
    <Input
      id={id}
      {...aria}
      autoComplete="off"
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      className="tabular"
      disabled={context.disabled}
      value={typing ?? shown}
      suffix={field.unit === '' ? undefined : <span className="quiet">{field.unit}</span>}
      onChange={e => {
        const text = e.target.value
        setTyping(text)
        props.onChange(text.trim() === '' ? undefined : (parseNumber(text) ?? text))
      }}
      onBlur={() => setTyping(undefined)}
    />
  )
}
