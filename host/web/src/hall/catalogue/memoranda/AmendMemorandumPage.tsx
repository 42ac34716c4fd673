import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Space } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { AmendMemorandumRequest, MemorandumAnswer, MemorandumContent } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useKept } from '../../../forms/kept'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { localToday } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput } from '../parts/inputs'
import { Section } from '../parts/Section'
import { amendmentOf } from './amendment'
import { ChecklistSection, ItemsSection, PushSection } from './ContentForm'

/** 修订备忘录: by a further agreement, while the memorandum is in force. */
export default function AmendMemorandumPage() {
  const { id = '' } = useParams()
  const memorandum = useQuery({
    queryKey: ['memorandum', id],
    queryFn: () => answer(api.GET('/api/memoranda/{id}', { params: { path: { id } } })),
  })
  return (
    <Page title="修订备忘录" sub={memorandum.data?.memorandum.citation}>
      <Loaded of={memorandum} rows={10}>
        {data => <Amendment key={data.version} of={data} />}
      </Loaded>
    </Page>
  )
}

interface Draft {
  document: string
  on: string
  content: MemorandumContent
}

function Amendment(props: { of: MemorandumAnswer }) {
  const { of } = props
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const before = of.memorandum.content as MemorandumContent
  const [draft, setDraft, forget] = useKept<Draft>(me.id, `amendment.${of.id}.${of.version}`, {
    document: '',
    on: localToday(),
    content: before,
  })
  const amend = useCommand(
    (body: AmendMemorandumRequest, headers) =>
      answer(api.POST('/api/memoranda/{id}/amendments', { params: { path: { id: of.id } }, body, headers })),
    {
      version: of.version,
      touches: [['memorandum', of.id], ['boundaries'], ['duties']],
      then: () => {
        forget()
        message.success('修订已生效。')
        navigate(`/memoranda/${of.id}`)
      },
    },
  )
  const amended = amendmentOf(before, draft.content)
  const isNothing = !amended.items && !amended.pushRules && !amended.checklist

  useEffect(() => {
    if (amend.refused) document.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' })
  }, [amend.refused])

  const form = {
    content: draft.content,
    change: (part: Partial<MemorandumContent>) => setDraft(now => ({ ...now, content: { ...now.content, ...part } })),
    // The request names only the items that change; the form shows them all.
    fault: (place: string) => faultAt(amend.refused, amended.placeOf(place)),
  }
  return (
    <Form
      onChange={amend.clear}
      layout="vertical"
      onFinish={() =>
        void amend.run({
          document: draft.document,
          on: draft.on,
          items: amended.items,
          pushRules: amended.pushRules,
          checklist: amended.checklist,
        })
      }
    >
      <RefusalAlert of={amend.refused} close={amend.clear} />
      <div className="stack">
        <Section title="一、修订依据">
          <p className="quiet">
            修订只改变双方怎样衔接。包含哪些事项、双方是谁、自何时生效不能修订，需要时另行签订备忘录。
          </p>
          <div className="rows-of-form">
            <Field label="双方商定的文件文号" required fault={faultAt(amend.refused, 'document')}>
              {c => (
                <Input
                  {...c}
                  value={draft.document}
                  onChange={e => setDraft(now => ({ ...now, document: e.target.value }))}
                />
              )}
            </Field>
            <Field label="商定日期" required fault={faultAt(amend.refused, 'on')}>
              {c => (
                <DayInput
                  {...c}
                  max={localToday()}
                  value={draft.on}
                  onChange={on => setDraft(now => ({ ...now, on }))}
                />
              )}
            </Field>
          </div>
        </Section>
        <ItemsSection {...form} isAmendment />
        <PushSection {...form} number="三" />
        <ChecklistSection {...form} number="四" done={of.memorandum.handovers.map(h => h.key)} />
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={amend.running} disabled={isNothing}>
            修订
          </Button>
          <Button onClick={() => navigate(`/memoranda/${of.id}`)}>返回</Button>
          <span className="quiet" role="status">
            {isNothing ? '还没有改动。' : amended.summary}
          </span>
        </Space>
      </div>
    </Form>
  )
}
