import { App, Input } from 'antd'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useKept } from '../../../forms/kept'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { deliveryWords } from './words'

/** 放弃投递 of the chosen rows, one after another. */
export function AbandonDialog(props: { ids: string[]; close: (done: boolean) => void }) {
  const me = useMe()
  const { message } = App.useApp()
  const [reason, keep, forget] = useKept(me.id, 'deliveries.abandon', '')
  const command = useCommand(
    async (asked: { ids: string[]; reason: string }, headers) => {
      for (const id of asked.ids) {
        const key = `${headers['Idempotency-Key']}:${id}`.slice(0, 100)
        const body = { id, reason: asked.reason }
        await answer(api.POST('/api/deliveries/abandon', { body, headers: { 'Idempotency-Key': key } }))
      }
    },
    {
      touches: [['deliveries'], ['receivers']],
      then: () => {
        forget()
        void message.success('已放弃投递。')
        props.close(true)
      },
    },
  )
  return (
    <AskDialog
      title={`放弃投递选定的${props.ids.length}条消息`}
      okText="放弃投递"
      danger
      command={command}
      send={() => void command.run({ ids: props.ids, reason: reason.trim() })}
      close={() => props.close(false)}
    >
      <p className="quiet">{deliveryWords.abandon}</p>
      <Field name="reason" label="放弃的原因" required>
        {id => <Input.TextArea id={id} rows={3} value={reason} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}
