import type { AmendMemorandumAmendedItem, HandoverEntry, MemorandumContent, PushRule } from '../../../../generated/api'

export interface Amended {
  items: AmendMemorandumAmendedItem[] | null
  pushRules: PushRule[] | null
  checklist: HandoverEntry[] | null
  summary: string
  /** A place of the form as the request has it: the request names only the items that change. */
  placeOf: (place: string) => string
}

/** What was changed of a memorandum in force; what was left alone is not sent. */
export function amendmentOf(before: MemorandumContent, after: MemorandumContent): Amended {
  const items = after.items.filter((item, i) => !isSame(item, before.items[i]))
  const pushRules = isSame(after.pushRules, before.pushRules) ? null : after.pushRules
  const checklist = isSame(after.checklist, before.checklist) ? null : after.checklist
  const parts = [
    items.length > 0 ? `${items.length}个事项的职责或者技术支撑` : '',
    pushRules ? '信息推送' : '',
    checklist ? '交接清单' : '',
  ].filter(t => t)
  return {
    items:
      items.length > 0
        ? items.map(({ item, approves, supervises, support }) => ({ item, approves, supervises, support }))
        : null,
    pushRules,
    checklist,
    summary: `将修订：${parts.join('、')}。`,
    placeOf: place =>
      place.replace(/^items\[(\d+)\]/, (_, i: string) => {
        const item = after.items[Number(i)]
        return `items[${item ? items.indexOf(item) : -1}]`
      }),
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
