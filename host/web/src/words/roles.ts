import type { Role } from '../../generated/api'

export const roleName: Record<Role, string> = {
  window: '窗口人员',
  reviewer: '审查人员',
  decider: '决定人员',
  sealKeeper: '用印人员',
  administrator: '管理员',
  departmentOfficer: '部门人员',
  public: '申请人',
  system: '系统',
}
