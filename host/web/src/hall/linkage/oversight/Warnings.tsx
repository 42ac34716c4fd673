import { useQueryClient } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useCallback } from 'react'
import { Link } from 'react-router'
import type { ListWarningsRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useTasksChanged } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { Light } from '../../../kit/Light'
import { PageTable } from '../../../kit/PageTable'
import { shortDay } from '../../../words/dates'
import { streamKindName } from '../../../words/requests'
import { addressOf } from '../../tasks/addressOf'
import { useFilter } from '../parts/useFilter'
import { WhoseCell } from './WhoseCell'
import { oversightWords } from './words'

/** 预警, most urgent first. */
export function Warnings() {
  const queries = useQueryClient()
  const [filter] = useFilter()
  const asked = { kind: filter('kind'), organisation: filter('organisation') }
  const rows = usePages(['warnings', asked], after =>
    answer(api.GET('/api/oversight/warnings', { params: { query: { ...asked, after, limit: 50 } } })),
  )
  useTasksChanged(useCallback(() => void queries.invalidateQueries({ queryKey: ['warnings'] }), [queries]))
  return (
    <PageTable<ListWarningsRow>
      label="预警"
      of={rows}
      columns={columns}
      rowKey={r => `${r.kind}/${r.id}/${r.key}`}
      empty={oversightWords.warnings}
    />
  )
}

const columns: TableColumnsType<ListWarningsRow> = [
  {
    title: '办什么',
    width: 180,
    render: (_, r) => (
      <>
        <Link to={addressOf(r)}>{r.title}</Link>
        <div className="quiet">{streamKindName[r.kind]}</div>
      </>
    ),
  },
  {
    title: '时限',
    width: 170,
    render: (_, r) => (
      <>
        <Light of={r.light} />
        <div className="quiet">{leftText(r.workingDaysLeft)}</div>
      </>
    ),
  },
  { title: '最迟', width: 130, render: (_, r) => <span className="nowrap">{shortDay(r.due)}</span> },
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
  { title: '等候自', width: 120, render: (_, r) => <span className="nowrap">{shortDay(r.since)}</span> },
]

/** 还有2个工作日, 已超3个工作日 */
function leftText(days: number): string {
  if (days === 0) return '今天到期'
  return days > 0 ? `还有${days}个工作日` : `已超${-days}个工作日`
}
