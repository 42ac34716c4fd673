import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, type TableColumnsType, Tag } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CaseStage, ListCasesRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useKindChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { Code } from '../../kit/Code'
import { Due } from '../../kit/Due'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { stageName } from '../../words/cases'
import { shortDay } from '../../words/dates'
import { tidyIdentifier } from '../../words/identifiers'

const stages = (Object.keys(stageName) as CaseStage[]).filter(s => s !== 'none')

/** 办件: found by what one remembers of it; what is asked stands in the address. */
export default function CasesPage() {
  const queries = useQueryClient()
  const [asked, setAsked] = useSearchParams()
  const filter = {
    q: asked.get('q') ?? undefined,
    stage: asked.get('stage') ?? undefined,
    applicant: asked.get('applicant') ?? undefined,
    item: asked.get('item') ?? undefined,
    mine: asked.get('mine') === 'true' ? true : undefined,
  }
  const rows = usePages(['cases', filter], after =>
    answer(api.GET('/api/cases', { params: { query: { ...filter, after, limit: 50 } } })),
  )
  useKindChanged(
    'case',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['cases'] }), [queries]),
  )

  function ask(change: Record<string, string | undefined>) {
    setAsked(now => {
      const next = new URLSearchParams(now)
      for (const [name, value] of Object.entries(change)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  }

  const isFiltered = Object.values(filter).some(v => v !== undefined)
  return (
    <Page title="办件" sub="最近的在最前">
      <search className="filters" aria-label="查找办件">
        <Remembered key={filter.q ?? ''} q={filter.q} ask={q => ask({ q })} />
        <Select
          aria-label="办理阶段"
          placeholder="全部阶段"
          allowClear
          style={{ width: 160 }}
          value={filter.stage}
          onChange={stage => ask({ stage })}
          options={stages.map(s => ({ value: s, label: stageName[s] }))}
        />
        <ApplicantNumber
          key={filter.applicant ?? '-'}
          number={filter.applicant}
          ask={applicant => ask({ applicant })}
        />
        <Checkbox checked={filter.mine ?? false} onChange={e => ask({ mine: e.target.checked ? 'true' : undefined })}>
          我收的件
        </Checkbox>
        {filter.item ? (
          <Tag closable onClose={() => ask({ item: undefined })}>
            事项 {filter.item}
          </Tag>
        ) : null}
        {isFiltered ? (
          <Button type="link" onClick={() => setAsked({})}>
            清除条件
          </Button>
        ) : null}
      </search>
      <PageTable<ListCasesRow>
        label="办件列表"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty={isFiltered ? '没有符合条件的办件。编号可只输末几位，名称至少输其中两个字。' : '还没有办件。'}
      />
    </Page>
  )
}

function Remembered(props: { q: string | undefined; ask: (q: string | undefined) => void }) {
  return (
    <Input.Search
      aria-label="编号末几位、申请人或者事项名称"
      placeholder="编号末几位、申请人或者事项名称"
      defaultValue={props.q}
      onSearch={text => props.ask(text.trim() || undefined)}
      style={{ width: 320 }}
    />
  )
}

function ApplicantNumber(props: { number: string | undefined; ask: (number: string | undefined) => void }) {
  const [text, setText] = useState(props.number ?? '')
  return (
    <Input
      aria-label="申请人证件号码"
      placeholder="申请人证件号码（18位）"
      value={text}
      style={{ width: 220 }}
      onChange={e => {
        const typed = tidyIdentifier(e.target.value)
        setText(typed)
        if (typed.length === 18 || typed === '') props.ask(typed || undefined)
      }}
    />
  )
}

const columns: TableColumnsType<ListCasesRow> = [
  {
    title: '事项',
    render: (_, r) => (
      <>
        <Link to={`/cases/${encodeURIComponent(r.id)}`}>{r.itemName}</Link>
        <div className="quiet">{r.ownerName}</div>
      </>
    ),
  },
  { title: '申请人', dataIndex: 'applicant' },
  {
    title: '阶段',
    width: 150,
    render: (_, r) => (
      <>
        {stageName[r.stage]}
        {r.suspended && r.stage === 'inReview' ? <div className="quiet">中止计时</div> : null}
        {r.granted === null || r.granted === undefined ? null : (
          <div className="quiet">{r.granted ? '准予' : '不予'}</div>
        )}
      </>
    ),
  },
  { title: '收件', width: 130, render: (_, r) => <span className="nowrap">{shortDay(r.receivedOn)}</span> },
  {
    title: '承诺到期',
    width: 190,
    render: (_, r) => (r.stage === 'inReview' ? <Due day={r.promisedDue} /> : <span className="quiet">—</span>),
  },
  { title: '编号', width: 190, render: (_, r) => <Code short={16}>{r.number}</Code> },
]
