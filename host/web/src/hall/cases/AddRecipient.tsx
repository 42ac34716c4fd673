import { AutoComplete, Button, Form, Input } from 'antd'
import type { AddRecipientRequest, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { tidyIdentifier } from '../../words/identifiers'
import { useMe } from '../shell/Session'
import { touchesOf } from './caseContext'
import { Field } from './Field'
import { useSeals } from './seals'
import { useSaid } from './useSaid'

const nothing = { name: '', code: '', reason: '' }

/** 增加推送对象: a department that is told of this case beside those the memorandum names. */
export function AddRecipient({ of, done }: { of: ShowCaseAnswer; done: () => void }) {
  const me = useMe()
  const [value, setValue, forget] = useKept(me.id, `case.${of.id}.recipient`, nothing)
  const seals = useSeals()
  const known = [...new Map((seals.data ?? []).map(s => [s.code, s.organisation])).entries()].filter(
    ([code]) => code !== of.case.under?.owner.code && code !== of.case.under?.supervisor.code,
  )
  const add = useCommand(
    (body: AddRecipientRequest, headers) =>
      answer(api.POST('/api/cases/{id}/recipients', { params: { path: { id: of.id } }, headers, body })),
    {
      version: of.version,
      touches: touchesOf(of.id),
      then: useSaid('推送对象已增加。', () => {
        forget()
        done()
      }),
    },
  )
  return (
    <Form
      layout="vertical"
      onFinish={() =>
        void add.run({ recipient: { name: value.name.trim(), code: value.code }, reason: value.reason.trim() })
      }
    >
      <Field label="部门名称" id="recipient-name" refused={add.refused} field="recipient" required>
        <AutoComplete
          id="recipient-name"
          value={value.name}
          options={known.map(([, name]) => ({ value: name }))}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
          onChange={name => setValue({ ...value, name, code: known.find(([, n]) => n === name)?.[0] ?? value.code })}
        />
      </Field>
      <Field label="统一社会信用代码" id="recipient-code" refused={undefined} field="recipient" required>
        <Input
          id="recipient-code"
          className="mono"
          value={value.code}
          onChange={e => setValue({ ...value, code: tidyIdentifier(e.target.value) })}
        />
      </Field>
      <Field label="增加的理由" id="recipient-reason" refused={add.refused} field="reason" required>
        <Input.TextArea
          id="recipient-reason"
          autoSize={{ minRows: 2 }}
          value={value.reason}
          onChange={e => setValue({ ...value, reason: e.target.value })}
        />
      </Field>
      <RefusalAlert of={add.refused} close={add.clear} />
      <Button type="primary" htmlType="submit" loading={add.running}>
        增加
      </Button>
    </Form>
  )
}
