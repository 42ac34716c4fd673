import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useKept } from '../../../forms/kept'
import { localToday } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { DayInput } from '../parts/DayInput'
import { pushWords } from './words'

/** 认领. Of two offices at once one wins, and the other learns here who it was. */
export function ClaimDialog(props: { id: string; what: string; close: () => void }) {
  const me = useMe()
  const queries = useQueryClient()
  const { message } = App.useApp()
  // The same office claims again tomorrow.
  const [office, setOffice] = useKept(me.id, 'claim.office', '')
  const [remark, setRemark] = useState('')
  const [firstInspectionOn, plan] = useState<string>()
  const command = useCommand(
    (body: { office: string; remark?: string; firstInspectionOn?: string }, headers) =>
      answer(api.POST('/api/pushes/{id}/claim', { params: { path: { id: props.id } }, body, headers })),
    {
      touches: [['push', props.id], ['pushes'], ['tasks']],
      then: () => {
        void message.success('已认领。')
        props.close()
      },
    },
  )

  async function claim() {
    const done = await command.run({ office: office.trim(), remark: remark.trim() || undefined, firstInspectionOn })
    // Somebody else may have been quicker: the list behind shows it.
    if (!done) void queries.invalidateQueries({ queryKey: ['pushes'] })
  }

  return (
    <AskDialog
      title={`认领：${props.what}`}
      okText="认领"
      command={command}
      send={() => void claim()}
      close={props.close}
    >
      <p className="quiet">{pushWords.claimHint}</p>
      <Field name="office" label="认领科室" required>
        {id => <Input id={id} value={office} onChange={e => setOffice(e.target.value)} maxLength={100} autoFocus />}
      </Field>
      <Field name="firstInspectionOn" label="首次监督检查计划" hint={pushWords.inspectionHint}>
        {(id, invalid) => (
          <DayInput id={id} value={firstInspectionOn} onChange={plan} from={localToday()} invalid={invalid} />
        )}
      </Field>
      <Field name="remark" label="备注">
        {id => (
          <Input.TextArea id={id} value={remark} onChange={e => setRemark(e.target.value)} rows={2} maxLength={500} />
        )}
      </Field>
    </AskDialog>
  )
}
