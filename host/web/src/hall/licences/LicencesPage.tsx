import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select, type TableColumnsType, Tag } from 'antd'
import { useCallback } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { LicenceRow, LicenceState } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useKindChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { Code } from '../../kit/Code'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { dayText } from '../../words/dates'
import { tidyIdentifier } from '../../words/identifiers'
import { licenceStateName } from '../../words/licences'
import { LicenceStateTag } from './LicenceStateTag'

const states = (Object.keys(licenceStateName) as LicenceState[]).filter(s => s !== 'none')

/** 证照登记簿. */
export default function LicencesPage() {
  const queries = useQueryClient()
  const [asked, setAsked] = useSearchParams()
  const filter = {
    holder: asked.get('holder') ?? undefined,
    holderNumber: asked.get('holderNumber') ?? undefined,
    identifier: asked.get('identifier') ?? undefined,
    item: asked.get('item') ?? undefined,
    state: asked.get('state') ?? undefined,
  }
  const rows = usePages(['licences', filter], after =>
    answer(api.GET('/api/licences', { params: { query: { ...filter, after, limit: 50 } } })),
  )
  useKindChanged(
    'licence',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['licences'] }), [queries]),
  )

  function ask(name: string, value: string | undefined) {
    setAsked(now => {
      const next = new URLSearchParams(now)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  }

  const isFiltered = Object.values(filter).some(v => v !== undefined)
  return (
    <Page title="证照登记簿" sub="本区颁发的证照，持证人姓名从头开始输入即可">
      <search className="filters" aria-label="查找证照">
        <Input.Search
          key={`h${filter.holder}`}
          aria-label="持证人名称"
          placeholder="持证人名称（从头几个字）"
          defaultValue={filter.holder}
          onSearch={text => ask('holder', text.trim())}
          style={{ width: 240 }}
        />
        <Input.Search
          key={`n${filter.holderNumber}`}
          aria-label="持证人证件号码"
          placeholder="持证人证件号码"
          defaultValue={filter.holderNumber}
          onSearch={text => ask('holderNumber', tidyIdentifier(text))}
          style={{ width: 240 }}
        />
        <Input.Search
          key={`i${filter.identifier}`}
          aria-label="电子证照标识"
          placeholder="电子证照标识"
          defaultValue={filter.identifier}
          onSearch={text => ask('identifier', text.trim())}
          style={{ width: 260 }}
        />
        <Select
          aria-label="证照状态"
          placeholder="全部状态"
          allowClear
          style={{ width: 150 }}
          value={filter.state}
          onChange={state => ask('state', state)}
          options={states.map(s => ({ value: s, label: licenceStateName[s] }))}
        />
        {filter.item ? (
          <Tag closable onClose={() => ask('item', undefined)}>
            事项 {filter.item}
          </Tag>
        ) : null}
        {isFiltered ? (
          <Button type="link" onClick={() => setAsked({})}>
            清除条件
          </Button>
        ) : null}
      </search>
      <PageTable<LicenceRow>
        label="证照列表"
        of={rows}
        columns={licenceColumns}
        rowKey={r => r.identifier}
        empty={isFiltered ? '没有符合条件的证照。' : '还没有颁发证照。'}
      />
    </Page>
  )
}

export const licenceColumns: TableColumnsType<LicenceRow> = [
  { title: '证照', render: (_, r) => <Link to={`/licences/${encodeURIComponent(r.identifier)}`}>{r.name}</Link> },
  { title: '持证人', dataIndex: 'holder' },
  { title: '状态', width: 150, render: (_, r) => <LicenceStateTag of={r.state} /> },
  {
    title: '有效期',
    width: 230,
    render: (_, r) => (
      <span className="tabular">
        {dayText(r.validFrom)}起{r.validUntil ? `至${dayText(r.validUntil)}` : '，长期'}
        {r.suspendedUntil ? <div className="quiet">暂停至{dayText(r.suspendedUntil)}</div> : null}
        {r.renewal ? <div className="quiet">已申请延续</div> : null}
      </span>
    ),
  },
  { title: '颁发机关', dataIndex: 'issuerName', ellipsis: true },
  { title: '标识', width: 200, render: (_, r) => <Code short={16}>{r.identifier}</Code> },
]
