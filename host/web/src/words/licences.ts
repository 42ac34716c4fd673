import type { LicenceState } from '../../generated/api'

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
