import { useQueryClient } from '@tanstack/react-query'
import { Segmented, type TableColumnsType } from 'antd'
import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { ListTasksRow, Role } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useTasksChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { Code } from '../../kit/Code'
import { Due } from '../../kit/Due'
import { Light } from '../../kit/Light'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { shortDay } from '../../words/dates'
import { roleName } from '../../words/roles'
import { useMe } from '../shell/Session'
import { addressOf } from './addressOf'

/** 工作台: what I must do now, most urgent first. */
export default function TasksPage() {
  const me = useMe()
  const queries = useQueryClient()
  const [role, setRole] = useState<Role>(me.roles[0] ?? 'window')
  const rows = usePages(['tasks', role], after =>
    answer(api.GET('/api/tasks', { params: { query: { role, after, limit: 50 } } })),
  )
  useTasksChanged(useCallback(() => void queries.invalidateQueries({ queryKey: ['tasks'] }), [queries]))

  return (
    <Page
      title="工作台"
      sub="需要我办理的，最急的在最前"
      actions={
        me.roles.length > 1 ? (
          <Segmented value={role} onChange={setRole} options={me.roles.map(r => ({ value: r, label: roleName[r] }))} />
        ) : undefined
      }
    >
      <PageTable<ListTasksRow>
        label="待办"
        of={rows}
        columns={columns}
        rowKey={r => `${r.kind}/${r.id}/${r.key}`}
        empty="现在没有需要您办理的事项。"
      />
    </Page>
  )
}

const columns: TableColumnsType<ListTasksRow> = [
  { title: '办什么', render: (_, r) => <Link to={addressOf(r)}>{r.title}</Link>, width: 170 },
  { title: '时限', render: (_, r) => <Light of={r.light} />, width: 110 },
  { title: '最迟', render: (_, r) => <Due day={r.due} />, width: 190 },
  { title: '事项', dataIndex: 'itemName' },
  { title: '申请人（持证人）', dataIndex: 'party' },
  { title: '编号', render: (_, r) => <Code short={16}>{r.number}</Code>, width: 190 },
  { title: '等候自', render: (_, r) => <span className="nowrap">{shortDay(r.since)}</span>, width: 130 },
]
