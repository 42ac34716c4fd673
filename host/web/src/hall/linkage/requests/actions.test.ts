import { describe, expect, it } from 'vitest'
import type { FormalRequest, MeResponse, NoticeContent, Role } from '../../../../generated/api'
import { actionsOf } from './actions'

const bureau = { name: '区行政审批服务局', code: '11370390MB1A0001XP' }
const health = { name: '区文化和旅游局', code: '11370390MB1A250252' }

function request(part: Partial<FormalRequest>): FormalRequest {
  return {
    stage: 'submitted',
    evidenceAskedOn: null,
    heard: null,
    mustHear: false,
    isReady: false,
    isOpen: true,
    notices: [],
    owner: bureau,
    department: health,
    ...part,
  } as FormalRequest
}

function somebody(role: Role, organisation = bureau): MeResponse {
  return { id: '1', name: '某', roles: [role], organisation, region: '370390', mustChangePassword: false }
}

describe('监管申请现在由谁办理', () => {
  it('刚提交的由审查人员核实，可以要求补充一次材料', () => {
    expect(actionsOf(request({}), somebody('reviewer'))).toEqual(['verify', 'askForEvidence'])
    expect(actionsOf(request({ evidenceAskedOn: '2026-11-20' }), somebody('reviewer'))).toEqual(['verify'])
  })

  it('待补充材料的由来函部门补充或者撤回，审批部门也可以直接核实', () => {
    const waiting = request({ stage: 'awaitingEvidence' })
    expect(actionsOf(waiting, somebody('departmentOfficer', health))).toEqual(['supplyEvidence', 'takeBack'])
    expect(actionsOf(waiting, somebody('reviewer'))).toEqual(['verify'])
  })

  it('对持证人不利的先告知，决定人员等待', () => {
    const burdening = request({ stage: 'verified', mustHear: true })
    expect(actionsOf(burdening, somebody('reviewer'))).toEqual(['tellHolder'])
    expect(actionsOf(burdening, somebody('decider'))).toEqual([])
    expect(actionsOf(request({ stage: 'verified' }), somebody('decider'))).toEqual(['decide'])
  })

  it('陈述之后仍可以通知听证，放弃之后不再', () => {
    const statement = request({
      stage: 'heard',
      heard: { $type: 'statement', on: '2026-11-20', summary: '', attachments: [] },
    })
    expect(actionsOf(statement, somebody('reviewer'))).toEqual(['callHearing'])
    expect(actionsOf(request({ stage: 'heard', heard: { $type: 'silent' } }), somebody('reviewer'))).toEqual([])
  })

  it('其他部门和其他单位的人员什么也不能办', () => {
    const other = { name: '区体育局', code: '11370390MB1A00017K' }
    expect(actionsOf(request({}), somebody('departmentOfficer', other))).toEqual([])
    expect(actionsOf(request({}), somebody('reviewer', other))).toEqual([])
  })

  it('办结以后只有未用印的文书还要用印', () => {
    const unsealed = request({ stage: 'decided', isOpen: false, notices: [{ seal: null } as NoticeContent] })
    expect(actionsOf(unsealed, somebody('sealKeeper'))).toEqual(['seal'])
    expect(actionsOf(unsealed, somebody('departmentOfficer', health))).toEqual([])
  })
})
