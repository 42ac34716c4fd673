import type { Regime } from '../../../../generated/api'
import { regimeName } from '../../../words/cases'
import { dayText } from '../../../words/dates'

interface AnyRegime {
  $type?: string
  until?: string
  issuedOn?: string
  months?: number
}

/** A regime with what it names: until when, or for how many months. */
export function regimeText(regime: Regime): string {
  const { $type = '', until, issuedOn, months } = regime as AnyRegime
  const name = regimeName[$type] ?? $type
  if ($type === 'departmentLeads') return `${name}，至${dayText(until)}`
  if ($type === 'jointResponsibility') return `${name}，自${dayText(issuedOn)}起${months}个月`
  return name
}
