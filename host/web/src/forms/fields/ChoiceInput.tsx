import { Checkbox, Radio, Select } from 'antd'
import { isShortChoice } from '../editing'
import { formWords } from '../words'
import type { ControlProps } from './Fields'

/** One of several: side by side where they are few. */
export function ChoiceInput(props: ControlProps) {
  const { field, id, aria, context } = props
  const value = typeof props.value === 'string' ? props.value : undefined
  if (isShortChoice(field))
    return (
      <Radio.Group
        id={id}
        {...aria}
        disabled={context.disabled}
        value={value}
        onChange={e => props.onChange(e.target.value)}
        options={field.choices}
      />
    )
  return (
    <Select
      id={id}
      {...aria}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.required}
      placeholder={formWords.choose}
      disabled={context.disabled}
      value={value}
      onChange={props.onChange}
      options={field.choices}
    />
  )
}

export function ChoicesInput(props: ControlProps) {
  const { field, id, aria, context } = props
  return (
    <div id={id} role="group" {...aria}>
      <Checkbox.Group
        disabled={context.disabled}
        value={Array.isArray(props.value) ? (props.value as string[]) : []}
        onChange={props.onChange}
        options={field.choices}
      />
    </div>
  )
}

/** 是 or 否, and neither while nobody has said. */
export function YesNoInput(props: ControlProps) {
  const { id, aria, context } = props
  return (
    <Radio.Group
      id={id}
      {...aria}
      disabled={context.disabled}
      value={typeof props.value === 'boolean' ? props.value : undefined}
      onChange={e => props.onChange(e.target.value)}
      options={[
        { value: true, label: formWords.yes },
        { value: false, label: formWords.no },
      ]}
    />
  )
}
