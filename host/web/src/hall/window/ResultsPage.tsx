import { useQueryClient } from '@tanstack/react-query'
import { Input, Segmented, type TableColumnsType } from 'antd'
import { useCallback } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ListCasesRow, ListTasksRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useTasksChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { Code } from '../../kit/Code'
import { Due } from '../../kit/Due'
import { Light } from '../../kit/Light'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { shortDay } from '../../words/dates'
import { tidyIdentifier } from '../../words/identifiers'

const lists = [
  { value: 'issue', label: '待颁发' },
  { value: 'deliver', label: '待送达' },
  { value: 'archive', label: '待归档' },
  { value: 'archived', label: '已归档' },
] as const

type List = (typeof lists)[number]['value']

/** 出件与归档: what is to be issued, handed out and put away; and the files that lie in the archive, whoever keeps them. */
export default function ResultsPage() {
  const [search, setSearch] = useSearchParams()
  const list = lists.find(l => l.value === search.get('list'))?.value ?? 'issue'
  return (
    <Page
      title="出件与归档"
      sub="决定用印以后：颁发证照、送达、归档；档案互查"
      actions={
        <Segmented<List>
          aria-label="出件与归档"
          value={list}
          onChange={next => setSearch({ list: next })}
          options={[...lists]}
        />
      }
    >
      {list === 'archived' ? <Archived /> : <Waiting key={list} list={list} />}
    </Page>
  )
}

function Waiting(props: { list: Exclude<List, 'archived'> }) {
  const queries = useQueryClient()
  const rows = usePages(['tasks', 'window', props.list], after =>
    answer(api.GET('/api/tasks', { params: { query: { role: 'window', key: props.list, after, limit: 50 } } })),
  )
  useTasksChanged(useCallback(() => void queries.invalidateQueries({ queryKey: ['tasks'] }), [queries]))
  return (
    <PageTable<ListTasksRow>
      label={lists.find(l => l.value === props.list)?.label ?? ''}
      of={rows}
      columns={waitingColumns}
      rowKey={r => `${r.id}/${r.key}`}
      empty="现在没有等候的办件。"
    />
  )
}

const waitingColumns: TableColumnsType<ListTasksRow> = [
  { title: '申请人', width: 240, render: (_, r) => <Link to={`/results/${r.id}?list=${r.key}`}>{r.party}</Link> },
  { title: '事项', dataIndex: 'itemName' },
  { title: '办什么', dataIndex: 'title', width: 120 },
  { title: '时限', width: 110, render: (_, r) => <Light of={r.light} /> },
  { title: '最迟', width: 190, render: (_, r) => <Due day={r.due} /> },
  { title: '编号', width: 190, render: (_, r) => <Code short={16}>{r.number}</Code> },
]

/** 档案互查: of the bureau and of the departments, as far as whoever asks may see it. */
function Archived() {
  const [search, setSearch] = useSearchParams()
  const applicant = search.get('applicant') ?? ''
  const number = search.get('number') ?? ''
  const rows = usePages(['cases', 'archived', applicant, number], after =>
    answer(
      api.GET('/api/cases', {
        params: {
          query: {
            stage: 'archived',
            applicant: applicant === '' ? undefined : applicant,
            number: number === '' ? undefined : number,
            after,
            limit: 50,
          },
        },
      }),
    ),
  )
  const filter = (name: string, value: string) =>
    setSearch(now => {
      const next = new URLSearchParams(now)
      if (value === '') next.delete(name)
      else next.set(name, value)
      return next
    })
  return (
    <>
      <search className="filters">
        <Input.Search
          key={`a${applicant}`}
          style={{ width: 300 }}
          allowClear
          defaultValue={applicant}
          aria-label="申请人号码"
          placeholder="申请人的身份号码、信用代码"
          onSearch={value => filter('applicant', tidyIdentifier(value))}
        />
        <Input.Search
          key={`n${number}`}
          style={{ width: 340 }}
          allowClear
          defaultValue={number}
          aria-label="办件编号"
          placeholder="办件编号"
          onSearch={value => filter('number', tidyIdentifier(value))}
        />
      </search>
      <PageTable<ListCasesRow>
        label="已归档"
        of={rows}
        columns={archivedColumns}
        rowKey={r => r.id}
        empty="没有符合条件的档案。"
      />
    </>
  )
}

const archivedColumns: TableColumnsType<ListCasesRow> = [
  { title: '申请人', width: 240, render: (_, r) => <Link to={`/results/${r.id}`}>{r.applicant}</Link> },
  { title: '事项', dataIndex: 'itemName' },
  { title: '保管单位', dataIndex: 'ownerName', width: 220 },
  { title: '收件', width: 150, render: (_, r) => <span className="nowrap">{shortDay(r.receivedOn)}</span> },
  { title: '编号', width: 190, render: (_, r) => <Code short={16}>{r.number}</Code> },
]
