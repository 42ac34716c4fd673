/** Longer words of the case's page. */
export const words = {
  feedbackCaution: '监管反馈供审查时参考，本身不构成不予许可的理由；是否影响本次申请，由审查人员依法判断并说明。',
  noFeedback: '没有关于该申请人的监管反馈。',
  procedure: (name: string, article: string) =>
    `本步骤为特别程序（${name}），依据${article}，所需时间不计入办理时限，须先将所需时间书面告知申请人。启动后计时中止，系统生成特别程序告知书。`,
  resumes: '提交意见后计时自动恢复。',
  takeOver: '本步骤由系统自动办理，至今没有完成，可由审查人员代为办理。',
  systemRuns: '本步骤由系统自动办理，当日未完成的，次日起可由审查人员代为办理。',
  writtenOpinion: '部门意见须有书面文件，请填写文号，附上盖章件。',
  acceptedByMe: '本件由您受理，依照受审分离的要求，须由其他决定人员作出决定。',
  denialNeedsReasons: '不予许可必须写明理由和依据。',
  objectionNeedsReasons: '有部门提出异议，准予时须写明理由。',
  requirements: (names: string[]) =>
    `准予前由主管部门的系统核查：${names.join('、')}。核查不通过或者暂时无法核查的，不能准予。`,
  confirmGrant: '将生成决定文书并进入用印，同时告知监管部门。决定作出后不能更改。',
  confirmDenial: '将生成不予许可决定书并进入用印，同时告知监管部门。决定作出后不能更改。',
  confirmTerminate: '办件将终止，生成终止办理通知书。终止后不能恢复。',
  confirmExtend: '法定期限将延长10个工作日（只能延长一次），生成延长办理期限告知书。',
  confirmSeal: (title: string, seal: string) => `将在《${title}》上加盖“${seal}”，每份文书只用印一次，不能撤销。`,
  confirmIssue: '证照即日生效并登记，公众可以查验，监管部门同时收到推送。',
  extendedAlready: '本件已延长过一次，依法不得再次延长。',
  standsStill: '计时中止期间不办理延期。',
  noSeal: (owner: string) => `没有${owner}的在用印章，请联系管理员启用。`,
  keptHere: '已填写的内容保存在本机，未提交前不会丢失。',
  changedBy: (who: string, what: string) => `刚刚由${who}更新（${what}），页面内容已刷新，您填写的内容保留。`,
  alsoOpen: (names: string[]) => `${names.join('、')}也打开着本件`,
} as const
