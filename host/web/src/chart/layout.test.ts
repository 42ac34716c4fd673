import { describe, expect, test } from 'vitest'
import { inWords, layOut, type Procedure, rowsOf } from './layout'

const hygiene: Procedure = {
  name: '营业性演出审批',
  nodes: [
    { id: 'apply', kind: 'start', title: '营业性演出审批', lines: [{ meaning: 'remark', text: '申请人提交申请' }] },
    {
      id: 'accept',
      kind: 'step',
      title: '受理',
      lines: [
        { meaning: 'handler', text: '办理：锦源区行政审批服务局' },
        { meaning: 'limit', text: '时限：5个工作日' },
      ],
    },
    { id: 'supplement', kind: 'step', title: '申请人补正材料', lines: [] },
    { id: 'declined', kind: 'end', title: '不予受理', lines: [] },
    {
      id: 'step1',
      kind: 'step',
      title: '现场踏勘',
      lines: [{ meaning: 'handler', text: '办理：区文化和旅游局' }],
    },
    {
      id: 'risk1',
      kind: 'note',
      title: null,
      about: 'step1',
      lines: [
        { meaning: 'risk', text: '风险点：踏勘标准不一' },
        { meaning: 'control', text: '防控措施：两人以上踏勘，全程记录' },
      ],
    },
    { id: 'decide', kind: 'step', title: '作出决定', lines: [] },
  ],
  arrows: [
    { from: 'apply', to: 'accept' },
    { from: 'accept', to: 'supplement', label: '材料不齐全或不符合法定形式' },
    { from: 'supplement', to: 'accept' },
    { from: 'accept', to: 'declined' },
    { from: 'accept', to: 'step1' },
    { from: 'step1', to: 'decide' },
  ],
}

describe('流程图', () => {
  const placed = layOut(hygiene)
  const at = (id: string) => {
    const node = placed.nodes.find(n => n.id === id)
    if (!node) throw new Error(id)
    return node
  }

  test('自上而下：申请、受理、踏勘、决定', () => {
    const tops = ['apply', 'accept', 'step1', 'decide'].map(id => at(id).y)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(new Set(tops).size).toBe(4)
  })

  test('各步骤互不重叠，都在图内', () => {
    for (const a of placed.nodes) {
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(placed.width)
      expect(a.y + a.whole).toBeLessThanOrEqual(placed.height)
      for (const b of placed.nodes)
        if (a !== b)
          expect(
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.whole <= b.y || b.y + b.whole <= a.y,
            `${a.id} ${b.id}`,
          ).toBe(true)
    }
  })

  test('风险点和防控措施写在所属步骤下方，不单独成框', () => {
    expect(placed.nodes.map(n => n.id)).not.toContain('risk1')
    expect(at('step1').note?.lines.map(l => l.meaning)).toEqual(['risk', 'control'])
    expect(at('accept').note).toBeUndefined()
    expect(at('step1').whole).toBeGreaterThan(at('step1').height)
  })

  test('每条箭头从一步画到另一步，补正后回到受理', () => {
    expect(placed.arrows).toHaveLength(6)
    for (const a of placed.arrows) expect(a.points.length).toBeGreaterThan(1)
    expect(placed.arrows.find(a => a.from === 'accept' && a.to === 'supplement')?.label?.text).toContain('不齐全')
  })

  test('指向图上没有的步骤的箭头不画', () => {
    expect(layOut({ ...hygiene, arrows: [{ from: 'accept', to: 'nowhere' }] }).arrows).toHaveLength(0)
  })

  test('文字版写明每一步之后去哪里', () => {
    const words = inWords(hygiene)
    expect(words.map(w => w.node.id)).toEqual(['apply', 'accept', 'supplement', 'declined', 'step1', 'decide'])
    expect(words[1]?.next).toEqual(['材料不齐全或不符合法定形式：申请人补正材料', '不予受理', '现场踏勘'])
    expect(words[4]?.notes).toHaveLength(2)
  })
})

describe('换行', () => {
  test('一行不超过给定的宽度', () => {
    expect(rowsOf('一二三四五六七八', 3)).toEqual(['一二三', '四五六', '七八'])
  })

  test('标点不在行首，数字不拆开', () => {
    expect(rowsOf('一二三，四', 3)).toEqual(['一二三，', '四'])
    expect(rowsOf('时限为20个工作日', 4)).toEqual(['时限为', '20个工', '作日'])
  })

  test('空文字没有行', () => {
    expect(rowsOf('', 10)).toEqual([])
  })
})
