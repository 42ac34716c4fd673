import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Space } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { MemorandumContent } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { localToday } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { faultAt } from '../parts/faults'
import { useBureau } from '../parts/organisations'
import { ChecklistSection, ItemsSection, PushSection, SidesSection } from './ContentForm'
import { emptyContent, pushRuleTo } from './items'

/** 起草备忘录: drawn up, and drawn up anew until both sides have signed. */
export default function DraftMemorandumPage() {
  const { id = '' } = useParams()
  const bureau = useBureau()
  const memorandum = useQuery({
    queryKey: ['memorandum', id, 'draft'],
    queryFn: async () => {
      try {
        return await answer(api.GET('/api/memoranda/{id}', { params: { path: { id } } }))
      } catch (thrown) {
        if (Refused.from(thrown).code === 'memorandum-unknown') return null
        throw thrown
      }
    },
    enabled: bureau !== undefined,
  })
  return (
    <Page title={memorandum.data ? '修改备忘录' : '起草备忘录'} sub="达成一致后由双方分别签字；签字前可以继续修改">
      <Loaded of={memorandum} rows={10}>
        {data => (
          <Draft
            id={id}
            version={data?.version}
            signed={data?.memorandum.signatures.length ?? 0}
            initial={data?.memorandum.content ?? emptyContent(bureau, localToday())}
          />
        )}
      </Loaded>
    </Page>
  )
}

function Draft(props: { id: string; version: number | undefined; signed: number; initial: MemorandumContent }) {
  const { id, version } = props
  const me = useMe()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const [content, setContent, forget] = useKept(me.id, `memorandum.${id}.${version ?? 0}`, props.initial)
  const save = useCommand(
    (body: MemorandumContent, headers) =>
      answer(api.PUT('/api/memoranda/{id}', { params: { path: { id } }, body, headers })),
    {
      version,
      touches: [['memorandum', id], ['memoranda']],
      then: () => {
        forget()
        message.success('备忘录已保存，双方签字前可以继续修改。')
        navigate(`/memoranda/${id}`)
      },
    },
  )

  useEffect(() => {
    if (save.refused) document.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' })
  }, [save.refused])

  function change(part: Partial<MemorandumContent>) {
    setContent(now => {
      const next = { ...now, ...part }
      // Who hands over is as a rule who supervises from then on, and must be told.
      if (part.from?.code && next.pushRules.length === 0) next.pushRules = [pushRuleTo(part.from)]
      return next
    })
  }

  async function send() {
    if (props.signed > 0) {
      const goesOn = await modal.confirm({
        title: '修改后已有的签字作废',
        content: '一方已经签字。内容修改后，双方都要重新签字。',
        okText: '修改并保存',
      })
      if (!goesOn) return
    }
    await save.run(content)
  }

  const form = { content, change, fault: (place: string) => faultAt(save.refused, place) }
  return (
    <Form onChange={save.clear} layout="vertical" onFinish={() => void send()}>
      <RefusalAlert of={save.refused} close={save.clear} />
      <div className="stack">
        <SidesSection {...form} />
        <ItemsSection {...form} />
        <PushSection {...form} number="三" />
        <ChecklistSection {...form} number="四" />
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={save.running}>
            保存备忘录
          </Button>
          <Button onClick={() => navigate(version ? `/memoranda/${id}` : '/memoranda')}>返回</Button>
          <span className="quiet">填写的内容随时保存在本机，没有保存备忘录前离开也不会丢失。</span>
        </Space>
      </div>
    </Form>
  )
}
