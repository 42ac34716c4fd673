import { Input } from 'antd'
import type { ControlProps } from './Fields'

/** A line, or several; an address has room. */
export function TextInput(props: ControlProps) {
  const { field, id, aria, context } = props
  const text = typeof props.value === 'string' ? props.value : ''
  if (field.kind === 'multiline')
    return (
      <Input.TextArea
        id={id}
        {...aria}
        autoSize={{ minRows: 2, maxRows: 10 }}
        disabled={context.disabled}
        value={text}
        onChange={e => props.onChange(e.target.value)}
        showCount={field.maxLength === undefined ? false : { formatter: i => `${i.count} / ${field.maxLength}` }}
      />
    )
  return (
    <Input
      id={id}
      {...aria}
      autoComplete="off"
      disabled={context.disabled}
      value={text}
      suffix={field.unit === '' ? undefined : <span className="quiet">{field.unit}</span>}
      onChange={e => props.onChange(e.target.value)}
    />
  )
}
