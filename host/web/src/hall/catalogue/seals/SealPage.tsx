import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, type TableColumnsType } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ShowSealsAnswer, ShowSealsSealing } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useWatched } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { DocumentLink } from '../../../kit/DocumentPreview'
import { Facts } from '../../../kit/Facts'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { instantText } from '../../../words/dates'
import { useMay } from '../../shell/Session'
import { addressOf } from '../../tasks/addressOf'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { Section } from '../parts/Section'

/** 一枚印章: since when it may be used, every use made of it, and its end. */
export default function SealPage() {
  const { id = '' } = useParams()
  const may = useMay()
  const queries = useQueryClient()
  const seal = useQuery({
    queryKey: ['seal', id],
    queryFn: () => answer(api.GET('/api/seals/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'seal',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['seal', id] }), [queries, id]),
  )
  return (
    <Page title={seal.data?.seal.name ?? '印章'} sub={seal.data?.seal.organisation.name}>
      <Loaded of={seal}>
        {data => (
          <div className="columns">
            <div className="stack">
              {!data.seal.lockedAt && !data.seal.inForceFrom && may('post /api/seals/{id}/put-in-force') ? (
                <Act
                  key={data.version}
                  of={data}
                  title="启用印章"
                  label="启用依据"
                  field="basis"
                  verb="启用"
                  warning="启用后即可用印。审批局的专用章在备忘录生效后才能启用。"
                  send={(basis, headers) =>
                    answer(
                      api.POST('/api/seals/{id}/put-in-force', { params: { path: { id } }, body: { basis }, headers }),
                    )
                  }
                />
              ) : null}
              {may('get /api/seals/{id}/sealings') ? <Sealings id={id} /> : null}
            </div>
            <div className="stack">
              <Section title="状态">
                <Facts
                  column={1}
                  items={[
                    ['单位', data.seal.organisation.name],
                    ['启用时间', data.seal.inForceFrom ? instantText(data.seal.inForceFrom) : '尚未启用'],
                    ['封存时间', data.seal.lockedAt ? instantText(data.seal.lockedAt) : undefined],
                  ]}
                />
              </Section>
              {!data.seal.lockedAt && may('post /api/seals/{id}/lock') ? (
                <Act
                  key={-data.version}
                  of={data}
                  title="废止封存"
                  label="理由"
                  field="reason"
                  verb="封存"
                  isDangerous
                  warning="封存后不能再用印，也不能恢复。还有旧件没有办结的，请先办结。"
                  send={(reason, headers) =>
                    answer(api.POST('/api/seals/{id}/lock', { params: { path: { id } }, body: { reason }, headers }))
                  }
                />
              ) : null}
              <Section title="记录">
                <History
                  of={data.history}
                  more={line => {
                    const told = line.data as { basis?: string; reason?: string }
                    return told.basis || told.reason ? <div>{told.basis ?? told.reason}</div> : null
                  }}
                />
              </Section>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Act(props: {
  of: ShowSealsAnswer
  title: string
  label: string
  field: string
  verb: string
  warning: string
  isDangerous?: boolean
  send: (why: string, headers: { 'Idempotency-Key': string }) => Promise<unknown>
}) {
  const { of } = props
  const { message, modal } = App.useApp()
  const [why, setWhy] = useState('')
  const act = useCommand(props.send, {
    version: of.version,
    touches: [['seal', of.id], ['seals']],
    then: () => message.success(`“${of.seal.name}”已${props.verb}。`),
  })

  function ask() {
    modal.confirm({
      title: `${props.verb}“${of.seal.name}”？`,
      content: props.warning,
      okText: props.verb,
      okButtonProps: { danger: props.isDangerous ?? false },
      onOk: async () => {
        await act.run(why)
      },
    })
  }

  return (
    <Section title={props.title}>
      <RefusalAlert of={act.refused} close={act.clear} />
      <p className="quiet" style={{ marginTop: 0 }}>
        {props.warning}
      </p>
      <Form onChange={act.clear} layout="vertical" onFinish={ask}>
        <Field label={props.label} required fault={faultAt(act.refused, props.field)}>
          {c => <Input {...c} value={why} onChange={e => setWhy(e.target.value)} />}
        </Field>
        <Button
          type={props.isDangerous ? 'default' : 'primary'}
          danger={props.isDangerous ?? false}
          htmlType="submit"
          loading={act.running}
        >
          {props.verb}
        </Button>
      </Form>
    </Section>
  )
}

function Sealings(props: { id: string }) {
  const { id } = props
  const rows = usePages(['seal', id, 'sealings'], after =>
    answer(api.GET('/api/seals/{id}/sealings', { params: { path: { id }, query: { after } } })),
  )
  return (
    <Section title="用印台账">
      <PageTable<ShowSealsSealing>
        label="用印台账"
        of={rows}
        columns={columns}
        rowKey={r => r.document}
        empty="还没有用过这枚印章。"
      />
    </Section>
  )
}

const columns: TableColumnsType<ShowSealsSealing> = [
  { title: '文书', render: (_, r) => <DocumentLink number={r.document} title={r.document} /> },
  { title: '用印时间', render: (_, r) => instantText(r.at), width: 180 },
  { title: '用印人', dataIndex: 'byName', width: 110 },
  {
    title: '出自',
    width: 130,
    render: (_, r) => {
      const [kind = '', ...id] = r.stream.split(':')
      const name = ({ case: '查看办件', request: '查看来函' } as Record<string, string>)[kind]
      return name ? <Link to={addressOf({ kind, id: id.join(':') })}>{name}</Link> : <span className="quiet">—</span>
    },
  },
]
