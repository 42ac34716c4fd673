import { useQueryClient } from '@tanstack/react-query'
import { Card, type TableColumnsType } from 'antd'
import { useCallback } from 'react'
import { Link } from 'react-router'
import type { ListCasesRow, ListTasksRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useTasksChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { Due } from '../../kit/Due'
import { Light } from '../../kit/Light'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { ItemFinder } from './ItemFinder'

/** 综合受理: where a clerk's day begins — the item, what waits to be accepted, and what was begun. */
export default function WindowPage() {
  const queries = useQueryClient()
  const waiting = usePages(['tasks', 'window', 'intake'], after =>
    answer(
      api.GET('/api/tasks', { params: { query: { role: 'window', key: 'accept,supplement', after, limit: 20 } } }),
    ),
  )
  const drafts = usePages(['cases', 'draft'], after =>
    answer(api.GET('/api/cases', { params: { query: { stage: 'draft', after, limit: 8 } } })),
  )
  useTasksChanged(useCallback(() => void queries.invalidateQueries({ queryKey: ['tasks'] }), [queries]))

  return (
    <Page title="综合受理" sub="一个窗口，受理本局全部事项">
      <div className="columns" style={{ gridTemplateColumns: 'minmax(0, 1.25fr) minmax(340px, 1fr)' }}>
        <ItemFinder />
        <div className="stack">
          <Card size="small" title={<h2 className="card-title">待受理、待补正</h2>}>
            <PageTable<ListTasksRow>
              label="待受理、待补正"
              of={waiting}
              columns={waitingColumns}
              rowKey={r => `${r.id}/${r.key}`}
              empty="没有等待受理或者补正的办件。"
            />
          </Card>
          <Card size="small" title={<h2 className="card-title">我的草稿</h2>}>
            <PageTable<ListCasesRow>
              label="我的草稿"
              of={drafts}
              columns={draftColumns}
              rowKey={r => r.id}
              empty="没有未办完的草稿。"
            />
          </Card>
        </div>
      </div>
    </Page>
  )
}

const waitingColumns: TableColumnsType<ListTasksRow> = [
  {
    title: '申请人',
    render: (_, r) => (
      <>
        <Link to={`/window/cases/${r.id}`}>{r.party}</Link>
        <div className="quiet">{r.itemName}</div>
      </>
    ),
  },
  {
    title: '等什么',
    width: 176,
    render: (_, r) => (
      <>
        {r.title} {r.light ? <Light of={r.light} /> : null}
        <div>
          <Due day={r.due} plain />
        </div>
      </>
    ),
  },
]

const draftColumns: TableColumnsType<ListCasesRow> = [
  { title: '申请人', width: 150, render: (_, r) => <Link to={`/window/drafts/${r.id}`}>{r.applicant}</Link> },
  { title: '事项', dataIndex: 'itemName' },
]
