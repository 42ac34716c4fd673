import { describe, expect, test } from 'vitest'
import { identifierFault, isCitizenNumber, isSocialCreditCode, spacedIdentifier } from './identifiers'

describe('公民身份号码', () => {
  test.each(['37039019750312001X', '11010519491231002X'])('%s is one', number =>
    expect(isCitizenNumber(number)).toBe(true),
  )
  test('a wrong check character, or a day that never was, is not', () => {
    expect(isCitizenNumber('370390197503120011')).toBe(false)
    expect(isCitizenNumber('370390197502300018')).toBe(false)
  })
})

describe('统一社会信用代码', () => {
  test.each(['11370390MB1A0001XP', '91370390MA3E00099E', '11370390MB1A250252'])('%s is one', code =>
    expect(isSocialCreditCode(code)).toBe(true),
  )
  test('two characters in the wrong order are found', () =>
    expect(isSocialCreditCode('11370390MB1A0010XP')).toBe(false))
  test('letters that look like digits do not occur', () => expect(isSocialCreditCode('1137O390MB1A0001XP')).toBe(false))
})

test('while it is typed, the clerk sees how much is missing; then what is wrong', () => {
  expect(identifierFault('organisation', '')).toBeUndefined()
  expect(identifierFault('organisation', '9137')).toContain('4位')
  expect(identifierFault('person', '370390197503120011')).toContain('校验位')
  expect(identifierFault('person', '37039019750312001X')).toBeUndefined()
})

test('for the eyes it is set in groups', () =>
  expect(spacedIdentifier('37039019750312001X')).toBe('370390 19750312 001X'))
