import { LockOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select, type TableColumnsType } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ListPeopleRow, Role } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useKindChanged } from '../../api/live'
import { usePages } from '../../api/pages'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { instantText } from '../../words/dates'
import { roleName } from '../../words/roles'
import { OpenPersonDialog } from './OpenPersonDialog'
import { words } from './words'

const roles = (Object.keys(roleName) as Role[]).filter(r => r !== 'system')

/** 人员名册. */
export default function PeoplePage() {
  const queries = useQueryClient()
  const [filter, setFilter] = useSearchParams()
  const [opening, setOpening] = useState(false)
  const q = filter.get('q') ?? undefined
  const organisation = filter.get('organisation') ?? undefined
  const role = filter.get('role') ?? undefined
  const locked = filter.get('locked') ?? undefined
  const rows = usePages(
    ['people', q, organisation, role, locked],
    after =>
      answer(
        api.GET('/api/people', {
          params: {
            query: { q, organisation, role, locked: locked ? locked === 'true' : undefined, after, limit: 50 },
          },
        }),
      ),
    { keepShown: true },
  )
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: () => answer(api.GET('/api/organisations')),
    staleTime: 300_000,
  })
  useKindChanged(
    'person',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['people'] }), [queries]),
  )

  function choose(name: string, value: string | undefined) {
    const next = new URLSearchParams(filter)
    if (value) next.set(name, value)
    else next.delete(name)
    setFilter(next, { replace: true })
  }

  return (
    <Page
      title="人员"
      sub={words.people.sub}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
          开设账号
        </Button>
      }
    >
      <search className="filters">
        <Input.Search
          aria-label="姓名或者账号"
          placeholder="姓名或者账号"
          allowClear
          defaultValue={q}
          onSearch={text => choose('q', text.trim())}
          style={{ width: 220 }}
        />
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={organisation}
          onChange={value => choose('organisation', value)}
          options={(organisations.data ?? []).map(o => ({ value: o.code, label: o.name }))}
          style={{ width: 240 }}
        />
        <Select
          aria-label="角色"
          placeholder="全部角色"
          allowClear
          value={role}
          onChange={value => choose('role', value)}
          options={roles.map(r => ({ value: r, label: roleName[r] }))}
          style={{ width: 140 }}
        />
        <Select
          aria-label="账号状态"
          placeholder="全部状态"
          allowClear
          value={locked}
          onChange={value => choose('locked', value)}
          options={[
            { value: 'false', label: '在用' },
            { value: 'true', label: '已停用' },
          ]}
          style={{ width: 120 }}
        />
      </search>
      <PageTable<ListPeopleRow>
        label="人员"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty={words.people.empty}
      />
      {opening ? <OpenPersonDialog organisations={organisations} close={() => setOpening(false)} /> : null}
    </Page>
  )
}

const columns: TableColumnsType<ListPeopleRow> = [
  { title: '姓名', width: 120, render: (_, r) => <Link to={`/people/${r.id}`}>{r.name}</Link> },
  { title: '账号', width: 180, render: (_, r) => <span className="mono">{r.userName}</span> },
  { title: '岗位', dataIndex: 'post', width: 160 },
  { title: '单位', render: (_, r) => r.organisation.name },
  { title: '角色', render: (_, r) => r.roles.map(x => roleName[x]).join('、') },
  { title: '状态', width: 240, render: (_, r) => <AccountStanding of={r} /> },
]

/** Whether somebody can sign in. */
export function AccountStanding(props: { of: { lockedAt?: string | null; mustChangePassword: boolean } }) {
  const { lockedAt, mustChangePassword } = props.of
  if (lockedAt)
    return (
      <>
        <LockOutlined aria-hidden /> {instantText(lockedAt)}停用
      </>
    )
  return mustChangePassword ? <>在用，尚未改一次性密码</> : <>在用</>
}
