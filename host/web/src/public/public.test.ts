import { expect, test } from 'vitest'
import type { ShowProgressCaseProgress } from '../../generated/api'
import { wayOfProgress } from './my/Way'
import { numberIn } from './Scanner'
import { isInForce, spanText } from './words'

const supplemented = {
  stage: 'awaitingSupplement',
  receivedOn: '2026-11-16',
  suspended: false,
  steps: [{ name: '现场审核' }],
} as unknown as ShowProgressCaseProgress

test('a case that waits for its applicant shows so on its way, before the acceptance', () =>
  expect(wayOfProgress(supplemented).map(p => `${p.name}:${p.state}`)).toEqual([
    '提交申请:done',
    '等您补正材料:now',
    '受理:ahead',
    '现场审核:ahead',
    '作出决定:ahead',
    '送达:ahead',
  ]))

test('what was withdrawn ends where it was', () =>
  expect(
    wayOfProgress({ ...supplemented, stage: 'withdrawn' })
      .map(p => p.state)
      .at(-1),
  ).toBe('stopped'))

test('the number is read out of the address in the code, and nothing out of another code', () => {
  expect(numberIn('https://spj.invalid/verify/ZY3703902026000101014')).toBe('ZY3703902026000101014')
  expect(numberIn('https://elsewhere.invalid/?pay=1')).toBeUndefined()
})

test('years are told as years; a licence that was renewed is in force, a suspended one is not', () => {
  expect(spanText({ count: 48, unit: 'month' })).toBe('4年')
  expect(spanText({ count: 30, unit: 'calendarDay' })).toBe('30日')
  expect([isInForce('renewed'), isInForce('suspended')]).toEqual([true, false])
})
