import { Input, Select, type TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { ListItemsRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { Code } from '../../../kit/Code'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { handlingName, itemTypeName } from '../../../words/cases'
import { useBureau, useOrganisations } from '../parts/organisations'

/** 事项目录. */
export default function ItemsPage() {
  const [asked, ask] = useSearchParams()
  const q = asked.get('q') ?? ''
  const department = asked.get('department') ?? ''
  const bureau = useBureau()
  const departments = useOrganisations().filter(o => o.code !== bureau?.code)
  const rows = usePages(
    ['items', q, department],
    after =>
      answer(
        api.GET('/api/items', { params: { query: { q: q || undefined, department: department || undefined, after } } }),
      ),
    { keepShown: true },
  )

  function set(name: string, value: string) {
    ask(
      now => {
        const next = new URLSearchParams(now)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  }

  return (
    <Page title="事项目录" sub="法律、法规设定的事项及其实施清单；查看由谁办理、依据何在、怎样办理">
      <search className="filters">
        <Input.Search
          allowClear
          aria-label="查找事项"
          placeholder="事项名称、拼音首字母或实施编码"
          defaultValue={q}
          onChange={e => set('q', e.target.value.trim())}
          style={{ width: 340 }}
        />
        <Select
          aria-label="原实施部门"
          allowClear
          placeholder="全部部门"
          value={department || undefined}
          options={departments.map(o => ({ value: o.code, label: o.name }))}
          onChange={code => set('department', code ?? '')}
          style={{ width: 240 }}
        />
      </search>
      <PageTable<ListItemsRow>
        label="事项"
        of={rows}
        columns={columns}
        rowKey={r => r.code}
        empty={
          q || department
            ? '没有符合条件的事项，请换一个词或者部门再查。'
            : '事项目录是空的：启用部门模块后，其事项列在这里。'
        }
      />
    </Page>
  )
}

const columns: TableColumnsType<ListItemsRow> = [
  { title: '事项', render: (_, r) => <Link to={`/items/${r.code}`}>{r.name}</Link> },
  {
    title: '现由谁办理',
    render: (_, r) => (
      <>
        {r.owner?.name ?? '已取消'}
        {r.owner && !r.served ? <div className="quiet">暂不受理</div> : null}
      </>
    ),
    width: 200,
  },
  { title: '依法实施部门', dataIndex: 'department', width: 180 },
  { title: '类型', render: (_, r) => itemTypeName[r.type], width: 110 },
  { title: '办件类型', render: (_, r) => handlingName[r.handling], width: 90 },
  { title: '实施编码', render: (_, r) => <Code short={12}>{r.code}</Code>, width: 150 },
]
