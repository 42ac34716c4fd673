import { type FormEvent, useState } from 'react'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { TextField } from '../parts/Field'
import { RefusalNote } from '../parts/RefusalNote'
import { words } from '../words'

/** 撤回申请, asked once more before it is done. */
export function Withdraw(props: { of: ShowCaseAnswer }) {
  const { id, version } = props.of
  const [reason, setReason] = useState('')
  const withdraw = useCommand(
    (of: string, headers) =>
      answer(api.POST('/api/cases/{id}/withdraw', { params: { path: { id } }, body: { reason: of }, headers })),
    { version, touches: [['case', id], ['cases']] },
  )
  function submit(e: FormEvent) {
    e.preventDefault()
    void withdraw.run(reason.trim())
  }
  return (
    <details className="card">
      <summary>不想办了：撤回申请</summary>
      <form onSubmit={submit}>
        <p>{words.withdrawAsk}</p>
        <TextField
          label="撤回的原因"
          value={reason}
          onChange={setReason}
          fault={withdraw.refused?.field === 'reason' ? withdraw.refused.message : undefined}
        />
        {withdraw.refused?.field === 'reason' ? null : <RefusalNote of={withdraw.refused} />}
        <button type="submit" className="button danger" disabled={withdraw.running || reason.trim() === ''}>
          {withdraw.running ? '正在撤回……' : '确定撤回申请'}
        </button>
      </form>
    </details>
  )
}
