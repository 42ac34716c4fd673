import { expect, test } from 'vitest'
import type { Memorandum } from '../../../../generated/api'
import { openItems, stageLine } from './stage'

const health = { name: '区文化和旅游局', code: '11370390MB1A250252' }
const bureau = { name: '锦源区行政审批服务局', code: '11370390MB1A0001XP' }
const item = (code: string, boundarySettled: boolean) => ({
  item: code,
  approves: '受理、审查、决定',
  supervises: '事中事后监管',
  supervisor: health,
  boundarySettled,
  support: [],
})
const draft: Memorandum = {
  content: {
    number: '锦审备〔2026〕1号',
    title: '审管衔接备忘录',
    from: health,
    to: bureau,
    handoverOn: '2026-03-24',
    items: [item('a', true), item('b', false)],
    pushRules: [],
    checklist: [
      { key: 'files', kind: 'files', description: '文件', count: 1 },
      { key: 'seals', kind: 'seals', description: '印章', count: 1 },
    ],
  },
  signatures: [],
  effectiveFrom: null,
  handovers: [],
  filings: [],
  agreements: [],
  amendments: [],
  endedAt: null,
  citation: null,
  status: 'draft',
}
const now = '2026-03-25T09:00:00+08:00'
const signed: Memorandum = {
  ...draft,
  signatures: [
    { side: 'from', name: '李某', position: '局长', on: '2026-03-23' },
    { side: 'to', name: '王某', position: '局长', on: '2026-03-23' },
  ],
  effectiveFrom: '2026-03-24T00:00:00+08:00',
}
const states = (m: Memorandum) => stageLine(m, now).stages.map(s => s.state)

test('起草后等双方签字', () => {
  expect(states(draft)).toEqual(['done', 'now', 'later', 'later', 'later'])
  expect(stageLine(draft, now).next).toContain('区文化和旅游局和锦源区行政审批服务局')
})

test('一方签字后只等另一方', () => {
  const one = { ...draft, signatures: signed.signatures.slice(0, 1) }
  expect(stageLine(one, now).next).not.toContain('区文化和旅游局')
  expect(stageLine(one, now).next).toContain('锦源区行政审批服务局')
})

test('生效后还要商定边界、交接、备案', () => {
  expect(states(signed)).toEqual(['done', 'done', 'now', 'now', 'now'])
  expect(openItems(signed)).toEqual(['b'])
  const { next } = stageLine(signed, now)
  for (const part of ['1个事项的职责边界', '还有2项', '编办、政府办公室、司法局']) expect(next).toContain(part)
})

test('全部完成后没有下一步', () => {
  const filed: Memorandum = {
    ...signed,
    agreements: [{ item: 'b', approves: '受理', supervises: '监管', document: '锦审商〔2026〕1号' }],
    handovers: ['files', 'seals'].map(key => ({ key, receivedBy: '赵某', on: '2026-03-24', remark: '' })),
    filings: (['staffingOffice', 'governmentOffice', 'justiceBureau'] as const).map(body => ({
      body,
      receipt: '备1号',
      on: '2026-03-25',
    })),
  }
  expect(states(filed)).toEqual(['done', 'done', 'done', 'done', 'done'])
  expect(stageLine(filed, now).next).toBe('')
  expect(openItems(filed)).toEqual([])
})

test('生效之前说明此前由谁办理', () => {
  expect(stageLine(signed, '2026-03-23T18:00:00+08:00').next).toContain('此前仍由区文化和旅游局办理')
})

test('终止后没有下一步', () => {
  const ended = { ...signed, endedAt: '2026-09-01T00:00:00+08:00' }
  expect(stageLine(ended, now).stages.at(-1)?.title).toBe('终止')
  expect(stageLine(ended, now).next).toBe('')
})
