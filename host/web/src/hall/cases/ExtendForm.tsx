import { Alert, App, Button, Form, Input } from 'antd'
import type { ExtendCaseRequest, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useMe } from '../shell/Session'
import { touchesOf } from './caseContext'
import { Field } from './Field'
import { useSaid } from './useSaid'
import { words } from './words'

const nothing = { reason: '', approvedBy: '' }

/** 延长办理期限. */
export function ExtendForm({ of, done }: { of: ShowCaseAnswer; done: () => void }) {
  const me = useMe()
  const { modal } = App.useApp()
  const [value, setValue, forget] = useKept(me.id, `case.${of.id}.extend`, nothing)
  const extend = useCommand(
    (body: ExtendCaseRequest, headers) =>
      answer(api.POST('/api/cases/{id}/extend', { params: { path: { id: of.id } }, headers, body })),
    {
      version: of.version,
      touches: touchesOf(of.id),
      then: useSaid('期限已延长。', () => {
        forget()
        done()
      }),
    },
  )
  const { statutory } = of.case
  if ((statutory?.deadline.extensions ?? []).length > 0)
    return <Alert role="note" type="info" title={words.extendedAlready} />
  if (!statutory?.due) return <Alert role="note" type="info" title={words.standsStill} />
  return (
    <Form
      layout="vertical"
      onFinish={() =>
        modal.confirm({
          title: '延长办理期限？',
          content: words.confirmExtend,
          okText: '延长',
          onOk: () => void extend.run(value),
        })
      }
    >
      <Field
        label="延长的理由"
        id="extend-reason"
        refused={extend.refused}
        field="reason"
        help="写成“因……”之后的内容，将告知申请人。"
        required
      >
        <Input.TextArea
          id="extend-reason"
          autoSize={{ minRows: 2 }}
          value={value.reason}
          onChange={e => setValue({ ...value, reason: e.target.value })}
        />
      </Field>
      <Field
        label="批准人（机关负责人姓名、职务）"
        id="extend-approved"
        refused={extend.refused}
        field="approvedBy"
        required
      >
        <Input
          id="extend-approved"
          value={value.approvedBy}
          onChange={e => setValue({ ...value, approvedBy: e.target.value })}
        />
      </Field>
      <RefusalAlert of={extend.refused} close={extend.clear} />
      <Button type="primary" htmlType="submit" loading={extend.running}>
        延长10个工作日
      </Button>
    </Form>
  )
}
