import { Form, Input, Modal } from 'antd'
import type { MemorandumAnswer, MemorandumItem, SettleBoundaryRequest } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKept } from '../../../forms/kept'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { useFocusBack } from '../parts/useFocusBack'
import { useMemorandumCommand } from './useMemorandumCommand'

/** 明确职责边界: both sides have agreed; from this moment on the item is with whoever takes it over. */
export function SettleForm(props: { of: MemorandumAnswer; item: MemorandumItem; name: string; close: () => void }) {
  const { of, item, close } = props
  useFocusBack()
  const me = useMe()
  const [paper, setPaper, forget] = useKept(me.id, `settle.${of.id}.${item.item}`, {
    approves: item.approves,
    supervises: item.supervises,
    document: '',
  })
  const settle = useMemorandumCommand(
    of,
    (body: SettleBoundaryRequest, headers) =>
      answer(api.POST('/api/memoranda/{id}/boundaries', { params: { path: { id: of.id } }, body, headers })),
    {
      said: '职责边界已经明确。',
      then: () => {
        forget()
        close()
      },
    },
  )
  const change = (part: Partial<typeof paper>) => setPaper(now => ({ ...now, ...part }))
  return (
    <Modal
      open
      title={`明确职责边界：${props.name}`}
      okText="明确边界"
      confirmLoading={settle.running}
      onOk={() => void settle.run({ item: item.item, ...paper })}
      onCancel={close}
      width={640}
    >
      <RefusalAlert of={settle.refused} close={settle.clear} />
      <p>登记之时起，该事项由{of.memorandum.content?.to.name}办理；此前已提出的申请仍由原单位办结。</p>
      <Form onChange={settle.clear} layout="vertical">
        <Field label="审批职责" required fault={faultAt(settle.refused, 'approves')}>
          {c => (
            <Input.TextArea
              {...c}
              autoSize={{ minRows: 2 }}
              value={paper.approves}
              onChange={e => change({ approves: e.target.value })}
            />
          )}
        </Field>
        <Field label="监管职责" required fault={faultAt(settle.refused, 'supervises')}>
          {c => (
            <Input.TextArea
              {...c}
              autoSize={{ minRows: 2 }}
              value={paper.supervises}
              onChange={e => change({ supervises: e.target.value })}
            />
          )}
        </Field>
        <Field
          label="双方商定的文件文号"
          required
          fault={faultAt(settle.refused, 'document') ?? faultAt(settle.refused, 'item')}
        >
          {c => <Input {...c} value={paper.document} onChange={e => change({ document: e.target.value })} />}
        </Field>
      </Form>
    </Modal>
  )
}
