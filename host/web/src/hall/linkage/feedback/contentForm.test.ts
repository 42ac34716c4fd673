import { describe, expect, it } from 'vitest'
import type { FeedbackContent } from '../../../../generated/api'
import { contentOf, emptyForm, formOf, kindsAbout, missingIn } from './contentForm'

const reported: FeedbackContent[] = [
  { $type: 'inspection', on: '2026-11-18', passed: false, findings: '管理制度未落实', inspectors: ['卫某', '钱某'] },
  { $type: 'finding', on: '2026-11-18', fault: '管理制度未落实', rectifyBy: '2026-11-30' },
  {
    $type: 'penalty',
    on: '2026-11-18',
    document: '锦卫罚〔2026〕1号',
    article: '第十条',
    sanction: '警告',
    amount: undefined,
  },
  { $type: 'credit', good: true, level: 'A级', source: '区市场监管局', from: '2026-11-18', until: undefined },
  {
    $type: 'normChange',
    issuedOn: '2026-11-18',
    document: '锦标〔2026〕9号',
    what: '材料减少一项',
    from: '2027-01-01',
  },
]

describe('监管反馈的内容', () => {
  it.each(reported)('更正时原样带出：$$type', content => {
    expect(contentOf(formOf(content))).toEqual(content)
  })

  it('检查人员的空格和空行不算', () => {
    const form = { ...emptyForm('inspection'), on: '2026-11-18', passed: true, inspectors: [' 卫某 ', '', '钱某'] }
    expect(contentOf(form)).toMatchObject({ inspectors: ['卫某', '钱某'] })
  })

  it('先说缺什么：检查结论、整改期限、文件日期', () => {
    expect(missingIn({ ...emptyForm('inspection'), on: '2026-11-18' })).toBe('content.passed')
    expect(missingIn({ ...emptyForm('finding'), on: '2026-11-18' })).toBe('content.rectifyBy')
    expect(missingIn(emptyForm('normChange'))).toBe('content.issuedOn')
    expect(missingIn({ ...emptyForm('penalty'), on: '2026-11-18' })).toBeUndefined()
  })

  it('事项只能反馈政策标准调整，证照和持证人反馈其他四种', () => {
    expect(kindsAbout('item')).toEqual(['normChange'])
    expect(kindsAbout('licence')).not.toContain('normChange')
    expect(kindsAbout('holder')).toHaveLength(4)
  })
})
