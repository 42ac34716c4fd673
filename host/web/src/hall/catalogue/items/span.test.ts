import { expect, test } from 'vitest'
import type { Tenure } from '../../../../generated/api'
import { dayAfter, dayOf, spanOf } from './span'

const health = { name: '区文化和旅游局', code: '11370390MB1A250252' }
const bureau = { name: '锦源区行政审批服务局', code: '11370390MB1A0001XP' }
const handover = '2026-03-24T00:00:00+08:00'
const tenures: Tenure[] = [
  { from: null, until: handover, owner: health, supervisor: health },
  { from: handover, until: null, owner: bureau, supervisor: health },
]

test('时间按大厅所在地的日期计算', () => {
  expect(dayOf('2026-03-23T16:00:00Z')).toBe('2026-03-24')
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01')
})

test('归属沿革首尾相接，铺满时间轴', () => {
  const span = spanOf(tenures, '2026-11-22')
  expect(span.from < '2026-03-24' && span.to > '2026-11-22').toBe(true)
  const [before, after] = span.stretches
  expect(before?.left).toBe(0)
  expect(before && after && before.left + before.width - after.left).toBeCloseTo(0)
  expect(after && after.left + after.width).toBeCloseTo(100)
})

test('尚未生效的划转也在时间轴上', () => {
  const span = spanOf(tenures, '2026-01-05')
  expect(span.to > '2026-03-24').toBe(true)
})

test('从未划转的事项只有一段', () => {
  const span = spanOf([{ from: null, until: null, owner: health, supervisor: health }], '2026-11-22')
  expect(span.stretches).toEqual([expect.objectContaining({ left: 0, width: 100 })])
})
