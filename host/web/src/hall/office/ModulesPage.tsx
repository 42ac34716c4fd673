import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { ModuleAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { instantText } from '../../words/dates'
import { ModuleStanding } from './ModuleStanding'
import { useModulesFollowed } from './useModulesFollowed'
import { words } from './words'

/** 部门模块: what is installed, how far each has come and why. */
export default function ModulesPage() {
  const modules = useQuery({
    queryKey: ['modules'],
    queryFn: () => answer(api.GET('/api/modules')),
    refetchInterval: 5_000,
  })
  useModulesFollowed()
  return (
    <Page title="部门模块" sub={words.modules.sub}>
      <Loaded of={modules}>
        {rows => (
          <Card size="small" styles={{ body: { padding: 0 } }}>
            <Table<ModuleAnswer>
              aria-label="部门模块"
              size="small"
              pagination={false}
              rowKey={m => m.id}
              columns={columns}
              dataSource={rows}
              tableLayout="fixed"
              locale={{
                emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.modules.empty} />,
              }}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  )
}

const columns: TableColumnsType<ModuleAnswer> = [
  {
    title: '模块',
    width: 190,
    render: (_, m) => (
      <>
        <Link to={`/modules/${encodeURIComponent(m.id)}`}>{m.department ?? m.id}</Link>
        {m.department ? <div className="quiet mono">{m.id}</div> : null}
      </>
    ),
  },
  { title: '状态', width: 200, render: (_, m) => <ModuleStanding of={m} /> },
  {
    title: '说明',
    render: (_, m) => (
      <>
        {m.reason || (m.status === 'loaded' ? words.modules.notYet : words.modules.well)}
        <div className="quiet tabular">自{instantText(m.since)}起</div>
      </>
    ),
  },
  { title: '版本', width: 80, render: (_, m) => <span className="tabular">{m.moduleVersion ?? '—'}</span> },
  { title: 'SDK', width: 80, render: (_, m) => <span className="tabular">{m.sdkVersion ?? '—'}</span> },
  { title: '事项', width: 60, align: 'right', dataIndex: 'itemCount' },
  {
    title: '最近一次故障',
    width: 220,
    render: (_, m) =>
      m.lastFault ? (
        <>
          {m.lastFault.text}
          <div className="quiet tabular">{instantText(m.lastFault.at)}</div>
        </>
      ) : (
        <span className="quiet">没有</span>
      ),
  },
]
