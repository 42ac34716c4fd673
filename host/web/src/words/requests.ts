import type {
  CancelGround,
  ChangeGround,
  LicenceActKind,
  NormOutcome,
  ReinstateGround,
  RequestStage,
  RevokeGround,
  SubjectKind,
  SuspendGround,
  WithdrawGround,
} from '../../generated/api'

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

export const actName: Record<LicenceActKind, string> = {
  change: '变更',
  withdraw: '撤回',
  revoke: '撤销',
  cancel: '注销',
  suspend: '暂停',
  reinstate: '恢复',
}

const changeGround: Record<ChangeGround, string> = {
  factsChanged: '准予许可所依据的客观情况发生变化',
  lawChanged: '许可所依据的法律、法规、规章修改或者废止',
  writtenWrongly: '证照记载有误',
}

const withdrawGround: Record<WithdrawGround, string> = {
  lawChanged: '许可所依据的法律、法规、规章修改或者废止',
  factsChanged: '准予许可所依据的客观情况发生重大变化',
}

const revokeGround: Record<RevokeGround, string> = {
  abuseOrNeglect: '工作人员滥用职权、玩忽职守作出准予许可决定',
  ultraVires: '超越法定职权作出准予许可决定',
  wrongProcedure: '违反法定程序作出准予许可决定',
  unqualified: '对不具备申请资格或者不符合法定条件的申请人准予许可',
  other: '依法可以撤销的其他情形',
  fraud: '以欺骗、贿赂等不正当手段取得许可',
}

const cancelGround: Record<CancelGround, string> = {
  notRenewed: '许可有效期届满未延续',
  personGone: '赋予公民特定资格的许可，该公民死亡或者丧失行为能力',
  organisationEnded: '法人或者其他组织依法终止',
  licenceTaken: '许可依法被撤销、撤回',
  forfeited: '许可证件依法被吊销',
  forceMajeure: '因不可抗力导致许可事项无法实施',
  other: '法律、法规规定的应当注销的其他情形',
}

const suspendGround: Record<SuspendGround, string> = {
  conditionsLost: '不再符合许可条件，须限期改正',
  danger: '存在危及公共安全或者人身健康的风险',
  other: '法律、法规规定可以暂停的其他情形',
}

const reinstateGround: Record<ReinstateGround, string> = {
  putRight: '暂停事由已经消除',
  unfounded: '暂停事由不成立',
  other: '依法应当恢复的其他情形',
}

/** The grounds of each act, as the law orders them. */
export const groundsOf: Record<LicenceActKind, Record<string, string>> = {
  change: changeGround,
  withdraw: withdrawGround,
  revoke: revokeGround,
  cancel: cancelGround,
  suspend: suspendGround,
  reinstate: reinstateGround,
}

/** The provision each act usually rests on; of a suspension it is that of the statute on the matter, and nobody can know it here. */
export const usualArticle: Record<LicenceActKind, string> = {
  change: '《中华人民共和国行政许可法》第四十九条',
  withdraw: '《中华人民共和国行政许可法》第八条第二款',
  revoke: '《中华人民共和国行政许可法》第六十九条',
  cancel: '《中华人民共和国行政许可法》第七十条',
  suspend: '',
  reinstate: '',
}

export const subjectKindName: Record<SubjectKind, string> = { licence: '证照', holder: '持证人', item: '事项' }

export const normOutcomeName: Record<NormOutcome, string> = { adjusted: '已调整事项', noChange: '无需调整' }

/** What a kind of stream is called in lists that hold several. */
export const streamKindName: Record<string, string> = {
  case: '办件',
  push: '推送与检查',
  feedback: '监管反馈',
  request: '监管申请',
}
