import { describe, expect, it } from 'vitest'
import { changesBy, isKnown, monthsOf, namedDays, readNotice } from './calendar'

const notice2026 = {
  year: 2026,
  notices: [{ source: 'gov.cn 202511/content_7047091', issued: '2025-11-04' }],
  holidays: [{ name: '春节', from: '2026-02-15', to: '2026-02-23' }],
  makeUpDays: [{ date: '2026-02-14', name: '春节' }],
}

describe('日历', () => {
  it('放假的首尾两日都放假，其间的周末也算', () => {
    const named = namedDays([notice2026])
    expect(named.get('2026-02-15')?.kind).toBe('holiday')
    expect(named.get('2026-02-21')?.kind).toBe('holiday')
    expect(named.get('2026-02-23')?.kind).toBe('holiday')
    expect(named.get('2026-02-24')).toBeUndefined()
    expect(named.get('2026-02-14')).toEqual({ date: '2026-02-14', kind: 'makeUpDay', name: '春节' })
  })

  it('同一天有两份通知的，以后一份为准', () => {
    const later = { ...notice2026, holidays: [], makeUpDays: [{ date: '2026-02-21', name: '春节' }] }
    expect(namedDays([notice2026, later]).get('2026-02-21')?.kind).toBe('makeUpDay')
    expect(namedDays([later, notice2026]).get('2026-02-21')?.kind).toBe('holiday')
  })

  it('每月按周从星期一排起', () => {
    const [january, february] = monthsOf(2026, namedDays([notice2026]))
    // 2026年1月1日是星期四，2月1日是星期日。
    expect(january?.[0]?.map(d => d?.date)).toEqual([
      undefined,
      undefined,
      undefined,
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ])
    expect(february?.[0]?.[6]).toEqual({ date: '2026-02-01', kind: 'weekend' })
    expect(february?.every(week => week.length === 7)).toBe(true)
  })

  it('只有全国的放假安排才使一年成为已公布的', () => {
    expect(isKnown(2026, [notice2026])).toBe(true)
    expect(isKnown(2027, [notice2026])).toBe(false)
    expect(isKnown(2026, [{ ...notice2026, region: '370390' }])).toBe(false)
  })

  it('导入前说明哪些日子将有变化，没有变化的不列', () => {
    const longer = { ...notice2026, holidays: [{ name: '春节', from: '2026-02-15', to: '2026-02-24' }] }
    expect(changesBy(longer, [notice2026])).toEqual([
      {
        date: '2026-02-24',
        before: { date: '2026-02-24', kind: 'workingDay' },
        after: { date: '2026-02-24', kind: 'holiday', name: '春节' },
      },
    ])
    expect(changesBy(notice2026, [notice2026])).toEqual([])
  })

  it('更正替换本年原来的安排，没有写到的日子恢复平常；地方的安排并列，不替换全国的', () => {
    const correction = { ...notice2026, holidays: [{ name: '春节', from: '2026-02-16', to: '2026-02-23' }] }
    expect(changesBy(correction, [notice2026]).map(c => [c.date, c.before.kind, c.after.kind])).toEqual([
      ['2026-02-15', 'holiday', 'weekend'],
    ])
    const festival = {
      ...notice2026,
      region: '370390',
      holidays: [{ name: '样例节', from: '2026-11-24', to: '2026-11-24' }],
      makeUpDays: [],
    }
    expect(changesBy(festival, [notice2026]).map(c => c.date)).toEqual(['2026-11-24'])
  })

  it('不是放假安排的文件不读', () => {
    expect(readNotice(JSON.stringify(notice2026))).toEqual(notice2026)
    expect(readNotice('{')).toBeUndefined()
    expect(readNotice('{"year":"2026"}')).toBeUndefined()
    expect(readNotice('{"year":2026,"holidays":[{"name":"春节","from":"2月15日","to":"2月23日"}]}')).toBeUndefined()
    expect(
      readNotice('{"year":2026,"holidays":[{"name":"春节","from":"2026-02-15","to":"9999-02-15"}]}'),
    ).toBeUndefined()
    expect(readNotice('{"year":2026,"holidays":[null]}')).toBeUndefined()
  })
})
