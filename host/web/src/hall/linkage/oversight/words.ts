export const oversightWords = {
  sub: '审批、认领、监管用同一个时钟，谁超期都一样记录',
  warnings: '没有临期或者超期的事项。',
  delays: '没有这样的超时记录。',
  refused: '没有被拒绝的操作。',
  chain: '该事项从头到尾谁在什么岗位、依据什么办理了什么。',
}
