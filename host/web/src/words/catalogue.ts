import type {
  AuthorityLevel,
  BoundaryChangeKind,
  BoundaryStatus,
  DutyKind,
  FilingBody,
  HandoverKind,
  IfSilent,
  ItemElement,
  Limit,
  MemorandumStatus,
  Performer,
  StartEvent,
  TransferAction,
} from '../../generated/api'
import { startEventName } from './cases'
import { limitText } from './limits'

export const levelName: Record<AuthorityLevel, string> = {
  state: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  town: '镇级',
  village: '村级',
  graded: '分级管理',
}

export const elementName: Record<ItemElement, string> = {
  basicCode: '基本编码',
  legalBasis: '设定依据',
  statutoryLimit: '法定办结时限',
  promisedLimit: '承诺办结时限',
  materials: '申请材料',
  steps: '审查环节',
  validity: '结果有效期',
  fee: '收费',
  conditions: '受理条件',
}

/** 自受理之日起20个工作日 */
export function statutoryText(limit: Limit, from: StartEvent): string {
  return `自${startEventName[from]}起${limitText(limit)}`
}

export const performerName: Record<Performer, string> = {
  owner: '审批单位',
  department: '监管部门（技术支撑）',
  system: '系统自动办理',
}

export const transferActionName: Record<TransferAction, string> = {
  transfer: '划转',
  moveBack: '调回',
  handOn: '下放',
  cancel: '取消',
}

export const memorandumStatusName: Record<MemorandumStatus, string> = {
  draft: '起草中',
  signedByOne: '一方已签',
  signed: '双方已签',
  filed: '已备案',
  ended: '已终止',
}

export const handoverKindName: Record<HandoverKind, string> = {
  files: '文件',
  archives: '档案资料',
  blankCertificates: '制式空白证照',
  seals: '印章',
  systemAccounts: '业务系统账号、密钥',
}

export const filingBodyName: Record<FilingBody, string> = {
  staffingOffice: '编办',
  governmentOffice: '政府办公室',
  justiceBureau: '司法局',
}

export const ifSilentName: Record<IfSilent, string> = {
  wait: '等候意见，逾期留痕',
  proceedWithout: '逾期未出具意见的继续办理',
}

export const boundaryStatusName: Record<BoundaryStatus, string> = {
  byLaw: '依法由部门实施',
  settled: '边界已明确',
  open: '边界尚未明确',
}

export const dutyName: Record<DutyKind, string> = {
  decides: '受理、审查、决定',
  supports: '技术支撑',
  helps: '配合技术支撑',
  supervises: '事中事后监管',
  assists: '过渡期协助',
}

export const changeName: Record<BoundaryChangeKind, string> = { added: '增加', removed: '减少', changed: '变化' }

/** Some places of the description leave the limit open; the host sends nothing else there. */
export function anyLimit(limit: unknown): Limit | null {
  return (limit as Limit | null | undefined) ?? null
}

export function anyLimitText(limit: unknown): string {
  return limitText(anyLimit(limit))
}
