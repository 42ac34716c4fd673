import { useState } from 'react'
import { type FieldPlan, type FormFault, type FormValues, type GroupPlan, isAsked } from '../../forms/plan'
import { identifierFault, tidyIdentifier } from '../../words/identifiers'
import { ChoiceField, Field, TextField } from '../parts/Field'

/** The id of a field's control, by its place in the form. */
export function idOf(path: string): string {
  return `form-${path.replace(/[^A-Za-z0-9]+/g, '-')}`
}

/** A form drawn from its schema, with the controls the phone brings itself. */
export function FormFields(props: {
  groups: GroupPlan[]
  values: FormValues
  faults: readonly FormFault[]
  onChange: (values: FormValues) => void
}) {
  return (
    <>
      {props.groups.map(group =>
        group.heading === '' ? (
          <Fields key={group.fields[0]?.name} {...props} fields={group.fields} place="" />
        ) : (
          <fieldset key={group.heading}>
            <legend>
              <h3>{group.heading}</h3>
            </legend>
            <Fields {...props} fields={group.fields} place="" />
          </fieldset>
        ),
      )}
    </>
  )
}

interface Within {
  values: FormValues
  faults: readonly FormFault[]
  onChange: (values: FormValues) => void
  /** Where these fields stand: empty, or `vehicles[0]`. */
  place: string
}

function Fields(props: Within & { fields: FieldPlan[] }) {
  return props.fields
    .filter(field => isAsked(field, props.values))
    .map(field => {
      const path = props.place === '' ? field.name : `${props.place}.${field.name}`
      return (
        <OneField
          key={field.name}
          field={field}
          path={path}
          value={props.values[field.name]}
          faults={props.faults}
          onChange={value => props.onChange({ ...props.values, [field.name]: value })}
        />
      )
    })
}

function OneField(props: {
  field: FieldPlan
  path: string
  value: unknown
  faults: readonly FormFault[]
  onChange: (value: unknown) => void
}) {
  const { field, path, value, onChange } = props
  const fault = props.faults.find(f => f.path === path)?.text
  const told = { label: field.label, hint: field.hint, fault, id: idOf(path), optional: !field.required }
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'choice':
      return field.choices.length <= 5 ? (
        <ChoiceField {...told} value={text} choices={field.choices} onChange={onChange} />
      ) : (
        <Field {...told}>
          {at => (
            <select {...at} className="input" value={text} onChange={e => onChange(e.target.value)}>
              <option value="">请选择</option>
              {field.choices.map(c => (
                <option key={c.value} value={c.value}>
                  {c.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )
    case 'yesNo':
      return (
        <ChoiceField
          {...told}
          value={value === true ? 'true' : value === false ? 'false' : undefined}
          choices={[
            { value: 'true', label: '是' },
            { value: 'false', label: '否' },
          ]}
          onChange={v => onChange(v === 'true')}
        />
      )
    case 'choices':
      return <SeveralField {...props} fault={fault} />
    case 'integer':
    case 'number':
    case 'amount':
      return <NumberField {...props} fault={fault} />
    case 'date':
      return (
        <Field {...told}>
          {at => (
            <input
              {...at}
              className="input"
              style={{ maxWidth: 240 }}
              type="date"
              value={text}
              onChange={e => onChange(e.target.value)}
            />
          )}
        </Field>
      )
    case 'creditCode':
    case 'citizenNumber':
      return (
        <IdentifierField
          {...told}
          kind={field.kind === 'creditCode' ? 'organisation' : 'person'}
          value={text}
          onChange={onChange}
        />
      )
    case 'multiline':
      return <TextField {...told} value={text} onChange={onChange} multiline />
    case 'address':
      return <TextField {...told} value={text} onChange={onChange} autoComplete="street-address" />
    case 'texts':
      return <TextsField {...props} fault={fault} />
    case 'rows':
      return <RowsField {...props} fault={fault} />
    case 'record':
      return (
        <fieldset className="part">
          <legend className="label">{field.label}</legend>
          {field.hint ? <p className="quiet small">{field.hint}</p> : null}
          <Fields
            fields={field.fields}
            place={path}
            values={(value as FormValues | undefined) ?? {}}
            faults={props.faults}
            onChange={onChange}
          />
        </fieldset>
      )
    default:
      return <TextField {...told} value={text} onChange={onChange} />
  }
}

/** 身份证号码 or 统一社会信用代码, looked at while it is typed. */
export function IdentifierField(props: {
  kind: 'person' | 'organisation'
  label: string
  hint?: string
  value: string
  fault?: string | undefined
  id?: string
  optional?: boolean
  onChange: (value: string) => void
}) {
  const [left, setLeft] = useState(false)
  const wrong = identifierFault(props.kind, props.value)
  const isWhole = props.value.length >= 18
  return (
    <Field
      label={props.label}
      id={props.id}
      optional={props.optional}
      hint={props.hint}
      fault={props.fault ?? ((left || isWhole) && wrong ? wrong : undefined)}
    >
      {told => (
        <>
          <input
            {...told}
            className="input mono"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={props.value}
            onBlur={() => setLeft(true)}
            onChange={e => props.onChange(tidyIdentifier(e.target.value))}
          />
          <span className="small quiet" role="status">
            {props.value === '' ? '' : isWhole && !wrong ? '✓ 号码无误' : isWhole || left ? '' : wrong}
          </span>
        </>
      )}
    </Field>
  )
}

interface Drawn {
  field: FieldPlan
  path: string
  value: unknown
  faults: readonly FormFault[]
  fault: string | undefined
  onChange: (value: unknown) => void
}

// What is typed stays as it is typed; a number goes up only when it is one.
function NumberField(props: Drawn) {
  const { field, value } = props
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === undefined || value === null ? '' : String(value))
  return (
    <Field label={field.label} hint={field.hint} fault={props.fault} id={idOf(props.path)} optional={!field.required}>
      {told => (
        <span className="with-unit">
          <input
            {...told}
            className="input"
            inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={shown}
            onBlur={() => setTyped(undefined)}
            onChange={e => {
              const text = e.target.value.replace(/[，,\s]/g, '')
              setTyped(e.target.value)
              const number = Number(text)
              props.onChange(text === '' ? undefined : Number.isNaN(number) ? text : number)
            }}
          />
          {field.unit ? <span>{field.unit}</span> : null}
        </span>
      )}
    </Field>
  )
}

function SeveralField(props: Drawn) {
  const { field } = props
  const chosen = Array.isArray(props.value) ? (props.value as string[]) : []
  const id = idOf(props.path)
  return (
    <fieldset className="field" aria-describedby={props.fault ? `${id}-fault` : undefined}>
      <legend>
        {field.label}
        {field.required ? null : <span className="quiet">（选填）</span>}
      </legend>
      <p className="hint">{field.hint || '可以选几项。'}</p>
      {field.choices.map((choice, i) => (
        <label className="choice" key={choice.value}>
          <input
            type="checkbox"
            id={i === 0 ? id : undefined}
            checked={chosen.includes(choice.value)}
            onChange={e =>
              props.onChange(
                field.choices
                  .map(c => c.value)
                  .filter(v => (v === choice.value ? e.target.checked : chosen.includes(v))),
              )
            }
          />
          {choice.label}
        </label>
      ))}
      <FaultOf id={id} text={props.fault} />
    </fieldset>
  )
}

function TextsField(props: Drawn) {
  const { field } = props
  const texts = Array.isArray(props.value) && props.value.length > 0 ? (props.value as string[]) : ['']
  const id = idOf(props.path)
  return (
    <fieldset className="field" aria-describedby={props.fault ? `${id}-fault` : undefined}>
      <legend>
        {field.label}
        {field.required ? null : <span className="quiet">（选填）</span>}
      </legend>
      {field.hint ? <p className="hint">{field.hint}</p> : null}
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else by which it is known
        <div className="with-unit" key={i} style={{ marginBottom: '0.5rem' }}>
          <input
            className="input"
            style={{ maxWidth: 'none' }}
            id={i === 0 ? id : undefined}
            aria-label={`${field.label}第${i + 1}项`}
            value={text}
            onChange={e => props.onChange(texts.map((t, at) => (at === i ? e.target.value : t)))}
          />
          {texts.length > 1 ? (
            <button
              type="button"
              className="button light"
              aria-label={`删除${field.label}第${i + 1}项`}
              onClick={() => props.onChange(texts.filter((_, at) => at !== i))}
            >
              删除
            </button>
          ) : null}
        </div>
      ))}
      <button type="button" className="button light" onClick={() => props.onChange([...texts, ''])}>
        再加一项
      </button>
      <FaultOf id={id} text={props.fault} />
    </fieldset>
  )
}

function RowsField(props: Drawn) {
  const { field, path } = props
  const rows = Array.isArray(props.value) ? (props.value as FormValues[]) : []
  const id = idOf(path)
  return (
    <fieldset style={{ marginBottom: '1.15rem' }} aria-describedby={props.fault ? `${id}-fault` : undefined}>
      <legend className="label">
        {field.label}
        {field.required ? null : <span className="quiet">（选填）</span>}
      </legend>
      {field.hint ? <p className="quiet small">{field.hint}</p> : null}
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else by which it is known
        <fieldset className="part" key={i}>
          <legend className="only-read">{`${field.label}第${i + 1}项`}</legend>
          <div className="row spread" style={{ marginBottom: '0.6rem' }}>
            <strong aria-hidden="true">第{i + 1}项</strong>
            <button
              type="button"
              className="button light"
              aria-label={`删除${field.label}第${i + 1}项`}
              onClick={() => props.onChange(rows.filter((_, at) => at !== i))}
            >
              删除
            </button>
          </div>
          <Fields
            fields={field.fields}
            place={`${path}[${i}]`}
            values={row}
            faults={props.faults}
            onChange={changed => props.onChange(rows.map((r, at) => (at === i ? changed : r)))}
          />
        </fieldset>
      ))}
      <button
        type="button"
        id={id}
        className="button light"
        disabled={field.maxLength !== undefined && rows.length >= field.maxLength}
        onClick={() => props.onChange([...rows, {}])}
      >
        {rows.length === 0 ? `添加${field.label}` : '再加一项'}
      </button>
      <FaultOf id={id} text={props.fault} />
    </fieldset>
  )
}

function FaultOf(props: { id: string; text: string | undefined }) {
  return props.text ? (
    <p className="fault" id={`${props.id}-fault`}>
      {props.text}
    </p>
  ) : null
}
