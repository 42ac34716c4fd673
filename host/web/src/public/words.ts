import type {
  CaseStage,
  HandlingType,
  ItemElement,
  Limit,
  MaterialForm,
  NoticeKind,
  StartEvent,
} from '../../generated/api'
import { limitText } from '../words/limits'

// What a paper and a kind of item are called is the same on both sides of the counter.
export { itemTypeName, noticeTitle } from '../words/cases'

/** Where a case stands, as it is told to the applicant. */
export const stageName: Record<CaseStage, string> = {
  none: '不存在',
  draft: '草稿，尚未提交',
  filed: '已提交，等待受理',
  awaitingSupplement: '等您补正材料',
  inReview: '已受理，正在审查',
  decided: '已作出决定，正在用印',
  sealed: '决定已盖章',
  issued: '证照已颁发，等待送达',
  delivered: '已送达，办结',
  archived: '已办结',
  declined: '不予受理',
  withdrawn: '您已撤回',
  terminated: '已终止办理',
}

export const handlingName: Record<HandlingType, string> = { immediate: '当场办结', promised: '限时办结' }

export const startEventText: Record<StartEvent, string> = {
  accepted: '从受理的次日起算',
  received: '从收到申请的次日起算',
  documentsComplete: '从材料齐全的次日起算',
}

export const materialFormName: Record<MaterialForm, string> = {
  file: '已上传',
  paper: '将到窗口递交纸质件',
  held: '窗口已有，免于提交',
}

export const elementName: Record<ItemElement, string> = {
  basicCode: '基本编码',
  legalBasis: '办理依据',
  statutoryLimit: '法定时限',
  promisedLimit: '承诺时限',
  materials: '申请材料',
  steps: '办理步骤',
  validity: '有效期',
  fee: '收费',
  conditions: '办理条件',
}

const noticeLetters: Record<string, NoticeKind> = {
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

/** The kind of a paper, by the two letters its number begins with. */
export function noticeKind(number: string): NoticeKind | undefined {
  return noticeLetters[number.slice(0, 2)]
}

/** Some places of the description leave the limit open; the host sends nothing else there. */
export function spanText(limit: unknown): string {
  const span = (limit as Limit | null | undefined) ?? null
  // Whoever waits for years thinks in years.
  if (span?.unit === 'month' && span.count > 0 && span.count % 12 === 0) return `${span.count / 12}年`
  return limitText(span)
}

/** Whether a licence or a paper is worth something today: 有效, 有效（已变更） and 有效（已延续） are. */
export function isInForce(state: string): boolean {
  return state === 'valid' || state === 'changed' || state === 'renewed'
}

/** How a fee is told. */
export function feeText(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? '按规定标准计算' : `${amount.toLocaleString('zh-CN')}元`
}

export const words = {
  oneTime: '您使用的是一次性密码，请先设置自己的密码，然后继续。',
  kept: '填写的内容随时保存在本机，断网、关闭页面都不会丢失。',
  whoSees: '提交之前，只有您自己能看到这份草稿。',
  staff: '您登录的是工作人员账号。网上申请须使用申请人账号；办理业务请到工作平台。',
  cameraDenied: '无法使用摄像头，请允许访问，或者改为输入编号。',
  scanUnknown: '二维码里没有本系统的编号，请改为输入编号。',
  paperLater: '提交后请尽快把原件送到窗口；材料收齐之日视为收到申请之日。',
  remedy: '对决定不服的，可以在收到之日起60日内申请行政复议，或者在6个月内提起行政诉讼。',
  withdrawAsk: '撤回以后，这件申请不再办理；需要时可以重新申请。',
  numberHint: '在收件凭证上，是一长串数字和字母。',
  endHint: '申请人身份证号码或者统一社会信用代码的最后4位，有字母的一并填写。',
} as const
