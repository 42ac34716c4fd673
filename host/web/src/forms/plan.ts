// What a form asks, read out of the JSON Schema of an item's record. Both faces (the hall's and the public's) draw from this, and a
// module's author writes no line of it.

export interface Schema {
  type?: string | string[]
  title?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: (string | null)[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  'x-unit'?: string
  'x-group'?: string
  'x-multiline'?: boolean
  'x-labels'?: Record<string, string>
  'x-amount'?: boolean
  'x-when'?: { field: string; in: unknown[]; optional?: boolean }
}

export type FieldKind =
  | 'text'
  | 'multiline'
  | 'address'
  | 'integer'
  | 'number'
  | 'amount'
  | 'date'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'texts'
  | 'rows'
  | 'record'
  | 'creditCode'
  | 'citizenNumber'

export interface Choice {
  value: string
  label: string
}

export interface FieldPlan {
  name: string
  label: string
  hint: string
  unit: string
  kind: FieldKind
  required: boolean
  choices: Choice[]
  /** Of a list of records, or of a record. */
  fields: FieldPlan[]
  /** Of a list of single values. */
  itemKind: 'text' | 'integer' | 'number'
  min: number | undefined
  max: number | undefined
  minLength: number | undefined
  maxLength: number | undefined
  pattern: string | undefined
  when: { field: string; in: unknown[] } | undefined
}

export interface GroupPlan {
  /** Empty for fields without a heading. */
  heading: string
  fields: FieldPlan[]
}

export type FormValues = Record<string, unknown>

/** One thing wrong, with the place as the host writes it: `vehicles[0].length`. */
export interface FormFault {
  path: string
  label: string
  text: string
}

/** The groups of a form in the order of its record. */
export function planOf(schema: Schema): GroupPlan[] {
  const groups: GroupPlan[] = []
  for (const { group, field } of fieldsOf(schema)) {
    const last = groups[groups.length - 1]
    if (last && last.heading === group) last.fields.push(field)
    else groups.push({ heading: group, fields: [field] })
  }
  return groups
}

function fieldsOf(schema: Schema): { group: string; field: FieldPlan }[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    group: property['x-group'] ?? '',
    field: fieldOf(name, property, schema.required?.includes(name) ?? false),
  }))
}

function fieldOf(name: string, schema: Schema, required: boolean): FieldPlan {
  const kind = kindOf(schema)
  const list = kind === 'texts' || kind === 'rows' || kind === 'choices'
  return {
    name,
    label: schema.title ?? name,
    hint: schema.description ?? '',
    unit: schema['x-unit'] ?? '',
    kind,
    // What is asked for some answers only may always be left out by its type; where it is asked, it must be there.
    required: required || (schema['x-when'] !== undefined && !schema['x-when'].optional),
    choices: choicesOf(kind === 'choices' ? (schema.items ?? {}) : schema),
    fields: (kind === 'rows' ? fieldsOf(schema.items ?? {}) : kind === 'record' ? fieldsOf(schema) : []).map(
      f => f.field,
    ),
    itemKind: itemKindOf(schema.items),
    min: schema.minimum,
    max: schema.maximum,
    minLength: list ? schema.minItems : schema.minLength,
    maxLength: list ? schema.maxItems : schema.maxLength,
    pattern: schema.pattern,
    when: schema['x-when'],
  }
}

function kindOf(schema: Schema): FieldKind {
  const types = Array.isArray(schema.type) ? schema.type : schema.type ? [schema.type] : []
  if (schema.enum) return 'choice'
  if (types.includes('array')) {
    const item = schema.items ?? {}
    if (item.enum) return 'choices'
    return item.properties ? 'rows' : 'texts'
  }
  if (types.includes('object')) return 'record'
  if (types.includes('boolean')) return 'yesNo'
  if (types.includes('integer')) return 'integer'
  if (types.includes('number')) return schema['x-amount'] || schema.format === 'amount' ? 'amount' : 'number'
  if (schema.format === 'date') return 'date'
  if (schema.format === 'social-credit-code') return 'creditCode'
  if (schema.format === 'citizen-number') return 'citizenNumber'
  if (schema.format === 'address') return 'address'
  return schema['x-multiline'] ? 'multiline' : 'text'
}

function itemKindOf(item: Schema | undefined): FieldPlan['itemKind'] {
  return item?.type === 'integer' || item?.type === 'number' ? item.type : 'text'
}

function choicesOf(schema: Schema): Choice[] {
  return (schema.enum ?? [])
    .filter((v): v is string => v !== null)
    .map(value => ({ value, label: schema['x-labels']?.[value] ?? value }))
}

/** Whether a field is asked at all, with what stands beside it. */
export function isAsked(field: FieldPlan, values: FormValues): boolean {
  return field.when === undefined || field.when.in.includes(values[field.when.field])
}

/** What is sent: without what is empty and without what is not asked. */
export function tidy(fields: FieldPlan[], values: FormValues): FormValues {
  const kept: FormValues = {}
  for (const field of fields) {
    if (!isAsked(field, values)) continue
    const value = tidyValue(field, values[field.name])
    if (value !== undefined) kept[field.name] = value
  }
  return kept
}

function tidyValue(field: FieldPlan, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  if (field.kind === 'record') return tidy(field.fields, value as FormValues)
  if (field.kind === 'rows') return (value as FormValues[]).map(row => tidy(field.fields, row))
  if (field.kind === 'texts') return tidyItems(field, value as (string | number)[])
  return typeof value === 'string' ? value.trim() : value
}

// What is meant as a number is sent as one; what is none stays as typed, so that whoever checks it can say so.
function tidyItems(field: FieldPlan, items: (string | number)[]): (string | number)[] {
  const typed = items.map(i => String(i).trim()).filter(t => t !== '')
  if (field.itemKind === 'text') return typed
  return typed.map(t => (/^-?\d+(\.\d+)?$/.test(t.replace(/[,，]/g, '')) ? Number(t.replace(/[,，]/g, '')) : t))
}

export function fieldsOfPlan(groups: GroupPlan[]): FieldPlan[] {
  return groups.flatMap(g => g.fields)
}
