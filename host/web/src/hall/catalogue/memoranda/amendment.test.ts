import { expect, test } from 'vitest'
import type { MemorandumContent } from '../../../../generated/api'
import { amendmentOf } from './amendment'

const health = { name: '区文化和旅游局', code: '11370390MB1A250252' }
const bureau = { name: '锦源区行政审批服务局', code: '11370390MB1A0001XP' }
const item = (code: string) => ({
  item: code,
  approves: '受理、审查、决定',
  supervises: '事中事后监管',
  supervisor: health,
  boundarySettled: true,
  support: [],
})
const before: MemorandumContent = {
  number: '锦审备〔2026〕1号',
  title: '审管衔接备忘录',
  from: health,
  to: bureau,
  handoverOn: '2026-03-24',
  items: [item('a'), item('b')],
  pushRules: [],
  checklist: [{ key: 'files', kind: 'files', description: '文件', count: 1 }],
}

test('没有改动的什么也不送', () => {
  const same = amendmentOf(before, structuredClone(before))
  expect([same.items, same.pushRules, same.checklist]).toEqual([null, null, null])
})

test('只送改动的事项，错误仍显示在表单中的那个事项上', () => {
  const after = { ...before, items: [item('a'), { ...item('b'), approves: '受理、审查、决定、送达' }] }
  const amended = amendmentOf(before, after)
  expect(amended.items).toEqual([
    { item: 'b', approves: '受理、审查、决定、送达', supervises: '事中事后监管', support: [] },
  ])
  expect(amended.placeOf('items[1].support[0].limit')).toBe('items[0].support[0].limit')
  expect(amended.placeOf('items[0].approves')).toBe('items[-1].approves')
  expect(amended.placeOf('pushRules[0].topics')).toBe('pushRules[0].topics')
})

test('交接清单改动时整份送出', () => {
  const after = {
    ...before,
    checklist: [...before.checklist, { key: 'x', kind: 'seals' as const, description: '印章', count: 1 }],
  }
  const amended = amendmentOf(before, after)
  expect(amended.checklist).toHaveLength(2)
  expect(amended.summary).toContain('交接清单')
})
