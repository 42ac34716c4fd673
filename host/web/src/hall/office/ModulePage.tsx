import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Card, Empty, Space, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ModuleService, ShowModuleAnswer, ShowModuleItemLine } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { Code } from '../../kit/Code'
import { Facts } from '../../kit/Facts'
import { History } from '../../kit/History'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { instantText } from '../../words/dates'
import { ModuleStanding } from './ModuleStanding'
import { ReasonDialog, reasonOf } from './ReasonDialog'
import { Sentences } from './Sentences'
import { useModulesFollowed } from './useModulesFollowed'
import { serviceName, words } from './words'

/** A module: what is wrong with it, whom it serves and may serve, what was decided of it. */
export default function ModulePage() {
  const { id = '' } = useParams()
  const module = useQuery({
    queryKey: ['module', id],
    queryFn: () => answer(api.GET('/api/modules/{id}', { params: { path: { id } } })),
    refetchInterval: 5_000,
  })
  useModulesFollowed()
  return (
    <Page
      title={module.data?.module.department ?? id}
      sub={
        <>
          <Link to="/modules" style={{ textDecoration: 'underline' }}>
            部门模块
          </Link>
          <span className="mono" style={{ marginLeft: 12 }}>
            {id}
          </span>
        </>
      }
    >
      <Loaded of={module}>{data => <ModuleView of={data} />}</Loaded>
    </Page>
  )
}

function ModuleView(props: { of: ShowModuleAnswer }) {
  const { module, items, history } = props.of
  return (
    <div className="columns">
      <div className="stack">
        {module.reason ? (
          <Alert
            type={module.status === 'enabled' ? 'warning' : 'error'}
            showIcon
            title={module.reason}
            description={`自${instantText(module.since)}起`}
          />
        ) : null}
        <Facts
          label="模块"
          items={[
            ['状态', <ModuleStanding key="status" of={module} />],
            ['自何时起', instantText(module.since)],
            [
              '模块版本',
              <span key="version" className="tabular">
                {module.moduleVersion ?? '未能读取'}
              </span>,
            ],
            [
              '所用 SDK',
              <span key="sdk" className="tabular">
                {module.sdkVersion ?? '未能读取'}
              </span>,
            ],
            ['事项', `${module.itemCount}个`],
            [
              '最近一次故障',
              module.lastFault ? `${module.lastFault.text}（${instantText(module.lastFault.at)}）` : '没有',
            ],
          ]}
        />
        <Doing of={props.of} />
        <Card size="small" title="事项与备忘录" styles={{ body: { padding: 0 } }}>
          <Table<ShowModuleItemLine>
            aria-label="事项与备忘录"
            size="small"
            pagination={false}
            rowKey={i => i.code}
            columns={itemColumns}
            dataSource={items}
            tableLayout="fixed"
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="模块没有加载成功，没有登记事项。" />,
            }}
          />
        </Card>
      </div>
      <Card size="small" title="管理记录">
        <History of={history} more={line => <Told of={line.data} />} />
      </Card>
    </div>
  )
}

function Told(props: { of: unknown }) {
  const data = props.of as { service?: ModuleService; version?: string }
  const reason = reasonOf(props.of)
  const text = [
    data.service ? `服务于${serviceName[data.service]}` : '',
    data.version ? `版本 ${data.version}` : '',
    reason ? `原因：${reason}` : '',
  ]
  return <div>{text.filter(t => t !== '').join('，')}</div>
}

const itemColumns: TableColumnsType<ShowModuleItemLine> = [
  {
    title: '事项',
    render: (_, i) => (
      <>
        <Link to={`/items/${i.code}`}>{i.name}</Link>
        <div>
          <Code>{i.code}</Code>
        </div>
      </>
    ),
  },
  { title: '现由谁办理', width: 170, render: (_, i) => i.owner?.name ?? '已取消' },
  {
    title: '依据的备忘录',
    width: 260,
    render: (_, i) =>
      i.memorandum ? (
        <>
          <Link to={`/memoranda/${encodeURIComponent(i.memorandum.id)}`}>{i.memorandum.citation}</Link>
          {i.isHandedOver ? null : <div className="quiet">职责边界尚未划清，事项还没有划转</div>}
        </>
      ) : (
        <span className="quiet">没有生效的备忘录</span>
      ),
  },
]

function Doing(props: { of: ShowModuleAnswer }) {
  const { module, items, mayServeBureau } = props.of
  const { id, version } = module
  const { modal } = App.useApp()
  const [disabling, setDisabling] = useState(false)
  const [done, setDone] = useState<{ text: string; isWell: boolean }>()
  const touches = [['modules'], ['module', id], ['items'], ['system']]
  const path = { path: { id } }
  const enable = useCommand(
    (service: ModuleService, headers) =>
      answer(api.POST('/api/modules/{id}/enable', { params: path, headers, body: { for: service } })),
    { version, touches, then: () => setDone({ text: words.modules.enabledNow, isWell: true }) },
  )
  const disable = useCommand(
    (reason: string, headers) =>
      answer(api.POST('/api/modules/{id}/disable', { params: path, headers, body: { reason } })),
    {
      version,
      touches,
      then: () => {
        setDisabling(false)
        setDone({ text: words.modules.disabledNow, isWell: true })
      },
    },
  )
  const replace = useCommand(
    (_: null, headers) => answer(api.POST('/api/modules/{id}/replace', { params: path, headers })),
    {
      version: module.department ? version : undefined,
      touches,
      then: after =>
        setDone(
          after.reason
            ? { text: words.modules.replacementFailed, isWell: false }
            : { text: words.modules.replacedNow(after.moduleVersion ?? ''), isWell: true },
        ),
    },
  )
  const isUp = module.status === 'loaded' || module.status === 'enabled' || module.status === 'disabled'
  const without = items.filter(i => i.owner && !i.isHandedOver).length

  function askToEnable(service: ModuleService) {
    setDone(undefined)
    modal.confirm({
      title: `启用模块，服务于${serviceName[service]}？`,
      content: (
        <>
          <p>{words.modules.enableFor[service]}</p>
          {service === 'bureau' && without > 0 ? <p>{words.modules.missing(without)}</p> : null}
        </>
      ),
      okText: '启用',
      onOk: () => enable.run(service),
    })
  }

  function askToReplace() {
    setDone(undefined)
    modal.confirm({
      title: '更换为模块文件夹中的版本？',
      content: <Sentences of={words.modules.replace} />,
      okText: '更换',
      onOk: () => replace.run(null),
    })
  }

  return (
    <Card size="small" title="管理">
      <RefusalAlert of={enable.refused} close={enable.clear} />
      <RefusalAlert of={replace.refused} close={replace.clear} />
      <div role="status">
        {done ? (
          <Alert type={done.isWell ? 'success' : 'warning'} showIcon title={done.text} style={{ marginBottom: 12 }} />
        ) : null}
      </div>
      {isUp && !mayServeBureau ? (
        <Alert
          type="info"
          showIcon
          title={words.modules.noMemorandum}
          action={<Link to="/memoranda">审管衔接备忘录</Link>}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Space wrap>
        {isUp && module.service !== 'department' ? (
          <Button onClick={() => askToEnable('department')} loading={enable.running}>
            {module.service === 'bureau' ? '改为只服务本部门窗口' : '为本部门窗口启用'}
          </Button>
        ) : null}
        {isUp && module.service !== 'bureau' ? (
          <Button
            type={mayServeBureau ? 'primary' : 'default'}
            onClick={() => askToEnable('bureau')}
            loading={enable.running}
          >
            为行政审批服务局启用
          </Button>
        ) : null}
        {module.status === 'enabled' ? (
          <Button
            danger
            onClick={() => {
              setDone(undefined)
              setDisabling(true)
            }}
          >
            停用
          </Button>
        ) : null}
        <Button onClick={askToReplace} loading={replace.running}>
          更换版本
        </Button>
      </Space>
      {disabling ? (
        <ReasonDialog
          title={`停用${module.department ?? id}的模块`}
          explained={<Sentences of={words.modules.disable} />}
          doIt="停用"
          danger
          command={disable}
          close={() => setDisabling(false)}
        />
      ) : null}
    </Card>
  )
}
