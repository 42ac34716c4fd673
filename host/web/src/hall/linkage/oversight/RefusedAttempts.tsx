import type { TableColumnsType } from 'antd'
import type { ListRefusedRow, Role } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { PageTable } from '../../../kit/PageTable'
import { instantText } from '../../../words/dates'
import { roleName } from '../../../words/roles'
import { oversightWords } from './words'

/** 被拒操作: who tried what and was refused, newest first. */
export function RefusedAttempts() {
  const rows = usePages(['refused-attempts'], after =>
    answer(api.GET('/api/oversight/refused', { params: { query: { after, limit: 50 } } })),
  )
  return (
    <PageTable<ListRefusedRow>
      label="被拒操作"
      of={rows}
      columns={columns}
      rowKey={r => `${r.minute}/${r.actor}/${r.route}/${r.code}`}
      empty={oversightWords.refused}
    />
  )
}

const columns: TableColumnsType<ListRefusedRow> = [
  { title: '谁', width: 190, render: (_, r) => <Who of={r} /> },
  { title: '为什么被拒', dataIndex: 'message' },
  {
    title: '操作',
    width: 300,
    render: (_, r) => (
      <>
        <span className="mono" style={{ overflowWrap: 'anywhere' }}>
          {r.path}
        </span>
        <div className="quiet mono">
          {r.code}（{r.status}）
        </div>
      </>
    ),
  },
  { title: '次数', width: 64, align: 'right', dataIndex: 'attempts' },
  { title: '最近', width: 170, render: (_, r) => <span className="nowrap">{instantText(r.lastAt)}</span> },
]

function Who(props: { of: ListRefusedRow }) {
  const { of } = props
  const role = Object.entries(roleName).find(([name]) => name.toLowerCase() === of.role.toLowerCase())
  return (
    <>
      {of.actorName}
      <div className="quiet">
        {of.organisationName}
        {role ? roleName[role[0] as Role] : of.role}
      </div>
    </>
  )
}
