import { isCitizenNumber, isSocialCreditCode } from '../words/identifiers'
import { type FieldPlan, type FormFault, type FormValues, isAsked } from './plan'

/** What is wrong with a form, in the order of its fields. The host checks again, and its word counts. */
export function checkForm(fields: FieldPlan[], values: FormValues, place = ''): FormFault[] {
  return fields.flatMap(field => {
    if (!isAsked(field, values)) return []
    return checkField(field, values[field.name], place === '' ? field.name : `${place}.${field.name}`)
  })
}

function checkField(field: FieldPlan, value: unknown, path: string): FormFault[] {
  const fault = (text: string): FormFault[] => [{ path, label: field.label, text }]
  if (isEmpty(value)) return field.required ? fault(`请填写${field.label}。`) : []
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'amount':
      return numberFault(field, value, fault)
    case 'creditCode':
      return isSocialCreditCode(String(value)) ? [] : fault('统一社会信用代码有误，请核对。')
    case 'citizenNumber':
      return isCitizenNumber(String(value)) ? [] : fault('公民身份号码有误，请核对。')
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? [] : fault('请填写日期。')
    case 'record':
      return checkForm(field.fields, value as FormValues, path)
    case 'rows':
      return [
        ...lengthFault(field, (value as unknown[]).length, '行', fault),
        ...(value as FormValues[]).flatMap((row, i) => checkForm(field.fields, row, `${path}[${i}]`)),
      ]
    case 'texts':
      return [
        ...lengthFault(field, (value as unknown[]).length, '项', fault),
        ...(value as (string | number)[]).flatMap((item, i) => itemFault(field, item, `${path}[${i}]`)),
      ]
    case 'choices':
      return lengthFault(field, (value as unknown[]).length, '项', fault)
    case 'choice':
    case 'yesNo':
      return []
    default:
      return textFault(field, String(value).trim(), fault)
  }
}

function itemFault(field: FieldPlan, item: string | number, path: string): FormFault[] {
  const text = String(item).trim().replace(/[,，]/g, '')
  if (field.itemKind === 'text' || text === '') return []
  const isNumber = field.itemKind === 'integer' ? /^-?\d+$/.test(text) : /^-?\d+(\.\d+)?$/.test(text)
  return isNumber
    ? []
    : [{ path, label: field.label, text: field.itemKind === 'integer' ? '请填写整数。' : '请填写数字。' }]
}

type Faulty = (text: string) => FormFault[]

function numberFault(field: FieldPlan, value: unknown, fault: Faulty): FormFault[] {
  if (typeof value !== 'number' || Number.isNaN(value)) return fault('请填写数字。')
  if (field.kind === 'integer' && !Number.isInteger(value)) return fault('请填写整数。')
  if (field.min !== undefined && value < field.min) return fault(`不能小于${field.min}${field.unit}。`)
  if (field.max !== undefined && value > field.max) return fault(`不能大于${field.max}${field.unit}。`)
  return []
}

function textFault(field: FieldPlan, text: string, fault: Faulty): FormFault[] {
  if (field.pattern !== undefined && !new RegExp(field.pattern).test(text)) return fault('格式不符，请核对。')
  return lengthFault(field, [...text].length, '个字', fault)
}

function lengthFault(field: FieldPlan, length: number, counted: string, fault: Faulty): FormFault[] {
  if (field.minLength !== undefined && length < field.minLength) return fault(`至少${field.minLength}${counted}。`)
  if (field.maxLength !== undefined && length > field.maxLength)
    return fault(`最多${field.maxLength}${counted}，现有${length}${counted}。`)
  return []
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}
