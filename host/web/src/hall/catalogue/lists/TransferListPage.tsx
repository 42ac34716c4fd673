import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Space, Table } from 'antd'
import { useCallback } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { PublishTransferListRequest, TransferListAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useWatched } from '../../../api/live'
import { useKept } from '../../../forms/kept'
import { Code } from '../../../kit/Code'
import { Facts } from '../../../kit/Facts'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { transferActionName } from '../../../words/catalogue'
import { dayText, localToday } from '../../../words/dates'
import { useMay, useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput } from '../parts/inputs'
import { useItemNames } from '../parts/organisations'
import { Section } from '../parts/Section'

/** 一份清单: what it moves where, its publication, and who drew it up. */
export default function TransferListPage() {
  const { id = '' } = useParams()
  const may = useMay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: ['transfer-list', id],
    queryFn: () => answer(api.GET('/api/transfer-lists/{id}', { params: { path: { id } } })),
  })
  const history = useQuery({
    queryKey: ['transfer-list', id, 'history'],
    queryFn: () => answer(api.GET('/api/transfer-lists/{id}/history', { params: { path: { id } } })),
    enabled: may('get /api/transfer-lists/{id}/history'),
  })
  useWatched(
    'transfer-list',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['transfer-list', id] }), [queries, id]),
  )
  const nameOf = useItemNames(list.data?.list.entries.map(e => e.item) ?? [])
  const isDraft = list.data !== undefined && !list.data.list.publishedOn

  return (
    <Page
      title={list.data?.list.title ?? '划转清单'}
      sub={list.data ? `第${list.data.list.batch}批` : undefined}
      actions={
        isDraft && may('put /api/transfer-lists/{id}') ? (
          <Button onClick={() => navigate(`/transfer-lists/${id}/draft`)}>修改</Button>
        ) : undefined
      }
    >
      <Loaded of={list} rows={8}>
        {data => (
          <div className="columns">
            <div className="stack">
              {isDraft && may('post /api/transfer-lists/{id}/publish') ? <Publish of={data} /> : null}
              <Section title="事项">
                <Table
                  size="small"
                  pagination={false}
                  rowKey="item"
                  dataSource={data.list.entries}
                  columns={[
                    { title: '事项', render: (_, e) => <Link to={`/items/${e.item}`}>{nameOf(e.item)}</Link> },
                    { title: '调整', render: (_, e) => transferActionName[e.action], width: 80 },
                    {
                      title: '承接单位',
                      render: (_, e) => e.to?.name ?? <span className="quiet">—</span>,
                      width: 210,
                    },
                    { title: '实施编码', render: (_, e) => <Code short={12}>{e.item}</Code>, width: 150 },
                  ]}
                />
              </Section>
            </div>
            <div className="stack">
              <Section title="公布">
                <Facts
                  column={1}
                  items={[
                    ['状态', data.list.publishedOn ? '已公布' : '拟订中'],
                    ['文号', data.list.document ?? undefined],
                    ['公布日期', data.list.publishedOn ? dayText(data.list.publishedOn) : undefined],
                  ]}
                />
                <p className="quiet">
                  {data.list.publishedOn
                    ? '双方可以据此签订审管衔接备忘录；需要变动时另行拟订调整清单。'
                    : '清单公布前，不能据此移交事项，公众也看不到。'}
                </p>
                <Link to="/memoranda">查看备忘录</Link>
              </Section>
              <Section title="记录">
                <Loaded of={history}>{lines => <History of={lines} />}</Loaded>
              </Section>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Publish(props: { of: TransferListAnswer }) {
  const { of } = props
  const me = useMe()
  const { message, modal } = App.useApp()
  const [paper, setPaper, forget] = useKept(me.id, `publish.${of.id}`, { document: '', on: localToday() })
  const publish = useCommand(
    (body: PublishTransferListRequest, headers) =>
      answer(api.POST('/api/transfer-lists/{id}/publish', { params: { path: { id: of.id } }, body, headers })),
    {
      version: of.version,
      touches: [['transfer-list', of.id], ['transfer-lists'], ['item']],
      then: () => {
        forget()
        message.success('清单已公布。')
      },
    },
  )
  const cancelled = of.list.entries.filter(e => e.action === 'cancel').length

  function ask() {
    modal.confirm({
      title: '公布这份清单？',
      content: `公布后不能再修改。${cancelled > 0 ? `其中${cancelled}个事项自${dayText(paper.on)}起取消，不再受理。` : '之后双方可以据此签订备忘录。'}`,
      okText: '公布',
      onOk: async () => {
        await publish.run(paper)
      },
    })
  }

  return (
    <Section title="公布清单">
      <RefusalAlert of={publish.refused} close={publish.clear} />
      <Form onChange={publish.clear} layout="vertical" onFinish={ask}>
        <div className="rows-of-form">
          <Field label="文号" required fault={faultAt(publish.refused, 'document')}>
            {c => (
              <Input
                {...c}
                value={paper.document}
                onChange={e => setPaper(now => ({ ...now, document: e.target.value }))}
              />
            )}
          </Field>
          <Field
            label="公布日期"
            required
            fault={faultAt(publish.refused, 'on')}
            hint={cancelled > 0 ? '取消的事项自这一天起不再受理' : undefined}
          >
            {c => <DayInput {...c} value={paper.on} onChange={on => setPaper(now => ({ ...now, on }))} />}
          </Field>
        </div>
        <Space>
          <Button type="primary" htmlType="submit" loading={publish.running}>
            公布
          </Button>
        </Space>
      </Form>
    </Section>
  )
}
