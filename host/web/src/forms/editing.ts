// What typing and pressing keys makes of a form, without anything of the page.
import type { FieldPlan, FormFault, FormValues } from './plan'

/** A day as clerks type it: 20261122, 2026-11-22, 2026.11.22, 2026/1/2, 2026年1月2日; undefined where it is none. */
export function parseDay(text: string): string | undefined {
  const typed = text.trim()
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ??
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(typed) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(typed)
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

/** A number as typed, with or without separators; undefined while it is none. */
export function parseNumber(text: string): number | undefined {
  const typed = text.trim().replace(/[,，\s]/g, '')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : undefined
}

/** 1234567.5 as 1,234,567.5; a number of the form, not rounded. */
export function groupedNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** An empty row stands ready where at least one is asked. */
export function emptyRow(): FormValues {
  return {}
}

export function withItem<T>(items: readonly T[], index: number, item: T): T[] {
  return items.map((now, i) => (i === index ? item : now))
}

export function withInserted<T>(items: readonly T[], index: number, ...added: T[]): T[] {
  return [...items.slice(0, index), ...added, ...items.slice(index)]
}

export function without<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, i) => i !== index)
}

/** A row once more behind itself: the next of a fleet differs in a plate and a number only. */
export function duplicated<T>(rows: readonly T[], index: number): T[] {
  const row = rows[index]
  return row === undefined ? [...rows] : withInserted(rows, index + 1, structuredClone(row))
}

/** What was pasted into one item of a list, as items: a line or a 、 each. */
export function pastedItems(text: string): string[] {
  return text
    .split(/[\r\n\t、；;]+/)
    .map(t => t.trim())
    .filter(t => t !== '')
}

/** The host writes `form.rows[0].name`; the form itself `rows[0].name`. */
export function placeOf(field: string): string {
  return field.startsWith('form.') ? field.slice('form.'.length) : field
}

/** What is said about one place. */
export function faultAt(faults: readonly FormFault[], path: string): string | undefined {
  return faults.find(f => f.path === path)?.text
}

/** Own faults first, and of the host's those that the form itself did not see. */
export function joined(own: readonly FormFault[], hosts: readonly FormFault[]): FormFault[] {
  return [...own, ...hosts.filter(h => own.every(o => o.path !== h.path))]
}

/** The faults of what has been left already; what nobody has come to yet is not complained about. */
export function visited(faults: readonly FormFault[], left: ReadonlySet<string>): FormFault[] {
  return faults.filter(f => left.has(f.path))
}

/** The id of the control of a place, by which a label finds it and the focus goes there. */
export function controlId(form: string, path: string): string {
  return `${form}-${path.replace(/[^A-Za-z0-9]+/g, '-')}`
}

/** Whether a field wants the whole width. */
export function isWide(field: FieldPlan): boolean {
  if (['multiline', 'address', 'rows', 'texts', 'record', 'choices'].includes(field.kind)) return true
  return field.kind === 'choice' && isShortChoice(field) && textLength(field) > 16
}

/** Few enough choices to be seen side by side. */
export function isShortChoice(field: FieldPlan): boolean {
  return field.choices.length <= 4
}

function textLength(field: FieldPlan): number {
  return field.choices.reduce((sum, c) => sum + c.label.length + 2, 0)
}

/** What is at fault, with its row where there are several: 第2行型号. */
export function faultName(fault: FormFault): string {
  const row = /\[(\d+)\]\./.exec(fault.path)
  return row ? `第${Number(row[1]) + 1}行${fault.label}` : fault.label
}
