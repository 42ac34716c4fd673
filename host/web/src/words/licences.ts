import type { LicenceState, RequestStage } from '../../generated/api'

export const licenceStateName: Record<LicenceState, string> = {
  none: '不存在',
  valid: '有效',
  suspended: '暂停',
  changed: '有效（已变更）',
  withdrawn: '已撤回',
  revoked: '已撤销',
  cancelled: '已注销',
  expired: '已失效',
  renewed: '有效（已延续）',
}

/** Whether its holder may use it. */
export function isInForce(state: LicenceState): boolean {
  return state === 'valid' || state === 'changed' || state === 'renewed'
}

export const requestStageName: Record<RequestStage, string> = {
  none: '不存在',
  submitted: '已提交，待核实',
  awaitingEvidence: '待部门补充材料',
  verified: '已核实',
  holderTold: '已告知持证人',
  hearingCalled: '已通知听证',
  heard: '已听取持证人意见',
  decided: '已决定并答复',
  takenBack: '部门已撤回',
}
