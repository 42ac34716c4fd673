import type { FilingBody, Memorandum } from '../../../../generated/api'
import { filingBodyName } from '../../../words/catalogue'
import { dayText, instantText } from '../../../words/dates'

export interface Stage {
  title: string
  state: 'done' | 'now' | 'later'
  note: string
}

export interface StageLine {
  stages: Stage[]
  /** What is next and by whom; empty where nothing is. */
  next: string
}

export const bodies = Object.keys(filingBodyName) as FilingBody[]

/** 备忘录到了哪一步: from the draft to the filing, and who must do what next. */
export function stageLine(memorandum: Memorandum, now: string): StageLine {
  const { content, signatures, effectiveFrom, handovers, filings, endedAt } = memorandum
  const sides = { from: content?.from.name ?? '移交方', to: content?.to.name ?? '承接方' }
  const unsigned = (['from', 'to'] as const).filter(side => !signatures.some(s => s.side === side))
  const outstanding = (content?.checklist ?? []).filter(c => !handovers.some(h => h.key === c.key))
  const unfiled = bodies.filter(b => !filings.some(f => f.body === b))
  const open = openItems(memorandum)
  const isSigned = !!effectiveFrom
  const isInForce = isSigned && new Date(effectiveFrom) <= new Date(now)

  const stages: Stage[] = [
    { title: '起草', state: 'done', note: content ? `${content.items.length}个事项` : '' },
    {
      title: '双方签字',
      state: isSigned ? 'done' : 'now',
      note: isSigned ? signatures.map(s => s.name).join('、') : `待${unsigned.map(side => sides[side]).join('、')}签字`,
    },
    {
      title: '生效划转',
      state: isInForce && open.length === 0 ? 'done' : isSigned ? 'now' : 'later',
      note: isSigned
        ? `${instantText(effectiveFrom)}${open.length > 0 ? `，${open.length}个事项边界未明确` : ''}`
        : `交接日期${dayText(content?.handoverOn)}`,
    },
    {
      title: '交接清点',
      state: !isSigned ? 'later' : outstanding.length === 0 ? 'done' : 'now',
      note: `${handovers.length}/${content?.checklist.length ?? 0}项`,
    },
    {
      title: '备案',
      state: !isSigned ? 'later' : unfiled.length === 0 ? 'done' : 'now',
      note: unfiled.length === 0 ? '三机关均已备案' : `待报${unfiled.map(b => filingBodyName[b]).join('、')}`,
    },
  ]
  if (endedAt) {
    stages.push({ title: '终止', state: 'done', note: instantText(endedAt) })
    return { stages, next: '' }
  }

  return { stages, next: nextOf() }

  function nextOf(): string {
    if (!isSigned) return `请${unsigned.map(side => sides[side]).join('和')}的人员签字；双方签字后备忘录才生效。`
    const tasks: string[] = []
    if (!isInForce) tasks.push(`${instantText(effectiveFrom)}起由${sides.to}办理，此前仍由${sides.from}办理`)
    if (open.length > 0) tasks.push(`双方商定${open.length}个事项的职责边界，商定前仍由${sides.from}办理`)
    if (outstanding.length > 0) tasks.push(`管理员逐项登记交接，还有${outstanding.length}项`)
    if (unfiled.length > 0) tasks.push(`管理员向${unfiled.map(b => filingBodyName[b]).join('、')}备案`)
    return tasks.length > 0 ? `${tasks.join('；')}。` : ''
  }
}

/** The items on whose boundary both sides have not agreed yet. */
export function openItems(memorandum: Memorandum): string[] {
  return (memorandum.content?.items ?? [])
    .filter(i => !i.boundarySettled && !memorandum.agreements.some(a => a.item === i.item))
    .map(i => i.item)
}
