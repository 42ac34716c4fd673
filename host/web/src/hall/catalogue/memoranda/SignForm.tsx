import { App, Button, Form, Input } from 'antd'
import type { MemorandumAnswer, Side, SignMemorandumRequest } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKept } from '../../../forms/kept'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { dayText, localToday } from '../../../words/dates'
import { useMay, useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput } from '../parts/inputs'
import { Section } from '../parts/Section'
import { useMemorandumCommand } from './useMemorandumCommand'

/** 签字: each side by somebody of its own; with the second signature the memorandum takes effect. */
export function SignForm(props: { of: MemorandumAnswer }) {
  const { of } = props
  const me = useMe()
  const may = useMay()
  const { modal } = App.useApp()
  const { content, signatures, effectiveFrom } = of.memorandum
  const side: Side | undefined =
    content?.from.code === me.organisation.code ? 'from' : content?.to.code === me.organisation.code ? 'to' : undefined
  const [paper, setPaper, forget] = useKept(me.id, `sign.${of.id}`, { name: me.name, position: '', on: localToday() })
  const sign = useMemorandumCommand(
    of,
    (body: SignMemorandumRequest, headers) =>
      answer(api.POST('/api/memoranda/{id}/sign', { params: { path: { id: of.id } }, body, headers })),
    { said: '已登记签字。', then: forget },
  )
  const isMine = side && !effectiveFrom && signatures.every(s => s.side !== side)
  if (!content || !side || !isMine || !may('post /api/memoranda/{id}/sign')) return null
  const isLast = signatures.length > 0
  const from = localToday() < content.handoverOn ? `${dayText(content.handoverOn)}零时` : '签字之时'

  function ask() {
    modal.confirm({
      title: `代表${me.organisation.name}签字？`,
      content: isLast
        ? `这是第二方签字。签字后备忘录自${from}生效，${content?.items.length}个事项从那时起由${content?.to.name}办理；此前已提出的申请仍由原单位办结。`
        : '签字后内容有修改的，需要重新签字。',
      okText: '签字',
      onOk: async () => {
        if (side) await sign.run({ side, ...paper })
      },
    })
  }

  return (
    <Section title={`${side === 'from' ? '移交方' : '承接方'}签字（${me.organisation.name}）`}>
      <RefusalAlert of={sign.refused} close={sign.clear} />
      <Form onChange={sign.clear} layout="vertical" onFinish={ask}>
        <div className="rows-of-form">
          <Field label="签字人" required fault={faultAt(sign.refused, 'name')}>
            {c => (
              <Input {...c} value={paper.name} onChange={e => setPaper(now => ({ ...now, name: e.target.value }))} />
            )}
          </Field>
          <Field label="职务" fault={faultAt(sign.refused, 'position')}>
            {c => (
              <Input
                {...c}
                value={paper.position}
                onChange={e => setPaper(now => ({ ...now, position: e.target.value }))}
              />
            )}
          </Field>
          <Field label="签字日期" required fault={faultAt(sign.refused, 'on') ?? faultAt(sign.refused, 'side')}>
            {c => (
              <DayInput {...c} max={localToday()} value={paper.on} onChange={on => setPaper(now => ({ ...now, on }))} />
            )}
          </Field>
        </div>
        <Button type="primary" htmlType="submit" loading={sign.running}>
          签字
        </Button>
      </Form>
    </Section>
  )
}
