import { useQuery } from '@tanstack/react-query'
import { Button, Space, Table } from 'antd'
import type { ShowReceiversRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { instantText } from '../../../words/dates'
import { recipientText } from './recipientText'
import { deliveryWords } from './words'

/** The receivers that have something waiting or failed, asked anew by itself: nothing announces what a worker did. */
export function useReceivers() {
  const receivers = useQuery({
    queryKey: ['receivers'],
    queryFn: () => answer(api.GET('/api/deliveries/receivers')),
    refetchInterval: 15_000,
  })
  const connections = useQuery({
    queryKey: ['connections', 'names'],
    queryFn: () => answer(api.GET('/api/connections', { params: { query: { limit: 200 } } })),
    staleTime: 60_000,
  })
  const nameOf = (recipient: string) =>
    recipientText(recipient, code => connections.data?.items.find(c => c.organisation === code)?.name)
  const known = new Set([
    ...(receivers.data ?? []).map(r => r.recipient),
    ...(connections.data?.items ?? []).map(c => `system:${c.organisation}`),
  ])
  return { receivers, nameOf, options: [...known].map(value => ({ value, label: nameOf(value) })) }
}

/** 接收方: who rests, how much waits, since when it fails and why. */
export function Receivers(props: {
  of: ReturnType<typeof useReceivers>
  running: boolean
  replay: (recipient: string) => void
  show: (recipient: string) => void
}) {
  const { receivers, nameOf } = props.of
  if (receivers.error) return <RefusalAlert of={receivers.error} again={() => void receivers.refetch()} />
  return (
    <Table<ShowReceiversRow>
      size="small"
      pagination={false}
      loading={receivers.isPending}
      dataSource={receivers.data ?? []}
      rowKey={r => r.recipient}
      locale={{ emptyText: receivers.isPending ? ' ' : <span className="quiet">{deliveryWords.receivers}</span> }}
      columns={[
        {
          title: '接收方',
          render: (_, r) => (
            <Button type="link" size="small" className="in-cell" onClick={() => props.show(r.recipient)}>
              {nameOf(r.recipient)}
            </Button>
          ),
        },
        { title: '等待', width: 80, align: 'right', render: (_, r) => countText(r.waiting) },
        { title: '失败', width: 80, align: 'right', render: (_, r) => countText(r.failed) },
        {
          title: '失败自',
          width: 170,
          render: (_, r) => (r.failingSince ? <span className="nowrap">{instantText(r.failingSince)}</span> : '—'),
        },
        {
          title: '下次尝试',
          width: 170,
          render: (_, r) => (r.restsUntil ? <span className="nowrap">{instantText(r.restsUntil)}</span> : '—'),
        },
        { title: '最近一次的原因', render: (_, r) => r.reason ?? '—' },
        {
          title: '办理',
          width: 140,
          render: (_, r) =>
            r.failed > 0 ? (
              <Space>
                <Button
                  size="small"
                  loading={props.running}
                  onClick={() => props.replay(r.recipient)}
                  aria-label={`全部重新投递给${nameOf(r.recipient)}`}
                >
                  全部重新投递
                </Button>
              </Space>
            ) : null,
        },
      ]}
    />
  )
}

/** The host counts to a thousand. */
function countText(count: number): string {
  return count >= 1000 ? '1000以上' : String(count)
}
