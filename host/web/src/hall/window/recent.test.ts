import { describe, expect, it } from 'vitest'
import { recentFirst, withLatest } from './recent'

describe('常用事项', () => {
  it('刚用过的在最前，同一事项只列一次，只记十二项', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ code: `c${i}`, name: `事项${i}` }))
    const next = withLatest(many, { code: 'c3', name: '事项3' })
    expect(next.map(r => r.code).slice(0, 3)).toEqual(['c3', 'c0', 'c1'])
    expect(withLatest(many, { code: 'x', name: '新' })).toHaveLength(12)
  })

  it('检索结果中用过的排前，其余保持原来的次序', () => {
    const found = ['a', 'b', 'c', 'd'].map(code => ({ code }))
    expect(
      recentFirst(found, [
        { code: 'd', name: '' },
        { code: 'b', name: '' },
      ]).map(f => f.code),
    ).toEqual(['d', 'b', 'a', 'c'])
  })
})
