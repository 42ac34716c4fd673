import { describe, expect, it } from 'vitest'
import { recipientText } from './recipientText'

describe('接收方的叫法', () => {
  it('部门业务系统按单位名称叫，不知道名称时用代码', () => {
    const names = (code: string) => (code === '11370390MB1A250252' ? '区文化和旅游局' : undefined)
    expect(recipientText('system:11370390MB1A250252', names)).toBe('区文化和旅游局的业务系统')
    expect(recipientText('system:11370390MB1A00017K', names)).toBe('11370390MB1A00017K的业务系统')
  })

  it('模块和模块里的接收程序', () => {
    expect(recipientText('module:Health')).toBe('模块Health')
    expect(recipientText('hook:Health/Ledger')).toBe('模块Health的接收程序Ledger')
  })

  it('不认识的照原样', () => {
    expect(recipientText('else')).toBe('else')
  })
})
