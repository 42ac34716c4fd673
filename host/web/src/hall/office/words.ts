import type { ModuleService, ModuleStatus } from '../../../generated/api'

/** Sentences of the pages of 系统. */
export const words = {
  modules: {
    sub: '部门把事项、表单和自动步骤做成模块放入主机的模块文件夹，主机自动发现；启用、停用、更换都不需要重新启动。',
    empty: '模块文件夹中没有模块。把部门提供的模块文件夹放入后，几秒内会出现在这里。',
    well: '正常',
    notYet: '已加载，尚未启用',
    enabledNow: '已启用。本模块的事项现在就可以在窗口和网上申请，不需要重新启动系统。',
    disabledNow: '已停用。已受理的办件可以查阅，恢复后继续办理。',
    replacedNow: (version: string) => `已改用模块文件夹中的版本 ${version}，不需要重新启动系统。`,
    replacementFailed: '新版本没有换上，原因见上方；原版本继续提供服务。',
    enableFor: {
      department: '本部门窗口可以受理和办理本模块的事项；已划转给行政审批服务局的事项不能办理。',
      bureau: '行政审批服务局可以办理有生效备忘录的事项；其余事项仍由本部门办理。',
    } satisfies Record<ModuleService, string>,
    noMemorandum: '没有一个事项载入已生效且划清边界的审管衔接备忘录，暂不能为行政审批服务局启用。',
    missing: (count: number) =>
      `${count}个事项没有生效的备忘录，为行政审批服务局启用后仍由部门办理；要划转的先签订备忘录。`,
    disable: [
      '窗口和网上不能再申请本模块的事项；',
      '在办件的自动步骤、准予前核查停下，监管推送的接收和监管反馈的归集暂停；',
      '已受理的办件可以查阅，期限照常计算，恢复启用后继续办理。',
    ],
    replace: [
      '先把新版本的文件放入主机的模块文件夹（替换原文件），再在这里更换；',
      '系统读取文件夹中现有的版本，检查合格后换上，正在进行的调用由原版本办完；',
      '新版本不合格的，原版本继续提供服务，并在此说明原因。',
    ],
  },
  people: {
    sub: '本地区的工作人员账号。停用、调整岗位即时生效，当事人正在使用的登录随即失效。',
    empty: '没有符合条件的人员。',
    passwordOnce:
      '这个密码只显示这一次。请当面或者电话告诉本人，不要用短信、即时通讯发送；本人首次登录时必须改为自己的密码。',
    passwordGone: '密码没有显示出来（连接中断后重复提交）。请重新重置一次密码。',
    lock: (name: string) => `停用后，${name}正在使用的登录立即失效，恢复以前不能登录。已办的事项和记录不受影响。`,
    unlock: (name: string) => `恢复后，${name}可以用原来的密码登录。`,
    reset: (name: string) => `重置后，${name}原来的密码和正在使用的登录立即失效，只能用新的一次性密码登录。`,
    assign: '单位或者角色改变的，当事人正在使用的登录随即失效，须重新登录。',
    own: '自己的岗位、停用和密码重置由其他管理员办理。',
    userName: '2至60位小写字母和数字，中间可以有“-”“.”“_”；开户后不能更改。',
  },
  calendar: {
    sub: '期限按国务院办公厅放假安排推算工作日；有新安排时在此导入，在办件的期限随即重新推算。',
    provisional: (year: number) =>
      `${year}年放假安排尚未公布：暂按周一至周五上班推算，跨入该年的期限标注“暂定”，导入后自动重新推算。`,
    importing: '正在保存并逐件重新推算在办件、待认领推送和申请的期限，办件多时需要一些时间，请不要关闭页面。',
    moved: (year: number, count: number) =>
      count === 0
        ? `${year}年放假安排已导入，没有期限因此变动。`
        : `${year}年放假安排已导入，${count}件的期限因此变动，变动原因已记入各自的办理记录。`,
    whole: '请导入全年完整的安排：它替换本年原有的安排（地方的放假安排与全国的并列）。',
    noChange: '与现行日历相比没有变化。',
    unreadable: '不是放假安排的 JSON 文件，请核对内容。',
  },
  system: {
    sub: '本主机和数据库的运行情况，每10秒自动更新。',
    verify: [
      '逐条重算全部事件的校验值，查有没有改动、缺失或者错位；',
      '只读取数据，办理不受影响；数据多时需要几分钟，随时可以取消。',
    ],
    rebuild: [
      '清除全部查询数据，按日志逐条重建；日志本身不动；',
      '重建期间可以查询，但办理业务的操作都要等到重建结束，请安排在非工作时间；',
      '保存结果以前可以取消，取消后一切保持原样。',
    ],
    cancel: '取消后数据没有改动，需要时可以重新开始。',
    noWork: '还没有做过。',
    noFault: '启动以来没有出错',
    noPrinting: '本机没有可用的浏览器，不能生成 PDF；文书仍可查看和打印。',
    failing: (names: string) => `最近一次运行出错：${names}。系统会自动重试，持续出错的请查看主机日志。`,
    diskLow: (left: string) => `数据所在磁盘只剩${left}，请尽快清理或者扩充。`,
    failedDeliveries: (count: string) => `${count}件投递多次未成功，需要人工处理。`,
  },
} as const

export const statusColour: Record<ModuleStatus, 'success' | 'processing' | 'default' | 'warning' | 'error'> = {
  enabled: 'success',
  loaded: 'processing',
  found: 'default',
  disabled: 'warning',
  unsupported: 'error',
  malfunctioned: 'error',
}

export const serviceName: Record<ModuleService, string> = {
  department: '本部门窗口',
  bureau: '行政审批服务局',
}
