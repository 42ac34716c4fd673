import { useQueryClient } from '@tanstack/react-query'
import { type TableColumnsType, Tag } from 'antd'
import { useCallback } from 'react'
import { Link } from 'react-router'
import type { ListDelaysRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useTasksChanged } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { PageTable } from '../../../kit/PageTable'
import { shortDay } from '../../../words/dates'
import { streamKindName } from '../../../words/requests'
import { useFilter } from '../parts/useFilter'
import { WhoseCell } from './WhoseCell'
import { oversightWords } from './words'

/** 超时记录, the latest first; what was done since stays on record. */
export function Delays() {
  const queries = useQueryClient()
  const [filter] = useFilter()
  const open = filter('open')
  const asked = {
    kind: filter('kind'),
    organisation: filter('organisation'),
    open: open === undefined ? undefined : open === 'true',
  }
  const rows = usePages(['delays', asked], after =>
    answer(api.GET('/api/oversight/delays', { params: { query: { ...asked, after, limit: 50 } } })),
  )
  useTasksChanged(useCallback(() => void queries.invalidateQueries({ queryKey: ['delays'] }), [queries]))
  return (
    <PageTable<ListDelaysRow>
      label="超时记录"
      of={rows}
      columns={columns}
      rowKey={r => `${r.kind}/${r.id}/${r.key}/${r.due}`}
      empty={oversightWords.delays}
    />
  )
}

const columns: TableColumnsType<ListDelaysRow> = [
  {
    title: '没有按时办的',
    width: 180,
    render: (_, r) => (
      <>
        <Link to={`/oversight/delays/${encodeURIComponent(r.kind)}/${encodeURIComponent(r.id)}`}>{r.title}</Link>
        <div className="quiet">{streamKindName[r.kind]}</div>
      </>
    ),
  },
  { title: '应于', width: 130, render: (_, r) => <span className="nowrap">{shortDay(r.due)}</span> },
  {
    title: '办结',
    width: 160,
    render: (_, r) => (
      <>
        {r.doneOn ? <span className="nowrap">{shortDay(r.doneOn)}</span> : <Tag>未办结</Tag>}
        <div className="quiet">超{r.workingDaysLate}个工作日</div>
      </>
    ),
  },
  { title: '由谁办理', width: 190, render: (_, r) => <WhoseCell of={r} /> },
  {
    title: '持证人（申请人）与事项',
    render: (_, r) => (
      <>
        {r.party}
        <div className="quiet">{r.itemName}</div>
      </>
    ),
  },
  { title: '记录于', width: 120, render: (_, r) => <span className="nowrap">{shortDay(r.recordedOn)}</span> },
]
