import { describe, expect, it } from 'vitest'
import { freshKeys } from './fresh'

describe('新到的待办', () => {
  it('插到前面的是新的', () => {
    expect(freshKeys(['甲', '乙'], true, ['急', '甲', '乙'])).toEqual(['急'])
  })

  it('继续显示出来的不是新的', () => {
    expect(freshKeys(['甲', '乙'], true, ['甲', '乙', '丙'])).toEqual([])
  })

  it('没有下一页时，排到最后的也是新的', () => {
    expect(freshKeys(['甲'], false, ['甲', '丙'])).toEqual(['丙'])
    expect(freshKeys([], false, ['丙'])).toEqual(['丙'])
  })

  it('办完的不影响其余', () => {
    expect(freshKeys(['甲', '乙'], true, ['乙', '丙'])).toEqual([])
  })
})
