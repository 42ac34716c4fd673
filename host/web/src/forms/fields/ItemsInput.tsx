import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { controlId, faultAt, pastedItems, withInserted, withItem, without } from '../editing'
import { formWords } from '../words'
import type { ControlProps } from './Fields'

type Item = string | number

/** A list of texts or numbers, one after another: Enter goes on to the next, Backspace takes away an empty one, a list may be pasted. */
export function ItemsInput(props: ControlProps) {
  const { field, context, path, id, aria } = props
  const items: Item[] = Array.isArray(props.value) ? (props.value as Item[]) : []
  const shown: Item[] = items.length === 0 ? [''] : items
  const idOf = (index: number) => controlId(context.form, `${path}[${index}]`)

  function change(next: Item[], focus: number) {
    props.onChange(next)
    // After it is drawn.
    setTimeout(() => document.getElementById(idOf(focus))?.focus())
  }

  return (
    <div id={id} role="group" {...aria}>
      <div className="field-items">
        {shown.map((item, index) => {
          const fault = faultAt(context.faults, `${path}[${index}]`)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list.
            <div key={index}>
              <Space.Compact block>
                <Input
                  id={idOf(index)}
                  aria-label={formWords.itemOf(field.label, index + 1)}
                  aria-invalid={fault ? true : undefined}
                  autoComplete="off"
                  className={field.itemKind === 'text' ? undefined : 'tabular'}
                  inputMode={field.itemKind === 'text' ? undefined : 'decimal'}
                  prefix={<span className="quiet">{index + 1}</span>}
                  suffix={field.unit === '' ? undefined : <span className="quiet">{field.unit}</span>}
                  disabled={context.disabled}
                  value={String(item)}
                  onChange={e => props.onChange(withItem(shown, index, e.target.value))}
                  onPaste={e => {
                    const pasted = pastedItems(e.clipboardData.getData('text'))
                    if (pasted.length < 2) return
                    e.preventDefault()
                    change([...shown.slice(0, index), ...pasted, ...shown.slice(index + 1)], index + pasted.length - 1)
                  }}
                  onKeyDown={e => {
                    if (e.key === 'Enter' && !e.ctrlKey && !e.nativeEvent.isComposing) {
                      e.preventDefault()
                      change(withInserted(shown, index + 1, ''), index + 1)
                    } else if (e.key === 'Backspace' && String(item) === '' && shown.length > 1) {
                      e.preventDefault()
                      change(without(shown, index), Math.max(0, index - 1))
                    }
                  }}
                />
                <Button
                  icon={<CloseOutlined />}
                  aria-label={formWords.removeItem(field.label, index + 1)}
                  tabIndex={-1}
                  disabled={context.disabled || items.length === 0}
                  onClick={() => change(without(shown, index), Math.max(0, index - 1))}
                />
              </Space.Compact>
              {fault ? <div className="field-fault">{fault}</div> : null}
            </div>
          )
        })}
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          disabled={context.disabled || (field.maxLength !== undefined && shown.length >= field.maxLength)}
          onClick={() => change([...shown, ''], shown.length)}
        >
          {formWords.addItem}
        </Button>
      </div>
      <div className="field-hint">{formWords.itemKeys}</div>
    </div>
  )
}
