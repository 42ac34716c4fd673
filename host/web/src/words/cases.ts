import type {
  CaseStage,
  Channel,
  HandlingType,
  ItemType,
  MaterialForm,
  NoticeKind,
  StartEvent,
} from '../../generated/api'
import type { LightState } from '../kit/Light'

export const stageName: Record<CaseStage, string> = {
  none: '不存在',
  draft: '草稿',
  filed: '已收件，待受理',
  awaitingSupplement: '待补正',
  inReview: '审查中',
  decided: '已决定，待用印',
  sealed: '已用印',
  issued: '已颁发',
  delivered: '已送达',
  archived: '已归档',
  declined: '不予受理',
  withdrawn: '已撤回',
  terminated: '已终止',
}

export const channelName: Record<Channel, string> = { window: '窗口', online: '网上' }

export const materialFormName: Record<MaterialForm, string> = { file: '电子文件', paper: '纸质', held: '本局已有' }

export const itemTypeName: Record<ItemType, string> = {
  licence: '行政许可',
  confirmation: '行政确认',
  other: '其他行政权力',
  publicService: '公共服务',
}

export const handlingName: Record<HandlingType, string> = { immediate: '即办件', promised: '承诺件' }

export const startEventName: Record<StartEvent, string> = {
  accepted: '受理之日',
  received: '收到申请之日',
  documentsComplete: '材料齐全之日',
}

export const regimeName: Record<string, string> = {
  bySignature: '签订之日起由审批局办理',
  departmentLeads: '过渡期内由原部门牵头办理',
  jointResponsibility: '过渡期内双方依法承担相应责任',
}

export const noticeTitle: Record<NoticeKind, string> = {
  receipt: '申请材料接收凭证',
  acceptance: '受理通知书',
  supplement: '补正告知书',
  nonAcceptance: '不予受理决定书',
  grant: '准予行政许可决定书',
  denial: '不予行政许可决定书',
  specialProcedure: '特别程序告知书',
  extension: '延长办理期限告知书',
  termination: '终止办理通知书',
  withdrawal: '撤回申请确认书',
  recordFiling: '备案证明',
  intention: '行政许可处理事先告知书',
  hearingCall: '听证通知书',
  licenceChange: '变更行政许可决定书',
  licenceWithdrawal: '撤回行政许可决定书',
  licenceRevocation: '撤销行政许可决定书',
  licenceCancellation: '注销行政许可决定书',
  licenceSuspension: '暂停行政许可决定书',
  licenceReinstatement: '恢复行政许可决定书',
  clearance: '行政许可不予处理告知书',
  reply: '关于行政许可处理请求的复函',
}

const noticeKindOf: Record<string, NoticeKind> = {
  SJ: 'receipt',
  SL: 'acceptance',
  BZ: 'supplement',
  BS: 'nonAcceptance',
  ZY: 'grant',
  BX: 'denial',
  TB: 'specialProcedure',
  YQ: 'extension',
  ZZ: 'termination',
  CH: 'withdrawal',
  BA: 'recordFiling',
  GZ: 'intention',
  TZ: 'hearingCall',
  BG: 'licenceChange',
  XH: 'licenceWithdrawal',
  CX: 'licenceRevocation',
  ZX: 'licenceCancellation',
  ZT: 'licenceSuspension',
  HF: 'licenceReinstatement',
  BC: 'clearance',
  FH: 'reply',
}

/** What a document is called: the two letters its number begins with say its kind. */
export function documentTitle(number: string): string {
  const kind = noticeKindOf[number.slice(0, 2)]
  return kind ? noticeTitle[kind] : '文书'
}

/** A receipt says what was handed in and decides nothing: it carries no seal. */
export function needsSeal(number: string): boolean {
  return noticeKindOf[number.slice(0, 2)] !== 'receipt'
}

const lights: Record<string, LightState> = {
  normal: 'normal',
  near: 'near',
  overPromise: 'promise',
  overStatute: 'statute',
  suspended: 'paused',
}

/** A case's light as the parts of the interface name it. */
export function caseLight(light: string | null | undefined): LightState | undefined {
  return light ? lights[light] : undefined
}
