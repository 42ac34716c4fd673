import type {
  FeedbackContent,
  FeedbackKind,
  FeedbackState,
  PushState,
  RequestStage,
  SupervisionTopic,
} from '../../generated/api'
import { yuanText } from './amounts'
import { dayText } from './dates'

export const topicName: Record<SupervisionTopic, string> = {
  accepted: '已受理',
  decided: '已决定',
  issued: '已颁发证照',
  suspended: '中止计时',
  resumed: '恢复计时',
  closed: '已办结',
  licenceChanged: '证照变动',
  requestAnswered: '答复部门请求',
}

export const pushStateName: Record<PushState, string> = {
  told: '已告知',
  waiting: '待认领',
  claimed: '已认领',
  deemedClaimed: '视为已认领',
  overdue: '逾期未认领',
}

export const feedbackKindName: Record<FeedbackKind, string> = {
  inspection: '监督检查',
  finding: '发现问题',
  penalty: '行政处罚',
  credit: '信用信息',
  normChange: '政策标准调整',
}

export const feedbackStateName: Record<FeedbackState, string> = {
  reported: '已反馈',
  open: '待处理',
  closed: '已办结',
  retracted: '已撤回',
}

/** What was reported, in a sentence. */
export function feedbackText(content: FeedbackContent): string {
  switch (content.$type) {
    case 'inspection':
      return `${content.passed ? '检查合格' : '检查不合格'}：${content.findings}`
    case 'finding':
      return `${content.fault}（限${dayText(content.rectifyBy)}前整改）`
    case 'penalty':
      return `${content.sanction}${content.amount ? `，${yuanText(content.amount)}` : ''}（${content.document}，${content.article}）`
    case 'credit':
      return `${content.good ? '守信' : '失信'}：${content.level}（${content.source}${content.until ? `，至${dayText(content.until)}` : ''}）`
    case 'normChange':
      return `${content.document}：${content.what}，${dayText(content.from)}起施行`
    default:
      return ''
  }
}

export type { RequestStage }
