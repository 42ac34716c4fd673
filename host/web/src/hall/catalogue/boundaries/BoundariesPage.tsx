import { DownloadOutlined } from '@ant-design/icons'
import { Button, Empty, Segmented, Select, Space, Table, type TableColumnsType, Tag } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { Boundary, BoundaryChange, BoundaryStep } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { anyLimit, anyLimitText, boundaryStatusName, changeName, statutoryText } from '../../../words/catalogue'
import { localToday } from '../../../words/dates'
import { limitText } from '../../../words/limits'
import { dayAfter } from '../items/span'
import { DayInput } from '../parts/inputs'
import { useOrganisations } from '../parts/organisations'
import { addressWith, useAsked } from './asked'
import '../parts/section.css'

/** 职责边界清单: who approves and who supervises each item, on any day, and what changed between two. */
export default function BoundariesPage() {
  const [search, setSearch] = useSearchParams()
  const isDifference = search.get('view') === 'difference'
  return (
    <Page
      title="职责边界清单"
      sub="依据事项目录和备忘录自动形成；任何一天的清单都可以查看和下载"
      actions={
        <Segmented
          value={isDifference ? 'difference' : 'list'}
          options={[
            { value: 'list', label: '清单' },
            { value: 'difference', label: '两天的差异' },
          ]}
          onChange={view => setSearch(view === 'list' ? {} : { view }, { replace: true })}
        />
      }
    >
      {isDifference ? <Difference /> : <List />}
    </Page>
  )
}

function List() {
  const { asked, set } = useAsked()
  const on = asked.get('on') ?? localToday()
  const department = asked.get('department') ?? undefined
  const rows = usePages(
    ['boundaries', on, department],
    after =>
      answer(api.GET('/api/boundaries', { params: { query: { On: on, Department: department, after, limit: 50 } } })),
    { keepShown: true },
  )
  return (
    <>
      <div className="filters no-print">
        <label htmlFor="on">截至</label>
        <DayInput id="on" value={on} onChange={day => set('on', day)} />
        <Department value={department} choose={code => set('department', code)} />
        <Downloads of="boundaries" on={on} department={department} />
      </div>
      <PageTable<Boundary>
        label="职责边界"
        of={rows}
        columns={columns}
        rowKey={r => r.item}
        empty="这一天没有符合条件的事项。"
      />
    </>
  )
}

export function Department(props: { value: string | undefined; choose: (code: string) => void }) {
  const known = useOrganisations()
  return (
    <Select
      aria-label="单位"
      allowClear
      placeholder="全部单位"
      value={props.value}
      options={known.map(o => ({ value: o.code, label: o.name }))}
      onChange={code => props.choose(code ?? '')}
      style={{ width: 240 }}
    />
  )
}

export function Downloads(props: { of: 'boundaries' | 'duties'; on: string; department: string | undefined }) {
  const query = { on: props.on, department: props.department }
  return (
    <Space style={{ marginInlineStart: 'auto' }}>
      <Button icon={<DownloadOutlined />} href={addressWith(`/api/${props.of}.xlsx`, query)} download>
        下载 Excel
      </Button>
      <Button icon={<DownloadOutlined />} href={addressWith(`/api/${props.of}.csv`, query)} download>
        下载 CSV
      </Button>
    </Space>
  )
}

const columns: TableColumnsType<Boundary> = [
  {
    title: '事项',
    width: 210,
    render: (_, b) => (
      <>
        <Link to={`/items/${b.item}?tab=ownership`}>{b.itemName}</Link>
        <div>
          {b.status === 'open' ? (
            <Tag>{boundaryStatusName[b.status]}</Tag>
          ) : (
            <span className="quiet">{boundaryStatusName[b.status]}</span>
          )}
        </div>
      </>
    ),
  },
  {
    title: '审批',
    render: (_, b) => (
      <>
        <strong>{b.owner.name}</strong>
        {b.assisting ? <div>{b.assisting.name}协助</div> : null}
        {b.approves ? <div>{b.approves}</div> : null}
      </>
    ),
  },
  {
    title: '监管',
    render: (_, b) => (
      <>
        <strong>{b.supervisor.name}</strong>
        {b.supervises ? <div>{b.supervises}</div> : null}
      </>
    ),
  },
  {
    title: '审查环节与技术支撑',
    width: 270,
    render: (_, b) => b.steps.map(s => <div key={s.key}>{stepText(s)}</div>),
  },
  {
    title: '时限',
    width: 190,
    render: (_, b) => (
      <>
        <div>法定：{statutoryText(b.statutoryLimit, b.startEvent)}</div>
        <div>承诺：{limitText(b.promisedLimit)}</div>
        {b.linkage ? (
          <div className="quiet">
            {anyLimit(b.linkage.push) ? <div>推送：{anyLimitText(b.linkage.push)}</div> : null}
            <div>{anyLimit(b.linkage.claim) ? `认领：${anyLimitText(b.linkage.claim)}` : '推送即认领'}</div>
            <div>反馈：{limitText(b.linkage.feedback)}</div>
          </div>
        ) : null}
      </>
    ),
  },
  {
    title: '依据',
    width: 230,
    render: (_, b) => [...b.legalBasis, ...(b.documents ?? [])].map(d => <div key={d}>{d}</div>),
  },
]

function stepText(step: BoundaryStep): string {
  const who = step.performer
    ? step.helper
      ? `${step.performer.name}主体责任，${step.helper.name}配合责任`
      : step.performer.name
    : '系统自动办理'
  return [
    `${step.name}：${who}`,
    anyLimit(step.limit) ? anyLimitText(step.limit) : '',
    step.ifSilent === 'proceedWithout' ? '逾期未出具意见的继续办理' : '',
  ]
    .filter(t => t)
    .join('，')
}

function Difference() {
  const { asked, set } = useAsked()
  const to = asked.get('to') ?? localToday()
  const from = asked.get('from') ?? dayAfter(to, -180)
  const department = asked.get('department') ?? undefined
  const rows = usePages(
    ['boundaries', 'difference', from, to, department],
    after =>
      answer(
        api.GET('/api/boundaries/difference', {
          params: { query: { From: from, To: to, Department: department, after, limit: 50 } },
        }),
      ),
    { keepShown: true },
  )
  return (
    <>
      <div className="filters no-print">
        <label htmlFor="from">从</label>
        <DayInput id="from" value={from} onChange={day => set('from', day)} />
        <label htmlFor="to">到</label>
        <DayInput id="to" value={to} onChange={day => set('to', day)} />
        <Department value={department} choose={code => set('department', code)} />
        <Button
          icon={<DownloadOutlined />}
          href={addressWith('/api/boundaries/difference.csv', { from, to, department })}
          download
          style={{ marginInlineStart: 'auto' }}
        >
          下载 CSV
        </Button>
      </div>
      <PageTable<BoundaryChange>
        label="清单变化"
        of={rows}
        columns={differenceColumns}
        rowKey={r => r.item}
        empty="这两天的清单没有差异。"
      />
    </>
  )
}

const differenceColumns: TableColumnsType<BoundaryChange> = [
  { title: '事项', render: (_, c) => <Link to={`/items/${c.item}?tab=ownership`}>{c.itemName}</Link>, width: 240 },
  { title: '变化', render: (_, c) => <Tag>{changeName[c.kind]}</Tag>, width: 90 },
  {
    title: '内容',
    render: (_, c) =>
      c.columns.length > 0 ? (
        <Table
          size="small"
          pagination={false}
          rowKey="title"
          dataSource={c.columns}
          locale={{ emptyText: <Empty /> }}
          columns={[
            { title: '栏目', dataIndex: 'title', width: 150 },
            { title: '之前', render: (_x, k) => <span className="before-after">{k.before || '—'}</span> },
            { title: '之后', render: (_x, k) => <strong className="before-after">{k.after || '—'}</strong> },
          ]}
        />
      ) : (
        <span className="quiet">{c.kind === 'added' ? '清单中新增该事项' : '清单中不再有该事项'}</span>
      ),
  },
]
