import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { Role, WorkTask } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useMe } from '../shell/Session'
import { addressOf } from '../tasks/addressOf'
import { myTasks } from './caseContext'

const few = 8

/** 下一件: from one task to the next without going back to the list; the same work first. */
export function NextTask(props: { id: string; tasks: readonly WorkTask[] }) {
  const me = useMe()
  const [asked] = useSearchParams()
  const here = myTasks(me, props.tasks)[0]
  const wanted = asked.get('role') ?? here?.role ?? me.roles[0]
  const role = me.roles.find(r => r === wanted)
  const work = asked.get('work') ?? here?.key.split(':')[0]
  const next = useQuery({
    queryKey: ['tasks', role, 'next'],
    queryFn: () => answer(api.GET('/api/tasks', { params: { query: { role: role as Role, limit: few } } })),
    enabled: role !== undefined,
  })
  const others = (next.data?.items ?? []).filter(t => t.id !== props.id)
  const task = others.find(t => t.key.split(':')[0] === work) ?? others[0]
  if (!task || !role) return null
  return (
    <Link to={`${addressOf(task)}?role=${role}&work=${encodeURIComponent(task.key.split(':')[0] ?? '')}`}>
      <Button type={here ? 'default' : 'primary'} tabIndex={-1} title={`${task.itemName}，${task.party}`}>
        下一件：{task.title}
      </Button>
    </Link>
  )
}
