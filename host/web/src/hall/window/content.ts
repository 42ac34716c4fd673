import type {
  Applicant,
  ApplicantKind,
  Application,
  DraftCaseChangeRequest,
  HeldMaterial,
} from '../../../generated/api'
import { type FieldPlan, type FormValues, tidy } from '../../forms/plan'
import { isCitizenNumber, isSocialCreditCode } from '../../words/identifiers'

/** What is typed of an application, complete or not. */
export interface Content {
  /** As chosen by hand; undefined while the number says it. */
  kind: ApplicantKind | undefined
  identifier: string
  name: string
  contact: string
  form: FormValues
  materials: HeldMaterial[]
  renews: string | undefined
}

export const emptyContent: Content = {
  kind: undefined,
  identifier: '',
  name: '',
  contact: '',
  form: {},
  materials: [],
  renews: undefined,
}

/** 个人 or 单位, as far as the form of the number tells: a credit code has letters or begins with 9, a citizen number has a birthday. */
export function kindOf(identifier: string): ApplicantKind | undefined {
  if (isCitizenNumber(identifier)) return 'person'
  if (isSocialCreditCode(identifier)) return 'organisation'
  if (/[A-WYZ]/.test(identifier) || /X./.test(identifier) || identifier.startsWith('9')) return 'organisation'
  if (identifier.length >= 10 && /^[1-8]\d{5}(19|20)\d{2}/.test(identifier)) return 'person'
  return undefined
}

/** Whoever applies, as what he is taken for. */
export function kindOfApplicant(content: Content): ApplicantKind {
  return content.kind ?? kindOf(content.identifier) ?? 'person'
}

export function hasValidNumber(content: Content): boolean {
  return (kindOfApplicant(content) === 'person' ? isCitizenNumber : isSocialCreditCode)(content.identifier)
}

/** The host keeps a draft of somebody only. */
export function canBeSaved(content: Content): boolean {
  return content.name.trim() !== '' && hasValidNumber(content)
}

export function isEmpty(content: Content): boolean {
  return (
    content.identifier === '' && content.name === '' && content.contact === '' && Object.keys(content.form).length === 0
  )
}

/** As it is sent to be kept. */
export function requestOf(content: Content, fields: FieldPlan[]): Omit<DraftCaseChangeRequest, 'application'> {
  const applicant: Applicant = {
    kind: kindOfApplicant(content),
    name: content.name.trim(),
    identifier: content.identifier,
    contact: content.contact.trim(),
  }
  return { applicant, form: tidy(fields, content.form), materials: content.materials, renews: content.renews ?? null }
}

/** As the host kept it. */
export function contentOf(application: Application): Content {
  const { applicant } = application
  return {
    kind: kindOf(applicant.identifier) === applicant.kind ? undefined : applicant.kind,
    identifier: applicant.identifier,
    name: applicant.name,
    contact: applicant.contact,
    form: (application.form ?? {}) as FormValues,
    materials: application.materials.map(m => ({ key: m.key, form: m.form, attachment: m.attachment ?? null })),
    renews: application.renews ?? undefined,
  }
}
