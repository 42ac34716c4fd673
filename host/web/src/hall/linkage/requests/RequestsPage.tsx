import { useQueryClient } from '@tanstack/react-query'
import { Select, type TableColumnsType, Tag } from 'antd'
import { useCallback } from 'react'
import { Link } from 'react-router'
import type { ListRequestsRow, RequestStage } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKindChanged } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { Due } from '../../../kit/Due'
import { Light } from '../../../kit/Light'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { shortDay } from '../../../words/dates'
import { actName, requestStageName } from '../../../words/requests'
import { useMay } from '../../shell/Session'
import { LinkButton } from '../parts/LinkButton'
import { LicenceLink } from '../parts/links'
import { useFilter } from '../parts/useFilter'
import { requestWords } from './words'

const stages = (Object.keys(requestStageName) as RequestStage[]).filter(s => s !== 'none')

/** 监管申请: what a department's officers have asked for, or what an owner was asked. */
export default function RequestsPage() {
  const queries = useQueryClient()
  const may = useMay()
  const asks = may('post /api/requests')
  const [filter, setFilter] = useFilter()
  const asked = { stage: filter('stage'), licence: filter('licence') }
  const rows = usePages(['requests', asked], after =>
    answer(api.GET('/api/requests', { params: { query: { ...asked, after, limit: 50 } } })),
  )
  useKindChanged(
    'request',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['requests'] }), [queries]),
  )

  const columns: TableColumnsType<ListRequestsRow> = [
    {
      title: '申请',
      width: 190,
      render: (_, r) => (
        <>
          <Link to={`/requests/${encodeURIComponent(r.id)}`}>{actName[r.kind]}证照</Link>
          <div className="quiet">{r.letter}</div>
        </>
      ),
    },
    {
      title: '持证人与证照',
      render: (_, r) => (
        <>
          {r.holder}
          <div>
            <LicenceLink of={r.licence}>{r.itemName}</LicenceLink>
          </div>
        </>
      ),
    },
    asks
      ? { title: '答复单位', width: 166, dataIndex: 'ownerName' }
      : { title: '来函部门', width: 166, dataIndex: 'departmentName' },
    { title: '收到', width: 128, render: (_, r) => <span className="nowrap">{shortDay(r.receivedOn)}</span> },
    { title: '现在', width: 170, render: (_, r) => <Stands of={r} /> },
    {
      title: '最迟答复',
      width: 200,
      render: (_, r) => (r.light || r.stage !== 'decided' ? <Due day={r.answerDue} plain={!r.light} /> : '—'),
    },
  ]

  return (
    <Page
      title="监管申请"
      sub={requestWords.sub}
      actions={
        asks ? (
          <LinkButton to="/requests/new" primary>
            提出监管申请
          </LinkButton>
        ) : undefined
      }
    >
      <div className="filters">
        <Select
          aria-label="阶段"
          value={filter('stage')}
          onChange={stage => setFilter('stage', stage)}
          allowClear
          placeholder="全部阶段"
          style={{ width: 200 }}
          options={stages.map(value => ({ value, label: requestStageName[value] }))}
        />
        {filter('licence') ? (
          <Tag closable onClose={() => setFilter('licence')}>
            证照：{filter('licence')}
          </Tag>
        ) : null}
      </div>
      <PageTable<ListRequestsRow>
        label="监管申请"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty={requestWords.nothing}
      />
    </Page>
  )
}

function Stands(props: { of: ListRequestsRow }) {
  const { of } = props
  if (of.stage === 'decided')
    return (
      <>
        {of.accepted ? '已采纳' : '不予采纳'}
        <div className="quiet nowrap">{shortDay(of.decidedOn)}</div>
      </>
    )
  return (
    <>
      {requestStageName[of.stage]}
      {of.light ? (
        <div>
          <Light of={of.light} />
        </div>
      ) : null}
    </>
  )
}
