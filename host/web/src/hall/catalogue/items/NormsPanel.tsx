import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { FeedbackRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { PageTable } from '../../../kit/PageTable'
import { dayText, instantText } from '../../../words/dates'
import { Section } from '../parts/Section'

/** 依据变化: the changes of norms that departments reported of the item. */
export default function NormsPanel(props: { code: string }) {
  const { code } = props
  const rows = usePages(['item', code, 'norms'], after =>
    answer(api.GET('/api/items/{code}/norms', { params: { path: { code }, query: { after } } })),
  )
  return (
    <Section title="部门通报的依据变化">
      <PageTable<FeedbackRow>
        label="依据变化"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty="部门没有通报过法律、法规、标准或者政策的变化。"
      />
    </Section>
  )
}

interface Norm {
  document?: string
  what?: string
  from?: string
}

const columns: TableColumnsType<FeedbackRow> = [
  {
    title: '内容',
    render: (_, r) => {
      const norm = r.content as Norm
      return (
        <>
          <Link to={`/feedback/${r.id}`}>{norm.document ?? '查看通报'}</Link>
          {norm.what ? <div>{norm.what}</div> : null}
          {norm.from ? <div className="quiet">自{dayText(norm.from)}起施行</div> : null}
        </>
      )
    },
  },
  { title: '通报单位', dataIndex: 'organisationName', width: 190 },
  { title: '变化日期', render: (_, r) => dayText(r.happenedOn), width: 150 },
  { title: '通报时间', render: (_, r) => instantText(r.reportedAt), width: 180 },
]
