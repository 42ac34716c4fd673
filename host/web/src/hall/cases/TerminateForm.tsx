import { App, Button, Form } from 'antd'
import type { ShowCaseAnswer, TerminateCaseRequest } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useMe } from '../shell/Session'
import { touchesOf } from './caseContext'
import { Field } from './Field'
import { type Reason, ReasonsField, reasonsOf } from './ReasonsField'
import { useSaid } from './useSaid'
import { words } from './words'

const none: Reason[] = []

/** 终止办理. */
export function TerminateForm({ of, done }: { of: ShowCaseAnswer; done: () => void }) {
  const me = useMe()
  const { modal } = App.useApp()
  const [reasons, setReasons, forget] = useKept(me.id, `case.${of.id}.terminate`, none)
  const terminate = useCommand(
    (body: TerminateCaseRequest, headers) =>
      answer(api.POST('/api/cases/{id}/terminate', { params: { path: { id: of.id } }, headers, body })),
    {
      version: of.version,
      touches: touchesOf(of.id),
      then: useSaid('办件已终止。', () => {
        forget()
        done()
      }),
    },
  )
  return (
    <Form
      layout="vertical"
      onFinish={() =>
        modal.confirm({
          title: '终止办理？',
          content: words.confirmTerminate,
          okText: '终止办理',
          okButtonProps: { danger: true },
          onOk: () => void terminate.run({ reasons: reasonsOf(reasons) }),
        })
      }
    >
      <Field label="终止的理由与依据" id="terminate-reasons" refused={terminate.refused} field="reasons" required>
        <ReasonsField id="terminate-reasons" value={reasons} onChange={setReasons} />
      </Field>
      <RefusalAlert of={terminate.refused} close={terminate.clear} />
      <Button danger htmlType="submit" loading={terminate.running}>
        确认终止
      </Button>
    </Form>
  )
}
