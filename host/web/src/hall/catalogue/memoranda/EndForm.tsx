import { Alert, Form, Input, Modal } from 'antd'
import type { EndMemorandumRequest, MemorandumAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKept } from '../../../forms/kept'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { localToday } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput } from '../parts/inputs'
import { useFocusBack } from '../parts/useFocusBack'
import { useMemorandumCommand } from './useMemorandumCommand'

/** 终止备忘录: from a day on its items are again with whom they were before. */
export function EndForm(props: { of: MemorandumAnswer; close: () => void }) {
  const { of, close } = props
  useFocusBack()
  const me = useMe()
  const [paper, setPaper, forget] = useKept(me.id, `end.${of.id}`, { on: localToday(), reason: '' })
  const end = useMemorandumCommand(
    of,
    (body: EndMemorandumRequest, headers) =>
      answer(api.POST('/api/memoranda/{id}/end', { params: { path: { id: of.id } }, body, headers })),
    {
      said: '备忘录已终止。',
      then: () => {
        forget()
        close()
      },
    },
  )
  return (
    <Modal
      open
      title="终止备忘录"
      okText="终止备忘录"
      okButtonProps={{ danger: true }}
      confirmLoading={end.running}
      onOk={() => void end.run(paper)}
      onCancel={close}
    >
      <RefusalAlert of={end.refused} close={end.clear} />
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title={`终止后，${of.memorandum.content?.items.length ?? 0}个事项恢复由此前的单位办理，不能撤销；已提出的申请仍由受理单位办结。`}
      />
      <Form onChange={end.clear} layout="vertical">
        <Field label="自哪一天起终止" required fault={faultAt(end.refused, 'on')} hint="选今天的，自登记之时起终止">
          {c => (
            <DayInput {...c} min={localToday()} value={paper.on} onChange={on => setPaper(now => ({ ...now, on }))} />
          )}
        </Field>
        <Field label="理由" required fault={faultAt(end.refused, 'reason')}>
          {c => (
            <Input.TextArea
              {...c}
              rows={2}
              value={paper.reason}
              onChange={e => setPaper(now => ({ ...now, reason: e.target.value }))}
            />
          )}
        </Field>
      </Form>
    </Modal>
  )
}
