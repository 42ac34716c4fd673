import { PlusOutlined } from '@ant-design/icons'
import { Button, type TableColumnsType, Tag } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { ShowMemorandaListRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { dayText, localToday } from '../../../words/dates'
import { useMay } from '../../shell/Session'
import { newId } from '../parts/faults'

/** 划转清单、调整清单: batch by batch. */
export default function TransferListsPage() {
  const may = useMay()
  const navigate = useNavigate()
  const rows = usePages(['transfer-lists'], after =>
    answer(api.GET('/api/transfer-lists', { params: { query: { after } } })),
  )
  return (
    <Page
      title="划转清单"
      sub="划转清单和调整清单：清单公布后，双方才能据此签订备忘录移交事项"
      actions={
        may('put /api/transfer-lists/{id}') ? (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => navigate(`/transfer-lists/${newId('list', localToday())}/draft`)}
          >
            拟订清单
          </Button>
        ) : undefined
      }
    >
      <PageTable<ShowMemorandaListRow>
        label="清单"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty="还没有清单。"
      />
    </Page>
  )
}

const columns: TableColumnsType<ShowMemorandaListRow> = [
  { title: '清单', render: (_, r) => <Link to={`/transfer-lists/${r.id}`}>{r.title}</Link> },
  { title: '批次', render: (_, r) => `第${r.batch}批`, width: 100 },
  { title: '状态', render: (_, r) => (r.publishedOn ? '已公布' : <Tag>拟订中</Tag>), width: 110 },
  { title: '公布日期', render: (_, r) => dayText(r.publishedOn), width: 150 },
  { title: '文号', render: (_, r) => r.document ?? <span className="quiet">—</span>, width: 240 },
]
