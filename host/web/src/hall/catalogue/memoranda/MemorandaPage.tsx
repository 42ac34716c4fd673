import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, type TableColumnsType, Tag } from 'antd'
import { useCallback } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ShowMemorandaMemorandumRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKindChanged } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { memorandumStatusName } from '../../../words/catalogue'
import { dayText, instantText, localToday } from '../../../words/dates'
import { useMay } from '../../shell/Session'
import { newId } from '../parts/faults'

/** 审管衔接备忘录. */
export default function MemorandaPage() {
  const may = useMay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const rows = usePages(['memoranda'], after => answer(api.GET('/api/memoranda', { params: { query: { after } } })))
  useKindChanged(
    'memorandum',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['memoranda'] }), [queries]),
  )
  return (
    <Page
      title="审管衔接备忘录"
      sub="移交方和承接方逐事项写明谁审批、谁监管、怎样衔接；双方签字后事项随之划转"
      actions={
        may('put /api/memoranda/{id}') ? (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => navigate(`/memoranda/${newId('memo', localToday())}/draft`)}
          >
            起草备忘录
          </Button>
        ) : undefined
      }
    >
      <PageTable<ShowMemorandaMemorandumRow>
        label="备忘录"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty="还没有备忘录。"
      />
    </Page>
  )
}

const columns: TableColumnsType<ShowMemorandaMemorandumRow> = [
  {
    title: '备忘录',
    render: (_, r) => (
      <>
        <Link to={`/memoranda/${r.id}`}>{r.title}</Link>
        <div className="quiet">{r.number}</div>
      </>
    ),
  },
  { title: '移交方', dataIndex: 'fromName', width: 190 },
  { title: '承接方', dataIndex: 'toName', width: 190 },
  { title: '状态', render: (_, r) => <Tag>{memorandumStatusName[r.status]}</Tag>, width: 100 },
  { title: '交接日期', render: (_, r) => dayText(r.handoverOn), width: 140 },
  {
    title: '生效时间',
    render: (_, r) => (r.effectiveFrom ? instantText(r.effectiveFrom) : <span className="quiet">尚未生效</span>),
    width: 170,
  },
]
