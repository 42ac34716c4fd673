import { controlId, faultAt, isShortChoice, isWide } from '../editing'
import { type FieldPlan, type FormValues, isAsked } from '../plan'
import type { FormContext } from '../RecordForm'
import { formWords } from '../words'
import { ChoiceInput, ChoicesInput, YesNoInput } from './ChoiceInput'
import { DayInput } from './DayInput'
import { IdentifierInput } from './IdentifierInput'
import { ItemsInput } from './ItemsInput'
import { NumberInput } from './NumberInput'
import { RowsInput } from './RowsInput'
import { TextInput } from './TextInput'

/** What every control is given. */
export interface ControlProps {
  field: FieldPlan
  context: FormContext
  path: string
  id: string
  value: unknown
  onChange: (next: unknown) => void
  /** `aria-…` for the control itself. */
  aria: { 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true; 'aria-labelledby'?: string }
}

/** The fields of a record, those that are asked as it stands. */
export function Fields(props: {
  context: FormContext
  fields: FieldPlan[]
  values: FormValues
  onChange: (next: FormValues) => void
  path: string
}) {
  const { values, onChange } = props
  return (
    <div className="fields">
      {props.fields
        .filter(field => isAsked(field, values))
        .map(field => (
          <Field
            key={field.name}
            context={props.context}
            field={field}
            path={props.path === '' ? field.name : `${props.path}.${field.name}`}
            value={values[field.name]}
            onChange={next => onChange({ ...values, [field.name]: next })}
          />
        ))}
    </div>
  )
}

// Made of several controls: named by the label, but not by `for`.
const grouped = ['choices', 'texts', 'rows', 'record', 'yesNo']

function Field(props: {
  context: FormContext
  field: FieldPlan
  path: string
  value: unknown
  onChange: (next: unknown) => void
}) {
  const { field, context, path } = props
  const id = controlId(context.form, path)
  const fault = faultAt(context.faults, path)
  const isGroup = grouped.includes(field.kind) || (field.kind === 'choice' && isShortChoice(field))
  const described = [field.hint === '' ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter(d => d !== '').join(' ')
  const aria: ControlProps['aria'] = {
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': fault ? true : undefined,
    'aria-required': field.required && !isGroup ? true : undefined,
    'aria-labelledby': isGroup ? `${id}-label` : undefined,
  }
  const words = (
    <>
      {field.label}
      {field.required ? null : <span className="quiet">{formWords.optional}</span>}
    </>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; only that the field was left is heard.
    <div
      className={isWide(field) ? 'field wide' : 'field'}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) context.left(path)
      }}
    >
      {isGroup ? (
        <div className="field-label" id={`${id}-label`}>
          {words}
        </div>
      ) : (
        <label className="field-label" id={`${id}-label`} htmlFor={id}>
          {words}
        </label>
      )}
      <Control {...props} id={id} aria={aria} />
      {field.hint === '' ? null : (
        <div className="field-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {fault ? (
        <div className="field-fault" id={`${id}-fault`}>
          {fault}
        </div>
      ) : null}
    </div>
  )
}

function Control(props: ControlProps) {
  switch (props.field.kind) {
    case 'integer':
    case 'number':
    case 'amount':
      return <NumberInput {...props} />
    case 'date':
      return <DayInput {...props} />
    case 'yesNo':
      return <YesNoInput {...props} />
    case 'choice':
      return <ChoiceInput {...props} />
    case 'choices':
      return <ChoicesInput {...props} />
    case 'texts':
      return <ItemsInput {...props} />
    case 'rows':
      return <RowsInput {...props} />
    case 'record':
      return (
        <fieldset id={props.id} aria-labelledby={props.aria['aria-labelledby']}>
          <Fields
            context={props.context}
            fields={props.field.fields}
            values={(props.value ?? {}) as FormValues}
            onChange={props.onChange}
            path={props.path}
          />
        </fieldset>
      )
    case 'creditCode':
    case 'citizenNumber':
      return <IdentifierInput {...props} />
    default:
      return <TextInput {...props} />
  }
}
