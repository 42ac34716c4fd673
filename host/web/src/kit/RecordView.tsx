import { Table } from 'antd'
import type { ReactNode } from 'react'
import { type FieldPlan, type FormValues, isAsked, planOf, type Schema } from '../forms/plan'
import { numberText } from '../words/amounts'
import { dayText } from '../words/dates'
import { spacedIdentifier } from '../words/identifiers'
import { Facts } from './Facts'

/** A filled-in form to be read, in the order and under the headings of its record. */
export function RecordView(props: { schema: Schema; value: FormValues; column?: number }) {
  return (
    <div className="stack">
      {planOf(props.schema).map(group => (
        <section key={group.heading} aria-label={group.heading || '申请内容'}>
          {group.heading ? <h3 style={{ margin: '0 0 6px', fontSize: 14 }}>{group.heading}</h3> : null}
          <Facts
            column={props.column ?? 2}
            items={group.fields
              .filter(f => isAsked(f, props.value))
              .map(f => [f.label, fieldValue(f, props.value[f.name])])}
          />
        </section>
      ))}
    </div>
  )
}

function fieldValue(field: FieldPlan, value: unknown): ReactNode {
  if (value === undefined || value === null || value === '') return <span className="quiet">未填</span>
  switch (field.kind) {
    case 'yesNo':
      return value === true ? '是' : '否'
    case 'choice':
      return labelOf(field, value)
    case 'choices':
      return (value as unknown[]).map(v => labelOf(field, v)).join('、')
    case 'texts':
      return (value as string[]).join('、')
    case 'date':
      return dayText(String(value))
    case 'integer':
    case 'number':
    case 'amount':
      return `${numberText(value as number)}${field.unit}`
    case 'creditCode':
    case 'citizenNumber':
      return <span className="mono">{spacedIdentifier(String(value))}</span>
    case 'record':
      return <Facts column={1} items={field.fields.map(f => [f.label, fieldValue(f, (value as FormValues)[f.name])])} />
    case 'rows':
      return (
        <Table<FormValues & { key: number }>
          size="small"
          pagination={false}
          dataSource={(value as FormValues[]).map((row, key) => ({ ...row, key }))}
          columns={field.fields.map(f => ({
            title: f.label,
            key: f.name,
            render: (_, row) => fieldValue(f, row[f.name]),
          }))}
        />
      )
    default:
      return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
  }
}

function labelOf(field: FieldPlan, value: unknown): string {
  return field.choices.find(c => c.value === value)?.label ?? String(value)
}
