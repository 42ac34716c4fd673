import { describe, expect, it } from 'vitest'
import type { Case, ReviewStep } from '../../../generated/api'
import { inColumns, plannedSteps, stepsBefore } from './stepPlan'

const bureau = { name: '锦源区行政审批服务局', code: 'B' }
const department = { name: '区卫生健康局', code: 'D' }

function step(key: string, after?: string[] | null, performer: ReviewStep['performer'] = 'owner'): ReviewStep {
  return { key, name: key, performer, ...(after === undefined ? {} : { after }) }
}

function caseOf(steps: ReviewStep[], progress: object[] = [], support?: object): Case {
  return {
    under: { owner: bureau, supervisor: department, steps, support },
    steps: progress,
  } as unknown as Case
}

describe('办理步骤', () => {
  it('没有写明先后的，等前一步', () => {
    expect(stepsBefore([step('审查'), step('勘验')], 1)).toEqual(['审查'])
    expect(stepsBefore([step('审查'), step('勘验', [])], 1)).toEqual([])
  })

  it('并行的步骤排在同一列，汇合的排在其后', () => {
    const columns = inColumns(
      plannedSteps(caseOf([step('核验'), step('检测', []), step('勘验', ['核验']), step('审查', ['检测', '勘验'])])),
    )
    expect(columns.map(c => c.map(s => s.definition.key))).toEqual([['核验', '检测'], ['勘验'], ['审查']])
  })

  it('备忘录约定的牵头和配合单位优先', () => {
    const [survey] = plannedSteps(
      caseOf([step('勘验', null, 'department')], [], {
        citation: '',
        steps: [{ stepKey: '勘验', lead: department, helper: bureau, limit: { count: 5, unit: 'workingDay' } }],
      }),
    )
    expect(survey?.lead).toEqual(department)
    expect(survey?.helper).toEqual(bureau)
  })

  it('说明各步办到哪里', () => {
    const states = plannedSteps(
      caseOf(
        [step('一'), step('二'), step('三'), step('四'), step('五'), step('六')],
        [
          { key: '一', openedOn: '2026-11-02', completedOn: '2026-11-03', passed: true },
          { key: '二', openedOn: '2026-11-02', completedOn: '2026-11-03', passed: false },
          { key: '三', openedOn: '2026-11-02', completedOn: '2026-11-09', passedOver: '逾期未出具意见' },
          { key: '四', openedOn: '2026-11-02', suspension: { from: '2026-11-03', article: '', reason: '' } },
          { key: '五', openedOn: '2026-11-02' },
        ],
      ),
    ).map(s => s.state)
    expect(states).toEqual(['passed', 'objected', 'passedOver', 'suspended', 'open', 'waiting'])
  })

  it('办件终止后，没有办完的步骤不再显示为正在办理', () => {
    const terminated = {
      ...caseOf([step('勘验')], [{ key: '勘验', openedOn: '2026-11-02' }]),
      stage: 'terminated',
    } as Case
    expect(plannedSteps(terminated).map(s => s.state)).toEqual(['stopped'])
  })
})
