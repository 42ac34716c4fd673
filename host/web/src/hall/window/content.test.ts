import { describe, expect, it } from 'vitest'
import { canBeSaved, contentOf, emptyContent, kindOf, kindOfApplicant, requestOf } from './content'

describe('申请人是个人还是单位', () => {
  it.each([
    ['370390197508081072', 'person'],
    ['91370390MA3E00195P', 'organisation'],
    ['91', 'organisation'],
    ['3703901975', 'person'],
    ['12370390MB', 'organisation'],
    ['37039019790101123X', 'person'],
  ])('%s', (identifier, kind) => expect(kindOf(identifier)).toBe(kind))

  it.each(['', '3', '370390', '5137', '12345'])('“%s”还看不出来', identifier =>
    expect(kindOf(identifier)).toBeUndefined(),
  )

  it('人工选定的算数', () =>
    expect(kindOfApplicant({ ...emptyContent, identifier: '91', kind: 'person' })).toBe('person'))
})

describe('存草稿', () => {
  const content = { ...emptyContent, identifier: '370390197508081072', name: ' 林某某 ', contact: '0000-3800008' }

  it('号码对、有姓名才能存到系统', () => {
    expect(canBeSaved(content)).toBe(true)
    expect(canBeSaved({ ...content, name: ' ' })).toBe(false)
    expect(canBeSaved({ ...content, identifier: '370390197508081073' })).toBe(false)
    expect(canBeSaved({ ...content, kind: 'organisation' })).toBe(false)
  })

  it('存下的取回来还是原样', () => {
    const sent = requestOf(
      { ...content, form: { a: 1 }, materials: [{ key: 'm', form: 'paper', attachment: null }] },
      [],
    )
    expect(sent.applicant.name).toBe('林某某')
    const again = contentOf({ ...sent, materials: sent.materials ?? [] })
    expect(again).toEqual({
      ...content,
      name: '林某某',
      form: {},
      materials: [{ key: 'm', form: 'paper', attachment: null }],
    })
  })
})
