import { useQuery } from '@tanstack/react-query'
import { Collapse } from 'antd'
import { useState } from 'react'
import { answer, api } from '../../api/client'
import { History } from '../../kit/History'
import { Loaded } from '../../kit/Loaded'
import { useMay } from '../shell/Session'

/** 办理记录: who did what. */
export function CaseHistory({ id }: { id: string }) {
  const may = useMay()
  const [open, setOpen] = useState(false)
  const history = useQuery({
    queryKey: ['case', id, 'history'],
    queryFn: () => answer(api.GET('/api/cases/{id}/history', { params: { path: { id } } })),
    enabled: open,
  })
  if (!may('get /api/cases/{id}/history')) return null
  return (
    <Collapse
      size="small"
      onChange={keys => setOpen(keys.length > 0)}
      items={[
        {
          key: 'history',
          label: <h2 style={{ fontSize: 15, margin: 0, fontWeight: 600 }}>办理记录</h2>,
          children: <Loaded of={history}>{lines => <History of={lines} />}</Loaded>,
        },
      ]}
    />
  )
}
