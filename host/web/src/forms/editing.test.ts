import { describe, expect, it } from 'vitest'
import {
  duplicated,
  faultName,
  groupedNumber,
  joined,
  parseDay,
  parseNumber,
  pastedItems,
  placeOf,
  visited,
  without,
} from './editing'

describe('日期的键入', () => {
  it.each([
    ['20261122', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026.1.2', '2026-01-02'],
    ['2026/11/2', '2026-11-02'],
    ['2026年2月28日', '2026-02-28'],
    [' 20240229 ', '2024-02-29'],
  ])('%s 是 %s', (typed, day) => expect(parseDay(typed)).toBe(day))

  it.each(['20260229', '20261322', '2026112', '11-22', '', '明天', '00010101'])('%s 不是日期', typed =>
    expect(parseDay(typed)).toBeUndefined(),
  )
})

describe('数字的键入', () => {
  it.each([
    ['4680', 4680],
    ['1,234,567.50', 1234567.5],
    ['1，234', 1234],
    ['-0.5', -0.5],
    ['.5', 0.5],
    ['12.', 12],
  ])('%s', (typed, value) => expect(parseNumber(typed)).toBe(value))

  it.each(['', '-', '1e5', '12米', '1.2.3'])('“%s”还不是数字', typed => expect(parseNumber(typed)).toBeUndefined())

  it('显示时每三位一个分隔', () => {
    expect(groupedNumber(1234567.5)).toBe('1,234,567.5')
    expect(groupedNumber(-1234)).toBe('-1,234')
    expect(groupedNumber(999)).toBe('999')
    expect(groupedNumber(1234.56789)).toBe('1,234.56789')
  })
})

describe('逐行填写', () => {
  it('复制的一行在原行之后，改其一不动其二', () => {
    const rows = duplicated(
      [
        { plate: '鲁C00001', axle: [1] },
        { plate: '鲁C00002', axle: [2] },
      ],
      0,
    )
    expect(rows.map(r => r.plate)).toEqual(['鲁C00001', '鲁C00001', '鲁C00002'])
    expect(rows[1]?.axle).not.toBe(rows[0]?.axle)
  })

  it('删去的只是那一行', () => expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']))

  it('粘贴的清单按行和顿号分开', () =>
    expect(pastedItems('颗粒物、化学需氧量\n 氨氮 \n')).toEqual(['颗粒物', '化学需氧量', '氨氮']))
})

describe('填写有误', () => {
  const own = [{ path: 'name', label: '姓名', text: '请填写姓名。' }]
  const hosts = [
    { path: 'name', label: '姓名', text: '缺少姓名。' },
    { path: 'rows[0].plate', label: '车牌', text: '格式不符。' },
  ]

  it('同一处只说一次，系统另外发现的补在后面', () =>
    expect(joined(own, hosts).map(f => f.text)).toEqual(['请填写姓名。', '格式不符。']))

  it('还没有填到的地方不催', () => {
    expect(visited(hosts, new Set(['rows[0].plate'])).map(f => f.path)).toEqual(['rows[0].plate'])
    expect(visited(hosts, new Set())).toEqual([])
  })

  it('几行中的一处说明是哪一行', () => {
    expect(faultName({ path: 'devices[1].model', label: '型号', text: '' })).toBe('第2行型号')
    expect(faultName({ path: 'axleLoads[1]', label: '轴荷', text: '' })).toBe('轴荷')
  })

  it('系统的字段名对上表单的位置', () => expect(placeOf('form.rows[0].plate')).toBe('rows[0].plate'))
})
