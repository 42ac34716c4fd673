import { useQuery } from '@tanstack/react-query'
import { Alert, Badge, Card, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { ShowSystemAnswer, ShowSystemWorkerLine } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Facts } from '../../kit/Facts'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { dayText, instantText } from '../../words/dates'
import { durationText, sizeText, upToText } from './figures'
import { LongWorks } from './LongWorks'
import { statusColour, words } from './words'

/** Below this share of the disk it is time to do something. */
const littleDisk = 0.1

/** 系统状态: how this host and its database stand, and what takes a while. */
export default function SystemPage() {
  const system = useQuery({
    queryKey: ['system'],
    queryFn: () => answer(api.GET('/api/system')),
    refetchInterval: 10_000,
  })
  return (
    <Page title="系统状态" sub={words.system.sub}>
      <div className="stack">
        <Loaded of={system} rows={10}>
          {s => (
            <>
              <Warnings of={s} />
              <Figures of={s} />
            </>
          )}
        </Loaded>
        <LongWorks />
        {system.data ? <Workers of={system.data} /> : null}
      </div>
    </Page>
  )
}

function Warnings(props: { of: ShowSystemAnswer }) {
  const { disk, deliveries, workers, documents } = props.of
  const failing = workers.filter(w => w.isFailing).map(w => w.title)
  return (
    <>
      {disk && disk.freeBytes < disk.totalBytes * littleDisk ? (
        <Alert type="error" showIcon title={words.system.diskLow(sizeText(disk.freeBytes))} />
      ) : null}
      {failing.length > 0 ? <Alert type="error" showIcon title={words.system.failing(failing.join('、'))} /> : null}
      {deliveries.failed > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={words.system.failedDeliveries(upToText(deliveries.failed))}
          action={<Link to="/deliveries">投递</Link>}
        />
      ) : null}
      {documents.canBePrinted ? null : <Alert type="warning" showIcon title={words.system.noPrinting} />}
    </>
  )
}

function Figures(props: { of: ShowSystemAnswer }) {
  const { host, database, journal, modules, deliveries, disk } = props.of
  return (
    <Facts
      label="系统状态"
      column={3}
      items={[
        ['系统版本', host.version],
        ['SDK', host.sdkVersion],
        ['运行环境', host.runtime],
        ['主机', host.machine],
        [
          '启动时间',
          `${instantText(host.startedAt)}（已运行${durationText((Date.parse(host.now) - Date.parse(host.startedAt)) / 1000)}）`,
        ],
        ['业务日期', `${dayText(host.today)}（${host.timeZone}）`],
        ['数据库', `PostgreSQL ${database.version}${database.isPrivate ? '（自带）' : ''}`],
        ['数据库大小', sizeText(database.sizeBytes)],
        ['磁盘', disk ? `剩余${sizeText(disk.freeBytes)}，共${sizeText(disk.totalBytes)}` : '由数据库服务器管理'],
        ['日志事件', `约${journal.estimatedEvents}条`],
        ['最近一条', instantText(journal.newestEventAt)],
        [
          '待投递',
          deliveries.waiting > 0
            ? `${upToText(deliveries.waiting)}件，最早的已等${durationText(deliveries.oldestWaitingSeconds ?? 0)}`
            : '没有',
        ],
        ['投递失败', deliveries.failed > 0 ? `${upToText(deliveries.failed)}件` : '没有'],
        [
          '模块',
          <Link key="modules" to="/modules">
            {modules.length === 0 ? '没有' : modules.map(m => `${m.statusName}${m.count}个`).join('，')}
          </Link>,
        ],
        ['PDF 生成', props.of.documents.canBePrinted ? '可用' : '不可用'],
      ]}
    />
  )
}

function Workers(props: { of: ShowSystemAnswer }) {
  return (
    <Card size="small" title="后台任务" styles={{ body: { padding: 0 } }}>
      <Table<ShowSystemWorkerLine>
        aria-label="后台任务"
        size="small"
        pagination={false}
        rowKey={w => w.name}
        columns={workerColumns}
        dataSource={props.of.workers}
        tableLayout="fixed"
      />
    </Card>
  )
}

const workerColumns: TableColumnsType<ShowSystemWorkerLine> = [
  { title: '任务', dataIndex: 'title', width: 220 },
  {
    title: '状态',
    width: 100,
    render: (_, w) => (
      <Badge
        status={w.isFailing ? statusColour.malfunctioned : w.lastLookAt ? statusColour.enabled : statusColour.found}
        text={w.isFailing ? '出错' : w.lastLookAt ? '正常' : '尚未运行'}
      />
    ),
  },
  { title: '最近一次运行', width: 190, render: (_, w) => <span className="tabular">{instantText(w.lastLookAt)}</span> },
  {
    title: '用时',
    width: 90,
    align: 'right',
    render: (_, w) => (w.tookMilliseconds == null ? '—' : `${w.tookMilliseconds}毫秒`),
  },
  {
    title: '最近一次出错',
    render: (_, w) =>
      w.lastFailedAt ? (
        `${instantText(w.lastFailedAt)}：${w.lastError ?? ''}`
      ) : (
        <span className="quiet">{words.system.noFault}</span>
      ),
  },
]
