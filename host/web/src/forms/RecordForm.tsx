import './forms.css'
import { useId } from 'react'
import { controlId } from './editing'
import { Fields } from './fields/Fields'
import type { FormFault, FormValues, GroupPlan } from './plan'

/** What every part of a form knows of the whole. */
export interface FormContext {
  /** Before the ids of its controls. */
  form: string
  faults: readonly FormFault[]
  /** A field was left: from now on it may be complained about. */
  left: (path: string) => void
  disabled: boolean
  /** The number of the applicant, offered where a form asks for a number of the same kind. */
  applicant: string
}

/**
 * A form drawn from a plan. It shows values and tells of changes; which faults it is to show (and when) is for its owner to say.
 * Of what nobody asks about a field (`x-when`) nothing is shown; what was typed there stays until the form is handed in.
 */
export function RecordForm(props: {
  groups: GroupPlan[]
  values: FormValues
  onChange: (next: FormValues) => void
  faults?: readonly FormFault[]
  onLeft?: (path: string) => void
  disabled?: boolean
  applicant?: string
  id?: string
}) {
  const made = useId()
  const context: FormContext = {
    form: props.id ?? made,
    faults: props.faults ?? [],
    left: props.onLeft ?? (() => undefined),
    disabled: props.disabled ?? false,
    applicant: props.applicant ?? '',
  }
  return (
    <div className="record-form">
      {props.groups.map(group => (
        <fieldset key={`${group.heading}/${group.fields[0]?.name}`}>
          {group.heading === '' ? null : <legend>{group.heading}</legend>}
          <Fields context={context} fields={group.fields} values={props.values} onChange={props.onChange} path="" />
        </fieldset>
      ))}
    </div>
  )
}

/** Moves the focus to the control of a place; false where there is none on the page. */
export function focusPlace(form: string, path: string): boolean {
  const found = document.getElementById(controlId(form, path))
  if (!found) return false
  const control = found.matches('input, textarea, button')
    ? found
    : found.querySelector<HTMLElement>('input:checked, input, textarea, button')
  const target = control ?? found
  target.scrollIntoView({ block: 'center' })
  target.focus()
  return true
}
