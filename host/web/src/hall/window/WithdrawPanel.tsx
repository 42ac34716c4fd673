import { App, Input } from 'antd'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { useMe } from '../shell/Session'
import { touched } from './IntakePage'
import { Panel } from './Panel'
import { windowWords } from './words'

/** 撤回申请: the applicant takes it back, with his reason. */
export function WithdrawPanel(props: {
  of: ShowCaseAnswer
  done: (document: string | undefined) => void
  close: () => void
}) {
  const { of } = props
  const me = useMe()
  const { modal } = App.useApp()
  const [reason, setReason, forget] = useKept(me.id, `withdraw.${of.id}`, '')
  const withdraw = useCommand(
    async (_: null, headers) =>
      answer(api.POST('/api/cases/{id}/withdraw', { params: { path: { id: of.id } }, body: { reason }, headers })),
    {
      version: of.version,
      touches: touched(of.id),
      then: done => {
        forget()
        props.done(done.documents.findLast(d => d.kind === 'withdrawal')?.number)
      },
    },
  )
  function ask() {
    modal.confirm({
      title: '撤回申请',
      content: `“${of.case.itemName}”（${of.case.application?.applicant.name}）将终止办理，不能恢复；需要时申请人可以重新申请。`,
      okText: '撤回',
      cancelText: '不撤回',
      onOk: () => withdraw.run(null),
    })
  }
  return (
    <Panel
      title="申请人撤回"
      help={windowWords.withdrawHelp}
      action="撤回"
      danger
      running={withdraw.running}
      disabled={reason.trim() === ''}
      refused={withdraw.refused}
      run={ask}
      close={props.close}
    >
      <label htmlFor="withdraw-reason">申请人的理由</label>
      <Input.TextArea
        id="withdraw-reason"
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={reason}
        onChange={e => setReason(e.target.value)}
      />
    </Panel>
  )
}
