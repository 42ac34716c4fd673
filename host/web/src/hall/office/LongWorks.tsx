import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Progress, Space, type TableColumnsType } from 'antd'
import { useCallback, useEffect } from 'react'
import type { LongWorkAnswer, LongWorkKind } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useWorkChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { PageTable } from '../../kit/PageTable'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { instantText } from '../../words/dates'
import { durationText, percentOf } from './figures'
import { Sentences } from './Sentences'
import { words } from './words'

const titles: Record<LongWorkKind, string> = { verifyJournal: '核验日志', rebuild: '重建查询数据' }
const sentences: Record<LongWorkKind, readonly string[]> = {
  verifyJournal: words.system.verify,
  rebuild: words.system.rebuild,
}

/** 长时间作业: verifying the journal and rebuilding, how far they are, and what came of those before. */
export function LongWorks() {
  const queries = useQueryClient()
  const { modal } = App.useApp()
  const rows = usePages(['long-work'], after =>
    answer(api.GET('/api/long-work', { params: { query: { after, limit: 20 } } })),
  )
  const askAnew = useCallback(() => void queries.invalidateQueries({ queryKey: ['long-work'] }), [queries])
  useWorkChanged(askAnew)
  const running = rows.rows.find(w => w.state === 'running')
  const isRunning = running !== undefined
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(askAnew, 1000)
    return () => clearInterval(timer)
  }, [isRunning, askAnew])

  const touches = [['long-work']]
  const start = useCommand(
    (kind: LongWorkKind, headers) =>
      answer(
        kind === 'rebuild'
          ? api.POST('/api/long-work/rebuild', { headers })
          : api.POST('/api/long-work/verify-journal', { headers }),
      ),
    { touches },
  )
  const cancel = useCommand(
    (id: string, headers) => answer(api.POST('/api/long-work/{id}/cancel', { params: { path: { id } }, headers })),
    { touches },
  )

  function ask(kind: LongWorkKind) {
    modal.confirm({
      title: `现在${titles[kind]}？`,
      content: <Sentences of={sentences[kind]} />,
      okText: titles[kind],
      okButtonProps: { danger: kind === 'rebuild' },
      onOk: () => start.run(kind),
    })
  }

  function askToCancel(work: LongWorkAnswer) {
    modal.confirm({
      title: `取消${work.kindName}？`,
      content: words.system.cancel,
      okText: '取消作业',
      cancelText: '继续进行',
      onOk: () => cancel.run(work.id),
    })
  }

  return (
    <Card
      size="small"
      title="核验与重建"
      extra={
        <Space>
          <Button size="small" disabled={isRunning} loading={start.running} onClick={() => ask('verifyJournal')}>
            {titles.verifyJournal}
          </Button>
          <Button size="small" danger disabled={isRunning} loading={start.running} onClick={() => ask('rebuild')}>
            {titles.rebuild}
          </Button>
        </Space>
      }
    >
      <RefusalAlert of={start.refused} close={start.clear} />
      <RefusalAlert of={cancel.refused} close={cancel.clear} />
      {running ? (
        <section aria-label="正在进行的作业" style={{ marginBottom: 12 }}>
          {running.hint ? <Alert type="warning" showIcon title={running.hint} style={{ marginBottom: 8 }} /> : null}
          <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
            <span role="status" className="nowrap">
              {running.kindName}：{running.cancelAsked ? '正在取消' : running.phaseName}
            </span>
            <Progress
              percent={percentOf(running.events, running.estimatedEvents)}
              status="active"
              aria-label={`${running.kindName}进度`}
              style={{ flex: 1 }}
            />
            <span className="quiet tabular nowrap">
              已读{running.events}条，约{running.estimatedEvents}条
            </span>
            <Button size="small" disabled={running.cancelAsked} onClick={() => askToCancel(running)}>
              取消作业
            </Button>
          </div>
        </section>
      ) : null}
      <PageTable<LongWorkAnswer>
        label="做过的核验与重建"
        of={{ ...rows, rows: rows.rows.filter(w => w.state !== 'running') }}
        columns={columns}
        rowKey={w => w.id}
        empty={words.system.noWork}
      />
    </Card>
  )
}

const columns: TableColumnsType<LongWorkAnswer> = [
  { title: '作业', dataIndex: 'kindName', width: 130 },
  { title: '结果', width: 90, dataIndex: 'stateName' },
  { title: '说明', render: (_, w) => w.result ?? '—' },
  {
    title: '开始',
    width: 250,
    render: (_, w) => (
      <span className="tabular">
        {instantText(w.startedAt)}
        {w.endedAt ? (
          <span className="quiet">，用时{durationText((Date.parse(w.endedAt) - Date.parse(w.startedAt)) / 1000)}</span>
        ) : null}
      </span>
    ),
  },
  { title: '由谁', width: 120, dataIndex: 'startedBy' },
]
