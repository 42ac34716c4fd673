import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { answer, api } from '../../api/client'
import { useShortcuts } from './shortcuts'

/** 下一件: from one result to the next of the list one came from. */
export function NextResult(props: { id: string }) {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const list = search.get('list') ?? ''
  const next = useQuery({
    queryKey: ['tasks', 'window', list, 'next'],
    queryFn: () => answer(api.GET('/api/tasks', { params: { query: { role: 'window', key: list, limit: 2 } } })),
    enabled: list !== '',
  })
  const task = next.data?.items.find(t => t.id !== props.id)
  const go = task ? () => void navigate(`/results/${task.id}?list=${list}`) : undefined
  useShortcuts({ 'Alt+N': go })
  return task ? (
    <Button onClick={go} title={`${task.itemName}，${task.party}`} aria-keyshortcuts="Alt+N">
      下一件：{task.title}{' '}
      <span className="keys" aria-hidden="true">
        Alt+N
      </span>
    </Button>
  ) : null
}
