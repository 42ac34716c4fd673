import type { FeedbackContent, FeedbackKind, SubjectKind } from '../../../../generated/api'

/** What is typed for a feedback, whatever its kind: changing the kind loses nothing of it. */
export interface ContentForm {
  kind: FeedbackKind
  on?: string
  passed?: boolean
  findings?: string
  inspectors: string[]
  fault?: string
  rectifyBy?: string
  document?: string
  article?: string
  sanction?: string
  amount?: number
  good?: boolean
  level?: string
  source?: string
  from?: string
  until?: string
  what?: string
}

export function emptyForm(kind: FeedbackKind): ContentForm {
  return { kind, inspectors: [] }
}

/** 政策标准调整 is about an item, everything else is about a licence or a holder. */
export function kindsAbout(subject: SubjectKind): FeedbackKind[] {
  return subject === 'item' ? ['normChange'] : ['inspection', 'finding', 'penalty', 'credit']
}

/** The first thing that is not filled in, under the host's name of its field; it would not understand the rest. */
export function missingIn(form: ContentForm): string | undefined {
  const asked: Record<FeedbackKind, (keyof ContentForm)[]> = {
    inspection: ['on', 'passed'],
    finding: ['on', 'rectifyBy'],
    penalty: ['on'],
    credit: ['good', 'from'],
    normChange: ['on', 'from'],
  }
  const missing = asked[form.kind].find(name => form[name] === undefined)
  if (missing === undefined) return undefined
  return `content.${form.kind === 'normChange' && missing === 'on' ? 'issuedOn' : missing}`
}

export function contentOf(form: ContentForm): FeedbackContent {
  const text = (value: string | undefined) => value?.trim() ?? ''
  const day = (value: string | undefined) => value ?? ''
  switch (form.kind) {
    case 'inspection':
      return {
        $type: 'inspection',
        on: day(form.on),
        passed: form.passed ?? false,
        findings: text(form.findings),
        inspectors: form.inspectors.map(i => i.trim()).filter(i => i !== ''),
      }
    case 'finding':
      return { $type: 'finding', on: day(form.on), fault: text(form.fault), rectifyBy: day(form.rectifyBy) }
    case 'penalty':
      return {
        $type: 'penalty',
        on: day(form.on),
        document: text(form.document),
        article: text(form.article),
        sanction: text(form.sanction),
        amount: form.amount,
      }
    case 'credit':
      return {
        $type: 'credit',
        good: form.good ?? false,
        level: text(form.level),
        source: text(form.source),
        from: day(form.from),
        until: form.until,
      }
    case 'normChange':
      return {
        $type: 'normChange',
        issuedOn: day(form.on),
        document: text(form.document),
        what: text(form.what),
        from: day(form.from),
      }
  }
}

/** As it was reported, to be corrected. */
export function formOf(content: FeedbackContent): ContentForm {
  switch (content.$type) {
    case 'inspection': {
      const { on, passed, findings, inspectors } = content
      return { kind: 'inspection', on, passed, findings, inspectors }
    }
    case 'finding':
      return { ...emptyForm('finding'), on: content.on, fault: content.fault, rectifyBy: content.rectifyBy }
    case 'penalty': {
      const { on, document, article, sanction } = content
      return { ...emptyForm('penalty'), on, document, article, sanction, amount: content.amount ?? undefined }
    }
    case 'credit': {
      const { good, level, source, from } = content
      return { ...emptyForm('credit'), good, level, source, from, until: content.until ?? undefined }
    }
    case 'normChange': {
      const { issuedOn, document, what, from } = content
      return { ...emptyForm('normChange'), on: issuedOn, document, what, from }
    }
    default:
      throw new Error('A feedback of a kind that is not known.')
  }
}
