import { useQueries } from '@tanstack/react-query'
import type {
  HandoverEntry,
  ItemElements,
  MemorandumContent,
  MemorandumItem,
  Organisation,
  PushRule,
} from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { anyLimit } from '../../../words/catalogue'

export const itemQuery = (code: string) => ({
  queryKey: ['item', code],
  queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code } } })),
  staleTime: 300_000,
})

/** The elements of the covered items, as far as they are there already. */
export function useElements(codes: string[]): Map<string, ItemElements> {
  return useQueries({
    queries: codes.map(itemQuery),
    combine: all => new Map(all.flatMap(q => (q.data ? [[q.data.code, q.data.inForce.elements] as const] : []))),
  })
}

export function stepNameOf(elements: ItemElements | undefined, key: string): string {
  return elements?.steps.find(s => s.key === key)?.name ?? key
}

/** What an item begins with in a memorandum: what the catalogue says of it, to be worded by both sides. */
export function itemOf(elements: ItemElements, from: Organisation, to: Organisation): MemorandumItem {
  return {
    item: elements.code,
    approves: '受理、审查、决定，颁发证照，对审批行为承担责任。',
    supervises: '事中事后监督管理，对监管行为承担责任；需要变更、撤回、撤销、注销的，书面提请承接方依法办理。',
    supervisor: from,
    boundarySettled: true,
    support: elements.steps
      .filter(s => s.performer === 'department')
      .map(s => ({
        stepKey: s.key,
        lead: from,
        helper: to,
        limit: anyLimit(s.limit) ?? { count: 2, unit: 'workingDay' },
        ifSilent: 'wait' as const,
      })),
  }
}

export function pushRuleTo(recipient: Organisation): PushRule {
  return {
    topics: ['accepted', 'decided', 'issued'],
    recipient,
    within: { count: 1, unit: 'workingDay' },
    content: '申请人、事项、办理结果、证照信息及相关文书',
    fields: [],
    documents: ['acceptance', 'grant', 'denial'],
    claimWithin: null,
  }
}

const usualChecklist: HandoverEntry[] = [
  { key: 'files', kind: 'files', description: '有关法律、法规、标准和规范性文件', count: 1 },
  { key: 'archives', kind: 'archives', description: '在用的审批档案和办件资料', count: 1 },
  { key: 'blank-certificates', kind: 'blankCertificates', description: '空白证照及文书', count: 1 },
  { key: 'seals', kind: 'seals', description: '行政许可专用印章', count: 1 },
  { key: 'system-accounts', kind: 'systemAccounts', description: '业务系统账号、密钥', count: 1 },
]

const nobody: Organisation = { name: '', code: '' }

export function emptyContent(to: Organisation | undefined, handoverOn: string): MemorandumContent {
  return {
    number: '',
    title: '',
    from: nobody,
    to: to ?? nobody,
    handoverOn,
    items: [],
    pushRules: [],
    checklist: usualChecklist,
  }
}
