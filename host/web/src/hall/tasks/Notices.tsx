import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import type { ListWarningsRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { roleName } from '../../words/roles'
import { useMay } from '../shell/Session'
import { addressOf } from './addressOf'

const few = 5

/** 提醒: for whoever answers for others' work, the most overdue of it. */
export function Notices() {
  const may = useMay()
  const isOverseer = may('get /api/oversight/warnings')
  const warnings = useQuery({
    queryKey: ['tasks', 'warnings'],
    queryFn: () => answer(api.GET('/api/oversight/warnings', { params: { query: { limit: few } } })),
    enabled: isOverseer,
  })
  const overdue = (warnings.data?.items ?? []).filter(w => w.light === 'overdue')
  if (overdue.length === 0) return null
  return (
    <Alert
      role="note"
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={overdue.length < few ? `预警：${overdue.length}项工作已经超期` : '预警：最早超期的几项工作'}
      description={
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {overdue.map(w => (
            <li key={`${w.kind}${w.id}${w.key}`}>
              <Link to={addressOf(w)}>
                {w.title}：{w.itemName}（{w.party}）
              </Link>
              <span className="quiet">
                　{w.organisationName}
                {roleName[w.role]}，{lateText(w)}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  )
}

function lateText(warning: ListWarningsRow): string {
  return `已超${-warning.workingDaysLeft}个工作日`
}
