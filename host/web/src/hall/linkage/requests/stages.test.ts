import { describe, expect, it } from 'vitest'
import type { FormalRequest } from '../../../../generated/api'
import { stagesOf } from './stages'

const received = {
  stage: 'submitted',
  receivedOn: '2026-11-12',
  verification: null,
  toldOn: null,
  hearing: null,
  heard: null,
  decision: null,
  mustHear: false,
} as unknown as FormalRequest
const verification = { upheld: true, findings: '', on: '2026-11-16', by: '', byName: '郑某' }

describe('监管申请的阶段', () => {
  it('刚来函的正在核实', () => {
    expect(stagesOf(received).map(s => `${s.title}:${s.status}`)).toEqual([
      '部门来函:finish',
      '核实:process',
      '决定:wait',
    ])
  })

  it('对持证人不利的，核实之后先告知', () => {
    const verified = { ...received, stage: 'verified', verification, mustHear: true } as FormalRequest
    expect(stagesOf(verified).map(s => `${s.title}:${s.status}`)).toEqual([
      '部门来函:finish',
      '核实:finish',
      '告知持证人:process',
      '听取意见:wait',
      '决定:wait',
    ])
  })

  it('无需告知的，核实之后直接决定', () => {
    const verified = { ...received, stage: 'verified', verification } as FormalRequest
    expect(stagesOf(verified).at(-1)).toMatchObject({ title: '决定', status: 'process' })
  })

  it('撤回的停在撤回，不再有正在进行的', () => {
    const stages = stagesOf({ ...received, stage: 'takenBack' } as FormalRequest)
    expect(stages.some(s => s.status === 'process')).toBe(false)
    expect(stages.at(-1)?.title).toBe('部门已撤回')
  })
})
