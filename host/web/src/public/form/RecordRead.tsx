import type { ReactNode } from 'react'
import { type FieldPlan, type FormValues, isAsked, planOf, type Schema } from '../../forms/plan'
import { numberText } from '../../words/amounts'
import { dayText } from '../../words/dates'
import { Facts } from '../parts/Facts'

/** A filled-in form to be read. */
export function RecordRead(props: { schema: Schema; value: FormValues }) {
  return planOf(props.schema).map(group => (
    <section key={group.heading || group.fields[0]?.name}>
      {group.heading ? <h3>{group.heading}</h3> : null}
      <Facts
        of={group.fields
          .filter(f => isAsked(f, props.value))
          .map(f => [f.label, read(f, props.value[f.name])] as const)}
      />
    </section>
  ))
}

function read(field: FieldPlan, value: unknown): ReactNode {
  if (value === undefined || value === null || value === '') return <span className="quiet">未填</span>
  const label = (v: unknown) => field.choices.find(c => c.value === v)?.label ?? String(v)
  switch (field.kind) {
    case 'yesNo':
      return value === true ? '是' : '否'
    case 'choice':
      return label(value)
    case 'choices':
      return (value as unknown[]).map(label).join('、')
    case 'texts':
      return (value as string[]).join('、')
    case 'date':
      return dayText(String(value))
    case 'integer':
    case 'number':
    case 'amount':
      return typeof value === 'number' ? `${numberText(value)}${field.unit}` : String(value)
    case 'record':
      return <Facts of={field.fields.map(f => [f.label, read(f, (value as FormValues)[f.name])] as const)} />
    case 'rows':
      return (
        <ol>
          {(value as FormValues[]).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else by which it is known
            <li key={i}>
              <Facts of={field.fields.map(f => [f.label, read(f, row[f.name])] as const)} />
            </li>
          ))}
        </ol>
      )
    default:
      return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
  }
}
