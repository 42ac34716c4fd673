import type { ReactNode } from 'react'
import type { CaseStage, ShowCaseAnswer, ShowProgressCaseProgress } from '../../../generated/api'
import { dayText } from '../../words/dates'

/** One place on the way of a case. */
export interface Place {
  key: string
  name: string
  state: 'done' | 'now' | 'ahead' | 'stopped'
  told: ReactNode
}

/** The way of a case from the filing to the delivery, as a line: where it has been, where it is, what is still ahead. */
export function Way(props: { of: Place[] }) {
  const words = { done: '已完成', now: '正在进行', ahead: '未到', stopped: '到此为止' } as const
  return (
    <ol className="way" aria-label="办理进度">
      {props.of.map(place => (
        <li
          key={place.key}
          className={place.state}
          aria-current={place.state === 'now' || place.state === 'stopped' ? 'step' : undefined}
        >
          <strong>{place.name}</strong>
          <span className="only-read">（{words[place.state]}）</span>
          {place.told ? <div className="quiet small">{place.told}</div> : null}
        </li>
      ))}
    </ol>
  )
}

/** What the line is drawn from, whoever asks. */
interface Course {
  stage: CaseStage
  receivedOn: string | null | undefined
  respondBy: string | null | undefined
  acceptedOn: string | null | undefined
  due: string | null | undefined
  promisedDue: string | null | undefined
  suspended: boolean
  steps: { name: string; openedOn?: string | null; completedOn?: string | null }[]
  decidedOn: string | null | undefined
  granted: boolean | null | undefined
  deliveredOn: string | null | undefined
}

const closed: Partial<Record<CaseStage, string>> = {
  declined: '不予受理',
  withdrawn: '申请已撤回',
  terminated: '办理已终止',
}

export function wayOfProgress(of: ShowProgressCaseProgress): Place[] {
  return wayOf(of as Course)
}

/** The decision is told only when it carries its seal: before, it is none. */
export function wayOfCase(of: ShowCaseAnswer): Place[] {
  const c = of.case
  const isSealed = c.notices.some(n => n.seal && ['ZY', 'BX', 'BA'].includes(String(n.number).slice(0, 2)))
  return wayOf({
    stage: c.stage,
    receivedOn: c.receivedOn,
    respondBy: c.respondBy,
    acceptedOn: c.acceptedOn,
    due: c.statutory?.due,
    promisedDue: c.promised?.due,
    suspended: c.steps.some(s => s.suspension),
    steps: c.steps.map(s => ({ ...s, name: c.under?.steps.find(d => d.key === s.key)?.name ?? '审查' })),
    decidedOn: isSealed ? c.decision?.on : null,
    granted: isSealed ? c.decision?.granted : null,
    deliveredOn: c.deliveredOn,
  })
}

function wayOf(of: Course): Place[] {
  const end = closed[of.stage]
  const isDecided = ['decided', 'sealed', 'issued', 'delivered', 'archived'].includes(of.stage)
  const isOver = of.stage === 'delivered' || of.stage === 'archived'
  const places: Place[] = [
    { key: 'filed', name: '提交申请', state: 'done', told: of.receivedOn ? dayText(of.receivedOn) : null },
  ]
  if (of.stage === 'awaitingSupplement')
    places.push({ key: 'supplement', name: '等您补正材料', state: 'now', told: '补正齐全之日视为收到申请之日。' })
  if (of.acceptedOn) places.push({ key: 'accepted', name: '受理', state: 'done', told: dayText(of.acceptedOn) })
  else if (!end)
    places.push({
      key: 'accepted',
      name: '受理',
      state: of.stage === 'filed' ? 'now' : 'ahead',
      told: of.respondBy ? `${dayText(of.respondBy)}前答复是否受理` : null,
    })
  for (const [i, step] of of.steps.entries()) {
    if (end && !step.openedOn) continue
    places.push({
      key: `step${i}`,
      name: step.name,
      state: step.completedOn || isDecided ? 'done' : step.openedOn && !end ? 'now' : 'ahead',
      told: step.completedOn ? `${dayText(step.completedOn)}完成` : null,
    })
  }
  if (end) return [...places, { key: 'end', name: end, state: 'stopped', told: null }]
  const isToBeDecided = of.stage === 'inReview' && of.steps.every(s => s.completedOn)
  places.push({
    key: 'decided',
    name: of.granted === true ? '准予' : of.granted === false ? '不予许可' : '作出决定',
    state: of.decidedOn ? 'done' : of.stage === 'decided' || isToBeDecided ? 'now' : 'ahead',
    told: of.decidedOn ? dayText(of.decidedOn) : of.stage === 'decided' ? '正在用印' : dueText(of),
  })
  places.push({
    key: 'delivered',
    name: '送达',
    state: isOver ? 'done' : of.stage === 'sealed' || of.stage === 'issued' ? 'now' : 'ahead',
    told: of.deliveredOn ? dayText(of.deliveredOn) : null,
  })
  return places
}

function dueText(of: Course): string | null {
  if (of.suspended) return '正在进行检验、检测、鉴定、专家评审等特别程序，期间不计入办理时限。'
  if (of.promisedDue && of.due && of.promisedDue !== of.due)
    return `承诺${dayText(of.promisedDue)}前办好，最迟${dayText(of.due)}`
  const day = of.promisedDue ?? of.due
  return day ? `${dayText(day)}前` : null
}
