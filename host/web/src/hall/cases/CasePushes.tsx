import { Collapse, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ListPushesRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { usePages } from '../../api/pages'
import { Due } from '../../kit/Due'
import { PageTable } from '../../kit/PageTable'
import { instantText } from '../../words/dates'
import { pushStateName, topicName } from '../../words/supervision'
import { useMay } from '../shell/Session'

/** 推送与认领: who was told what of this case, and who claimed it when. */
export function CasePushes({ id }: { id: string }) {
  const may = useMay()
  const [open, setOpen] = useState(false)
  const rows = usePages(
    ['case', id, 'pushes'],
    after => answer(api.GET('/api/cases/{id}/pushes', { params: { path: { id }, query: { after, limit: 20 } } })),
    { enabled: open },
  )
  if (!may('get /api/cases/{id}/pushes')) return null
  return (
    <Collapse
      size="small"
      onChange={keys => setOpen(keys.length > 0)}
      items={[
        {
          key: 'pushes',
          label: <h2 style={{ fontSize: 15, margin: 0, fontWeight: 600 }}>推送与认领</h2>,
          children: (
            <PageTable<ListPushesRow>
              label="推送与认领"
              of={rows}
              columns={columns}
              rowKey={r => r.id}
              empty="本件还没有向部门推送。"
            />
          ),
        },
      ]}
    />
  )
}

const columns: TableColumnsType<ListPushesRow> = [
  {
    title: '内容',
    width: 110,
    render: (_, r) => <Link to={`/pushes/${encodeURIComponent(r.id)}`}>{topicName[r.topic]}</Link>,
  },
  { title: '推送给', dataIndex: 'recipientName' },
  { title: '推送时间', width: 150, render: (_, r) => instantText(r.pushedAt) },
  { title: '最迟认领', width: 130, render: (_, r) => <Due day={r.claimDue} plain /> },
  {
    title: '认领',
    render: (_, r) => (
      <>
        {pushStateName[r.state]}
        {r.claimedAt ? (
          <div className="quiet">
            {[r.office, r.claimedBy].filter(Boolean).join(' ')} {instantText(r.claimedAt)}
          </div>
        ) : null}
      </>
    ),
  },
]
