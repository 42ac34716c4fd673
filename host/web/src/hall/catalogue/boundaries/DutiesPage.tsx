import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { Duty } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { dutyName } from '../../../words/catalogue'
import { localToday } from '../../../words/dates'
import { DayInput } from '../parts/inputs'
import { useAsked } from './asked'
import { Department, Downloads } from './BoundariesPage'

/** 权责清单: the same boundaries from the organisations' side. */
export default function DutiesPage() {
  const { asked, set } = useAsked()
  const on = asked.get('on') ?? localToday()
  const department = asked.get('department') ?? undefined
  const rows = usePages(
    ['duties', on, department],
    after =>
      answer(api.GET('/api/duties', { params: { query: { On: on, Department: department, after, limit: 100 } } })),
    { keepShown: true },
  )
  return (
    <Page title="权责清单" sub="各单位在每个事项上承担的职责；与职责边界清单同出一源">
      <div className="filters no-print">
        <label htmlFor="on">截至</label>
        <DayInput id="on" value={on} onChange={day => set('on', day)} />
        <Department value={department} choose={code => set('department', code)} />
        <Downloads of="duties" on={on} department={department} />
      </div>
      <PageTable<Duty>
        label="权责"
        of={rows}
        columns={columns}
        rowKey={d => `${d.organisation.code} ${d.item} ${d.kind} ${d.step ?? ''}`}
        empty="这一天没有符合条件的职责。"
      />
    </Page>
  )
}

const columns: TableColumnsType<Duty> = [
  { title: '单位', render: (_, d) => d.organisation.name, width: 200 },
  { title: '职责', render: (_, d) => dutyName[d.kind], width: 140 },
  { title: '事项', render: (_, d) => <Link to={`/items/${d.item}?tab=ownership`}>{d.itemName}</Link>, width: 240 },
  { title: '内容', dataIndex: 'content' },
  { title: '时限', dataIndex: 'limit', width: 110 },
  { title: '依据', render: (_, d) => d.basis.map(b => <div key={b}>{b}</div>), width: 300 },
]
