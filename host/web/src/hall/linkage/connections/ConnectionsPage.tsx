import { App, Button, Input, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { OpenConnectionRequest, ShowConnectionsRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { usePages } from '../../../api/pages'
import { useKept } from '../../../forms/kept'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { isSocialCreditCode, tidyIdentifier } from '../../../words/identifiers'
import { useMay, useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { connectionWords } from './words'

/** 系统对接: the departments' own systems. */
export default function ConnectionsPage() {
  const may = useMay()
  const [opening, open] = useState(false)
  const rows = usePages(['connections', 'list'], after =>
    answer(api.GET('/api/connections', { params: { query: { after, limit: 50 } } })),
  )
  return (
    <Page
      title="系统对接"
      sub={connectionWords.sub}
      actions={
        may('post /api/connections') ? (
          <Button type="primary" onClick={() => open(true)}>
            开通对接
          </Button>
        ) : undefined
      }
    >
      <PageTable<ShowConnectionsRow>
        label="系统对接"
        of={rows}
        columns={columns}
        rowKey={r => r.organisation}
        empty={connectionWords.nothing}
      />
      {opening ? <OpenConnection close={() => open(false)} /> : null}
    </Page>
  )
}

const columns: TableColumnsType<ShowConnectionsRow> = [
  { title: '单位', render: (_, r) => <Link to={`/connections/${encodeURIComponent(r.organisation)}`}>{r.name}</Link> },
  { title: '统一社会信用代码', width: 210, render: (_, r) => <span className="mono">{r.organisation}</span> },
  {
    title: '地址',
    render: (_, r) => (
      <span className="mono" style={{ overflowWrap: 'anywhere' }}>
        {r.url}
      </span>
    ),
  },
  { title: '状态', width: 100, render: (_, r) => (r.state === 'open' ? '已开通' : '已停止') },
]

function OpenConnection(props: { close: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [draft, keep, forget] = useKept(me.id, 'connections.open', { name: '', code: '', url: '' })
  const command = useCommand(
    (body: OpenConnectionRequest, headers) => answer(api.POST('/api/connections', { body, headers })),
    {
      touches: [['connections']],
      then: opened => {
        forget()
        void message.success('已开通对接，请查看密钥并交给对方。')
        void navigate(`/connections/${encodeURIComponent(opened.organisation.code)}`)
      },
    },
  )
  const code = tidyIdentifier(draft.code)
  const wrong = code.length >= 18 && !isSocialCreditCode(code)
  return (
    <AskDialog
      title="开通对接"
      okText="开通"
      command={command}
      disabled={wrong}
      send={() => void command.run({ organisation: { name: draft.name.trim(), code }, url: draft.url.trim() })}
      close={props.close}
    >
      <p className="quiet">{connectionWords.open}</p>
      <Field name="organisation" label="单位名称" required>
        {id => <Input id={id} value={draft.name} onChange={e => keep(now => ({ ...now, name: e.target.value }))} />}
      </Field>
      <Field
        name="organisation.code"
        label="统一社会信用代码"
        required
        hint={wrong ? '代码有误（校验位不符），请核对。' : undefined}
      >
        {id => (
          <Input
            id={id}
            className="mono"
            value={draft.code}
            onChange={e => keep(now => ({ ...now, code: e.target.value }))}
            status={wrong ? 'error' : undefined}
          />
        )}
      </Field>
      <Field name="url" label="对接地址" required>
        {id => (
          <Input
            id={id}
            className="mono"
            placeholder="https://"
            value={draft.url}
            onChange={e => keep(now => ({ ...now, url: e.target.value }))}
          />
        )}
      </Field>
    </AskDialog>
  )
}
