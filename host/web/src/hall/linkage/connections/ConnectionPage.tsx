import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Space, Table, type TableColumnsType, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ConnectionAnswer, KeyLine, ShowConnectionsRefused } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { usePages } from '../../../api/pages'
import { useKept } from '../../../forms/kept'
import { Facts } from '../../../kit/Facts'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { instantText } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { Part } from '../parts/Part'
import { connectionWords } from './words'

/** One connection: where it goes, its keys, and what of its callbacks was refused. */
export default function ConnectionPage() {
  const { organisation = '' } = useParams()
  const connection = useQuery({
    queryKey: ['connection', organisation],
    queryFn: () => answer(api.GET('/api/connections/{organisation}', { params: { path: { organisation } } })),
  })
  return (
    <Page
      title={connection.data ? `系统对接：${connection.data.organisation.name}` : '系统对接'}
      sub={<Link to={`/deliveries?recipient=${encodeURIComponent(`system:${organisation}`)}`}>查看投递情况</Link>}
    >
      <Loaded of={connection}>{data => <Shown of={data} />}</Loaded>
    </Page>
  )
}

function Shown(props: { of: ConnectionAnswer }) {
  const { of } = props
  const [doing, act] = useState<'address' | 'close'>()
  return (
    <div className="stack">
      <Part
        title="对接"
        extra={
          of.isOpen ? (
            <Space>
              <Button size="small" onClick={() => act('address')}>
                变更地址
              </Button>
              <Button size="small" danger onClick={() => act('close')}>
                停止对接
              </Button>
            </Space>
          ) : undefined
        }
      >
        <Facts
          label="对接"
          items={[
            ['单位', of.organisation.name],
            [
              '统一社会信用代码',
              <span key="code" className="mono">
                {of.organisation.code}
              </span>,
            ],
            [
              '地址',
              <span key="url" className="mono">
                {of.url}
              </span>,
            ],
            ['状态', of.isOpen ? '已开通' : '已停止'],
            ['最近验证', of.provedAt ? instantText(of.provedAt) : '尚未验证'],
          ]}
        />
      </Part>
      <Keys of={of} />
      <RefusedCallbacks organisation={of.organisation.code} />
      {doing === 'address' ? <ChangeAddress of={of} close={() => act(undefined)} /> : null}
      {doing === 'close' ? <CloseConnection of={of} close={() => act(undefined)} /> : null}
    </div>
  )
}

function Keys(props: { of: ConnectionAnswer }) {
  const { of } = props
  const { modal, message } = App.useApp()
  const organisation = of.organisation.code
  const [secret, show] = useState<{ key: string; text: string }>()
  const touches = [['connection', organisation]]
  const rotate = useCommand(
    (_: undefined, headers) =>
      answer(api.POST('/api/connections/{organisation}/keys', { params: { path: { organisation } }, headers })),
    { version: of.version, touches, then: () => void message.success('已发放新密钥。') },
  )
  const retire = useCommand(
    (key: string, headers) =>
      answer(
        api.POST('/api/connections/{organisation}/keys/{key}/retire', {
          params: { path: { organisation, key } },
          headers,
        }),
      ),
    { version: of.version, touches, then: () => void message.success('已停用密钥。') },
  )
  const reveal = useCommand(
    (key: string, headers) =>
      answer(
        api.POST('/api/connections/{organisation}/keys/{key}/reveal', {
          params: { path: { organisation, key } },
          headers,
        }),
      ),
    {
      touches,
      then: revealed => {
        if (revealed.secret) show({ key: revealed.key, text: revealed.secret })
      },
    },
  )
  const inUse = of.keys.filter(k => !k.retiredAt).length

  function ask(title: string, content: string, okText: string, danger: boolean, run: () => void) {
    modal.confirm({ title, content, okText, cancelText: '取消', okButtonProps: { danger }, onOk: run })
  }

  const columns: TableColumnsType<KeyLine> = [
    { title: '编号', width: 90, render: (_, k) => <span className="mono">{k.id}</span> },
    { title: '发放于', width: 190, render: (_, k) => instantText(k.issuedAt) },
    { title: '状态', render: (_, k) => (k.retiredAt ? `${instantText(k.retiredAt)}停用` : '在用') },
    {
      title: '办理',
      width: 180,
      render: (_, k) =>
        k.retiredAt || !of.isOpen ? null : (
          <Space>
            <Button
              size="small"
              loading={reveal.running}
              aria-label={`查看密钥${k.id}`}
              onClick={() =>
                ask(`查看密钥${k.id}？`, connectionWords.reveal, '查看', false, () => void reveal.run(k.id))
              }
            >
              查看
            </Button>
            <Button
              size="small"
              danger
              disabled={inUse < 2}
              title={inUse < 2 ? '唯一在用的密钥，请先更换' : undefined}
              aria-label={`停用密钥${k.id}`}
              onClick={() =>
                ask(`停用密钥${k.id}？`, connectionWords.retire, '停用', true, () => void retire.run(k.id))
              }
            >
              停用
            </Button>
          </Space>
        ),
    },
  ]

  return (
    <Part
      title="密钥"
      extra={
        of.isOpen ? (
          <Button
            size="small"
            loading={rotate.running}
            onClick={() =>
              ask('更换密钥？', connectionWords.rotate, '发放新密钥', false, () => void rotate.run(undefined))
            }
          >
            更换密钥
          </Button>
        ) : undefined
      }
    >
      <RefusalAlert of={rotate.refused} close={rotate.clear} />
      <RefusalAlert of={retire.refused} close={retire.clear} />
      <RefusalAlert of={reveal.refused} close={reveal.clear} />
      <Table<KeyLine> size="small" pagination={false} rowKey={k => k.id} dataSource={of.keys} columns={columns} />
      {secret ? (
        <Modal
          open
          title={`密钥${secret.key}`}
          okText="已保存，关闭"
          cancelButtonProps={{ style: { display: 'none' } }}
          onOk={() => show(undefined)}
          onCancel={() => show(undefined)}
          mask={{ closable: false }}
        >
          <p>{connectionWords.reveal}</p>
          <Typography.Text className="mono" code copyable={{ text: secret.text, tooltips: ['复制', '已复制'] }}>
            {secret.text}
          </Typography.Text>
        </Modal>
      ) : null}
    </Part>
  )
}

function ChangeAddress(props: { of: ConnectionAnswer; close: () => void }) {
  const { of, close } = props
  const organisation = of.organisation.code
  const [url, type] = useState(of.url)
  const command = useCommand(
    (body: { url: string }, headers) =>
      answer(
        api.POST('/api/connections/{organisation}/address', { params: { path: { organisation } }, body, headers }),
      ),
    { version: of.version, touches: [['connection', organisation], ['connections']], then: close },
  )
  return (
    <AskDialog
      title="变更对接地址"
      okText="变更"
      command={command}
      send={() => void command.run({ url: url.trim() })}
      close={close}
    >
      <p className="quiet">{connectionWords.address}</p>
      <Field name="url" label="对接地址" required>
        {(id, invalid) => (
          <Input
            id={id}
            className="mono"
            value={url}
            onChange={e => type(e.target.value)}
            status={invalid ? 'error' : undefined}
          />
        )}
      </Field>
    </AskDialog>
  )
}

function CloseConnection(props: { of: ConnectionAnswer; close: () => void }) {
  const { of, close } = props
  const me = useMe()
  const organisation = of.organisation.code
  const [reason, keep, forget] = useKept(me.id, `connections.close.${organisation}`, '')
  const command = useCommand(
    (body: { reason: string }, headers) =>
      answer(api.POST('/api/connections/{organisation}/close', { params: { path: { organisation } }, body, headers })),
    {
      version: of.version,
      touches: [['connection', organisation], ['connections'], ['deliveries'], ['receivers']],
      then: () => {
        forget()
        close()
      },
    },
  )
  return (
    <AskDialog
      title={`停止与${of.organisation.name}的对接`}
      okText="停止对接"
      danger
      command={command}
      send={() => void command.run({ reason: reason.trim() })}
      close={close}
    >
      <p>{connectionWords.close}</p>
      <Field name="reason" label="停止的原因" required>
        {id => <Input.TextArea id={id} rows={3} value={reason} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}

function RefusedCallbacks(props: { organisation: string }) {
  const { organisation } = props
  const rows = usePages(['connection', organisation, 'refused'], after =>
    answer(
      api.GET('/api/connections/{organisation}/refused', {
        params: { path: { organisation }, query: { after, limit: 20 } },
      }),
    ),
  )
  return (
    <Part title="被拒绝的回传">
      <PageTable<ShowConnectionsRefused>
        label="被拒绝的回传"
        of={rows}
        rowKey={r => `${r.minute}/${r.code}`}
        empty={connectionWords.noRefused}
        columns={[
          { title: '原因代码', render: (_, r) => <span className="mono">{r.code}</span> },
          { title: '时间', width: 200, render: (_, r) => instantText(r.minute) },
          { title: '次数', width: 80, align: 'right', dataIndex: 'count' },
          { title: '来自', width: 200, render: (_, r) => <span className="mono">{r.lastFrom}</span> },
        ]}
      />
    </Part>
  )
}
