import type { ItemElements, Material, ReviewStep } from '../../../../generated/api'
import { yuanText } from '../../../words/amounts'
import { anyLimitText, elementName, performerName, statutoryText } from '../../../words/catalogue'
import { limitText } from '../../../words/limits'

export interface ElementChange {
  title: string
  before: string
  after: string
}

/** What is otherwise in one version of an item than in another, element by element. */
export function changesBetween(before: ItemElements, after: ItemElements): ElementChange[] {
  return columns.flatMap(([title, tell]) => {
    const [was, is] = [tell(before), tell(after)]
    return was === is ? [] : [{ title, before: was, after: is }]
  })
}

const lines = (all: string[]) => (all.length > 0 ? all.join('\n') : '无')

const columns: [title: string, tell: (of: ItemElements) => string][] = [
  ['事项名称', e => e.name],
  ['法定办结时限', e => statutoryText(e.statutoryLimit, e.startEvent)],
  ['承诺办结时限', e => limitText(e.promisedLimit)],
  [
    '分情形的时限',
    e => lines(e.tiers.map(t => `${t.label}：法定${limitText(t.statutory)}，承诺${limitText(t.promised)}`)),
  ],
  ['设定依据', e => lines(e.legalBasis)],
  ['受理条件', e => lines(e.conditions.map(c => c.text))],
  ['申请材料', e => lines(e.materials.map(material))],
  ['审查环节', e => lines(e.steps.map(step))],
  [
    '办理结果',
    e => (e.result ? `${e.result.name}${e.result.validity ? `，有效期${anyLimitText(e.result.validity)}` : ''}` : '无'),
  ],
  [
    '收费',
    e => (e.fee ? `${e.fee.amount == null ? '按情形计收' : yuanText(e.fee.amount)}（${e.fee.basis}）` : '不收费'),
  ],
  ['监管部门', e => e.supervisingDepartment],
  ['风险点', e => lines(e.riskPoints.map(r => `${r.risk}（防控：${r.control}）`))],
  ['未核实的要素', e => lines(e.unconfirmed.map(u => elementName[u]))],
  ['申请表', e => lines(Object.values(questions(e.form)))],
]

function material(m: Material): string {
  return [m.name, m.requirement, m.required ? '' : '视情形', m.heldAs ? `本局已发${m.heldAs}的不再收取` : '']
    .filter(t => t)
    .join('，')
}

function step(s: ReviewStep): string {
  return [s.name, performerName[s.performer], s.requirement, s.limit ? anyLimitText(s.limit) : '']
    .filter(t => t)
    .join('，')
}

function questions(form: unknown): string[] {
  const properties = (form as { properties?: Record<string, { title?: string }> }).properties ?? {}
  return Object.entries(properties).map(([name, p]) => p.title ?? name)
}
