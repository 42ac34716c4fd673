import { expect, test } from 'vitest'
import { daysBetween, dayText, distanceText, instantText, localToday, shortDay } from './dates'

test('a day is written as people here write it', () => {
  expect(dayText('2026-01-05')).toBe('2026年1月5日')
  expect(shortDay('2026-11-22', '2026-11-20')).toBe('11月22日（周日）')
  expect(shortDay('2027-01-04', '2026-11-20')).toBe('2027年1月4日（周一）')
  expect(dayText('9999-12-31')).toBe('—')
})

test('an instant is told on the clock of the hall, wherever the browser is', () => {
  expect(instantText('2025-11-23T16:00:00+00:00')).toBe('2025年11月24日 00:00')
  expect(localToday(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
})

test('how far a day is', () => {
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  expect(distanceText('2026-11-22', '2026-11-22')).toBe('今天到期')
  expect(distanceText('2026-11-20', '2026-11-22')).toBe('已过2天')
  expect(distanceText('2026-11-25', '2026-11-22')).toBe('还有3天')
})
