export const pushWords = {
  sub: '许可结果推送给监管部门，由科室认领，监管自认领开始',
  nothingToClaim: '没有等待认领的推送。',
  nothing: '没有这样的推送。',
  overdue: '逾期未认领',
  claimHint: '认领后由该科室负责后续监管。认领以先者为准，不能重复认领。',
  inspectionHint: '有首次检查计划的填写；到期未检查的，进入督办。',
  deemed: '按本地规则推送即视为认领；科室仍可以具名认领。',
  told: '该推送只作告知，无需认领。',
  claimedLate: '逾期后认领，超期记录保留。',
}
