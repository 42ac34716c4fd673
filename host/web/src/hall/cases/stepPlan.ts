import type { Case, CaseStage, Organisation, ReviewStep, StepProgress } from '../../../generated/api'

export type StepState = 'waiting' | 'open' | 'suspended' | 'stopped' | 'passed' | 'objected' | 'passedOver'

/** A step of a case as it is shown: what it asks, who handles it, and how far it is. */
export interface PlannedStep {
  definition: ReviewStep
  progress: StepProgress
  state: StepState
  /** 主体责任; null for the system. */
  lead: Organisation | null
  /** 配合责任. */
  helper: Organisation | null
  /** The keys of the steps it waits for. */
  before: string[]
}

/** In these nothing of the review goes on any more. */
const ended: readonly CaseStage[] = ['declined', 'withdrawn', 'terminated', 'archived']

export const stepStateName: Record<StepState, string> = {
  waiting: '尚未开始',
  open: '正在办理',
  suspended: '特别程序中，中止计时',
  stopped: '办件已结束，未办理',
  passed: '已通过',
  objected: '有异议',
  passedOver: '未按时出具意见，继续办理',
}

/** The steps that a step waits for: those it names, else the one before it, else none. */
export function stepsBefore(steps: readonly ReviewStep[], index: number): string[] {
  const named = steps[index]?.after
  if (named) return named.filter(key => steps.some(s => s.key === key))
  const previous = index > 0 ? steps[index - 1] : undefined
  return previous ? [previous.key] : []
}

export function plannedSteps(of: Case): PlannedStep[] {
  const under = of.under
  if (!under) return []
  return under.steps.map((definition, index) => {
    const progress = of.steps.find(s => s.key === definition.key) ?? { key: definition.key }
    const agreed =
      definition.performer === 'system' ? undefined : under.support?.steps.find(s => s.stepKey === definition.key)
    const lead =
      definition.performer === 'system'
        ? null
        : (agreed?.lead ?? (definition.performer === 'department' ? under.supervisor : under.owner))
    return {
      definition,
      progress,
      state: stateOf(progress, of),
      lead,
      helper: agreed?.helper ?? null,
      before: stepsBefore(under.steps, index),
    }
  })
}

/** The steps in the columns of their line: what stands in one column goes on side by side. */
export function inColumns(steps: readonly PlannedStep[]): PlannedStep[][] {
  const level = new Map<string, number>()
  const levelOf = (step: PlannedStep, seen: readonly string[]): number => {
    const known = level.get(step.definition.key)
    if (known !== undefined) return known
    const waited = step.before
      .filter(key => !seen.includes(key))
      .map(key => steps.find(s => s.definition.key === key))
      .filter(s => s !== undefined)
      .map(s => levelOf(s, [...seen, step.definition.key]) + 1)
    const found = Math.max(0, ...waited)
    level.set(step.definition.key, found)
    return found
  }
  const columns: PlannedStep[][] = []
  for (const step of steps) {
    const at = levelOf(step, [])
    while (columns.length <= at) columns.push([])
    columns[at]?.push(step)
  }
  return columns
}

function stateOf(progress: StepProgress, of: Case): StepState {
  if (progress.passedOver) return 'passedOver'
  if (progress.completedOn) return progress.passed === false ? 'objected' : 'passed'
  if (ended.includes(of.stage)) return 'stopped'
  if (!progress.openedOn) return 'waiting'
  return progress.suspension ? 'suspended' : 'open'
}
