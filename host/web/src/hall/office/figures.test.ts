import { describe, expect, it } from 'vitest'
import { durationText, percentOf, sizeText, upToText } from './figures'

describe('系统状态的数字', () => {
  it('大小按常用单位', () => {
    expect(sizeText(512)).toBe('512 字节')
    expect(sizeText(1536)).toBe('1.5 KB')
    expect(sizeText(250 * 1024 * 1024)).toBe('250 MB')
    expect(sizeText(5 * 1024 ** 4)).toBe('5 TB')
  })
  it('时长说最大的两部分', () => {
    expect(durationText(40)).toBe('40秒')
    expect(durationText(125)).toBe('2分5秒')
    expect(durationText(7500)).toBe('2小时5分')
    expect(durationText(3 * 86400 + 4 * 3600 + 59)).toBe('3天4小时')
  })
  it('只数到一万', () => {
    expect(upToText(9_999)).toBe('9999')
    expect(upToText(10_000)).toBe('10000以上')
  })
  it('没有结束以前不到百分之百', () => {
    expect(percentOf(50, 200)).toBe(25)
    expect(percentOf(260, 200)).toBe(99)
    expect(percentOf(10, 0)).toBe(0)
  })
})
