import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { duplicated, emptyRow, withInserted, withItem, without } from '../editing'
import type { FormValues } from '../plan'
import { focusPlace } from '../RecordForm'
import { formWords } from '../words'
import { type ControlProps, Fields } from './Fields'

/** A list of records: each a row of fields, added, duplicated and removed without leaving the keys. */
export function RowsInput(props: ControlProps) {
  const { field, context, path, id, aria } = props
  const rows: FormValues[] = Array.isArray(props.value) ? (props.value as FormValues[]) : []
  // The first row stands open where one is needed anyway.
  const shown = rows.length === 0 && field.required ? [emptyRow()] : rows
  const isFull = field.maxLength !== undefined && shown.length >= field.maxLength

  function change(next: FormValues[], focus: number) {
    props.onChange(next)
    // After it is drawn.
    setTimeout(() => {
      const first = field.fields[0]
      if (!first || focus < 0 || !focusPlace(context.form, `${path}[${focus}].${first.name}`))
        document.getElementById(`${id}-add`)?.focus()
    })
  }

  function onKey(event: KeyboardEvent, index: number) {
    if (!event.altKey || event.ctrlKey || context.disabled) return
    const key = event.key.toLowerCase()
    if (key === 'delete') change(without(shown, index), Math.min(index, shown.length - 2))
    else if (key === 'n' && !isFull) change(withInserted(shown, index + 1, emptyRow()), index + 1)
    else if (key === 'c' && !isFull) change(duplicated(shown, index), index + 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div id={id} role="group" className="field-rows" {...aria}>
      {shown.map((row, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list.
          key={index}
          className="one"
          aria-label={`${field.label}${formWords.row(index + 1)}`}
          onKeyDown={e => onKey(e, index)}
        >
          <div className="one-head">
            <strong>{formWords.row(index + 1)}</strong>
            <Button
              size="small"
              type="text"
              icon={<CopyOutlined />}
              aria-label={formWords.duplicateRowOf(field.label, index + 1)}
              disabled={context.disabled || isFull}
              onClick={() => change(duplicated(shown, index), index + 1)}
            >
              {formWords.duplicateRow}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={formWords.removeRowOf(field.label, index + 1)}
              disabled={context.disabled}
              onClick={() => change(without(shown, index), Math.min(index, shown.length - 2))}
            >
              {formWords.removeRow}
            </Button>
          </div>
          <Fields
            context={context}
            fields={field.fields}
            values={row}
            onChange={next => props.onChange(withItem(shown, index, next))}
            path={`${path}[${index}]`}
          />
        </fieldset>
      ))}
      <div style={{ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          id={`${id}-add`}
          type="dashed"
          icon={<PlusOutlined />}
          disabled={context.disabled || isFull}
          onClick={() => change([...shown, emptyRow()], shown.length)}
        >
          {formWords.addRow}
        </Button>
        <span className="field-hint">{formWords.rowKeys}</span>
      </div>
    </div>
  )
}
