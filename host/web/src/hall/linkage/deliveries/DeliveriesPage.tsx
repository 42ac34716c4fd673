import { Alert, App, Button, Modal, Segmented, Select, Space, type TableColumnsType, Tag } from 'antd'
import { useState } from 'react'
import type { ShowDeliveriesAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { usePages } from '../../../api/pages'
import { Code } from '../../../kit/Code'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { instantText } from '../../../words/dates'
import { topicName } from '../../../words/supervision'
import { Part } from '../parts/Part'
import { useFilter } from '../parts/useFilter'
import { AbandonDialog } from './AbandonDialog'
import { Receivers, useReceivers } from './Receivers'
import { deliveryWords } from './words'

const states = [
  { value: 'failed', label: '投递失败' },
  { value: 'waiting', label: '等待投递' },
  { value: 'abandoned', label: '已放弃' },
  { value: 'delivered', label: '已投递' },
]

/** 投递: who does not receive, what could not be delivered, and what is done about it. */
export default function DeliveriesPage() {
  const { message, modal } = App.useApp()
  const [filter, setFilter] = useFilter()
  const state = filter('state') ?? 'failed'
  const recipient = filter('recipient')
  const [chosen, choose] = useState<string[]>([])
  const [abandoning, abandon] = useState(false)
  const [viewed, view] = useState<ShowDeliveriesAnswer>()
  const receivers = useReceivers()
  const lacksRecipient = state === 'delivered' && recipient === undefined
  const rows = usePages(
    ['deliveries', { state, recipient }],
    after => answer(api.GET('/api/deliveries', { params: { query: { state, recipient, after, limit: 50 } } })),
    { enabled: !lacksRecipient },
  )
  const replay = useCommand(
    async (what: { ids?: string[]; recipient?: string }, headers) => {
      if (what.recipient) {
        const body = { recipient: what.recipient }
        return answer(api.POST('/api/deliveries/replay', { body, headers }))
      }
      // One after another, each under a key of its own: what was replayed before a dropped line is not replayed twice.
      for (const id of what.ids ?? []) {
        const key = `${headers['Idempotency-Key']}:${id}`.slice(0, 100)
        await api.POST('/api/deliveries/replay', { body: { id }, headers: { 'Idempotency-Key': key } })
      }
      return undefined
    },
    {
      touches: [['deliveries'], ['receivers']],
      then: () => {
        choose([])
        void message.success('已重新投递。')
      },
    },
  )

  function askReplay(what: { ids?: string[]; recipient?: string }, name: string) {
    modal.confirm({
      title: `重新投递${name}？`,
      content: deliveryWords.replay,
      okText: '重新投递',
      cancelText: '取消',
      onOk: () => void replay.run(what),
    })
  }

  const columns: TableColumnsType<ShowDeliveriesAnswer> = [
    {
      title: '消息',
      width: 150,
      render: (_, r) => (
        <Button type="link" size="small" className="in-cell" onClick={() => view(r)}>
          {topicText(r.topic)}
        </Button>
      ),
    },
    { title: '接收方', width: 230, render: (_, r) => receivers.nameOf(r.recipient) },
    { title: '最近一次的原因', render: (_, r) => r.reason ?? <span className="quiet">—</span> },
    { title: '次数', width: 64, align: 'right', dataIndex: 'attempts' },
    { title: '产生于', width: 170, render: (_, r) => <span className="nowrap">{instantText(r.createdAt)}</span> },
  ]

  return (
    <Page title="投递" sub={deliveryWords.sub}>
      <div className="stack">
        <RefusalAlert of={replay.refused} close={replay.clear} />
        <Part title="接收方">
          <Receivers
            of={receivers}
            running={replay.running}
            replay={r => askReplay({ recipient: r }, `${receivers.nameOf(r)}的全部失败消息`)}
            show={r => {
              setFilter('recipient', r)
              setFilter('state', undefined)
            }}
          />
        </Part>
        <section>
          <div className="filters">
            <Segmented
              aria-label="投递状态"
              value={state}
              onChange={s => {
                choose([])
                setFilter('state', s === 'failed' ? undefined : s)
              }}
              options={states}
            />
            <Select
              aria-label="接收方"
              value={recipient}
              onChange={r => {
                choose([])
                setFilter('recipient', r)
              }}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="全部接收方"
              style={{ width: 280 }}
              options={receivers.options}
            />
            {state === 'failed' || state === 'waiting' ? (
              <Space style={{ marginLeft: 'auto' }}>
                <span role="status" className="quiet">
                  {chosen.length > 0 ? `已选${chosen.length}条` : ''}
                </span>
                {state === 'failed' ? (
                  <Button
                    disabled={chosen.length === 0}
                    loading={replay.running}
                    onClick={() => askReplay({ ids: chosen }, `选定的${chosen.length}条消息`)}
                  >
                    重新投递
                  </Button>
                ) : null}
                <Button danger disabled={chosen.length === 0} onClick={() => abandon(true)}>
                  放弃投递
                </Button>
              </Space>
            ) : null}
          </div>
          {lacksRecipient ? (
            <Alert role="note" type="info" showIcon title={deliveryWords.chooseReceiver} />
          ) : (
            <PageTable<ShowDeliveriesAnswer>
              label="消息"
              of={rows}
              columns={columns}
              rowKey={r => r.id}
              empty={deliveryWords.nothing}
              choosing={
                state === 'failed' || state === 'waiting'
                  ? {
                      selectedRowKeys: chosen,
                      onChange: keys => choose(keys.map(String)),
                      getCheckboxProps: r => ({ 'aria-label': `选择${topicText(r.topic)}` }) as object,
                    }
                  : undefined
              }
            />
          )}
        </section>
      </div>
      {abandoning ? (
        <AbandonDialog
          ids={chosen}
          close={done => {
            abandon(false)
            if (done) choose([])
          }}
        />
      ) : null}
      {viewed ? <Payload of={viewed} to={receivers.nameOf(viewed.recipient)} close={() => view(undefined)} /> : null}
    </Page>
  )
}

function Payload(props: { of: ShowDeliveriesAnswer; to: string; close: () => void }) {
  const { of } = props
  return (
    <Modal open title={`${topicText(of.topic)}，发给${props.to}`} onCancel={props.close} footer={null} width={760}>
      <p>
        编号 <Code>{of.id}</Code> <Tag>{states.find(s => s.value === of.state)?.label ?? of.state}</Tag>
        {of.reason ? <span className="quiet">{of.reason}</span> : null}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre className="payload" role="region" tabIndex={0} aria-label="消息内容">
        {JSON.stringify(of.content, null, 2)}
      </pre>
    </Modal>
  )
}

function topicText(topic: string): string {
  return topic in topicName ? topicName[topic as keyof typeof topicName] : topic === 'step' ? '自动环节' : topic
}
