import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type TableColumnsType, Tag } from 'antd'
import { useCallback } from 'react'
import { Link, useParams } from 'react-router'
import type { ListRequestsRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useWatched } from '../../api/live'
import { usePages } from '../../api/pages'
import { Code } from '../../kit/Code'
import { Facts } from '../../kit/Facts'
import { History } from '../../kit/History'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { dayText } from '../../words/dates'
import { spacedIdentifier } from '../../words/identifiers'
import { licenceStateName } from '../../words/licences'
import { requestStageName } from '../../words/requests'
import { FeedbackLines } from '../cases/CaseFeedback'
import { Section } from '../cases/Section'
import { useMay } from '../shell/Session'
import { LicenceStateTag } from './LicenceStateTag'

/** 证照: how it stands, all that happened to it, and what departments said and asked of it. */
export default function LicencePage() {
  const { identifier = '' } = useParams()
  const may = useMay()
  const queries = useQueryClient()
  const path = { identifier }
  const licence = useQuery({
    queryKey: ['licence', identifier],
    queryFn: () => answer(api.GET('/api/licences/{identifier}', { params: { path } })),
  })
  const history = useQuery({
    queryKey: ['licence', identifier, 'history'],
    queryFn: () => answer(api.GET('/api/licences/{identifier}/history', { params: { path } })),
    enabled: may('get /api/licences/{identifier}/history'),
  })
  useWatched(
    'licence',
    identifier,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['licence', identifier] }), [queries, identifier]),
  )

  const of = licence.data
  return (
    <Page
      title={of?.name ?? '证照'}
      sub={
        of ? (
          <span style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
            <LicenceStateTag of={of.state} />
            <Link to={`/holders/${encodeURIComponent(of.holderIdentifier)}`}>{of.holder}</Link>
          </span>
        ) : undefined
      }
    >
      <Loaded of={licence} rows={8}>
        {l => (
          <div className="columns">
            <div className="stack">
              <Section title="证照信息">
                <Facts
                  label="证照信息"
                  column={1}
                  items={[
                    ['状态', licenceStateName[l.state]],
                    [
                      '有效期',
                      `${dayText(l.validFrom)}起${l.validUntil ? `至${dayText(l.validUntil)}` : '，长期有效'}`,
                    ],
                    ['暂停至', l.suspendedUntil ? dayText(l.suspendedUntil) : undefined],
                    [
                      '延续申请',
                      l.renewal ? (
                        <Link key="renewal" to={`/cases/${encodeURIComponent(l.renewal.caseId)}`}>
                          {dayText(l.renewal.filedOn)}提出
                          {l.renewal.deemedAfter
                            ? '，逾期未决定，视为准予延续'
                            : l.renewal.inTime
                              ? '，按期'
                              : '，已逾申请期限'}
                        </Link>
                      ) : undefined,
                    ],
                    [
                      '持证人',
                      <Link key="holder" to={`/holders/${encodeURIComponent(l.holderIdentifier)}`}>
                        {l.holder}
                      </Link>,
                    ],
                    [
                      '证件号码',
                      <span key="number" className="mono">
                        {spacedIdentifier(l.holderIdentifier)}
                      </span>,
                    ],
                    [
                      '事项',
                      <Link key="item" to={`/items/${l.item}`}>
                        {l.itemName}
                      </Link>,
                    ],
                    [
                      '办件',
                      <Link key="case" to={`/cases/${encodeURIComponent(l.caseId)}`}>
                        {l.caseId}
                      </Link>,
                    ],
                    ['颁发机关', l.issuer.name],
                    ['监管部门', l.supervisor.name || '—'],
                    ['电子证照标识', <Code key="identifier">{l.identifier}</Code>],
                  ]}
                />
              </Section>
              {may('get /api/requests') ? <Requests licence={l.identifier} /> : null}
              {may('get /api/feedback') ? <Feedback licence={l.identifier} /> : null}
            </div>
            <aside className="stack" aria-label="查验与记录">
              <Section title="查验">
                <Qr of={l.identifier} name={l.name} />
                <p className="quiet" style={{ textAlign: 'center', margin: '6px 0 0' }}>
                  扫码，或者
                  <a href={`/verify/${encodeURIComponent(l.identifier)}`} target="_blank" rel="noreferrer">
                    打开公众查验页
                  </a>
                </p>
              </Section>
              {may('get /api/licences/{identifier}/history') ? (
                <Section title="证照记录">
                  <Loaded of={history}>
                    {lines => (
                      <History
                        of={lines}
                        more={line => (
                          <>
                            <Tag style={{ marginTop: 4 }}>{licenceStateName[line.state]}</Tag>
                            {line.reason ? <div>{line.reason}</div> : null}
                          </>
                        )}
                      />
                    )}
                  </Loaded>
                </Section>
              ) : null}
            </aside>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Requests({ licence }: { licence: string }) {
  const rows = usePages(['licence', licence, 'requests'], after =>
    answer(api.GET('/api/requests', { params: { query: { licence, after, limit: 20 } } })),
  )
  return (
    <Section title="部门请求">
      <PageTable<ListRequestsRow>
        label="部门请求"
        of={rows}
        columns={requestColumns}
        rowKey={r => r.id}
        empty="没有部门对这张证照提出请求。"
      />
    </Section>
  )
}

const requestColumns: TableColumnsType<ListRequestsRow> = [
  { title: '来文', render: (_, r) => <Link to={`/requests/${encodeURIComponent(r.id)}`}>{r.letter}</Link> },
  { title: '部门', dataIndex: 'departmentName' },
  { title: '办到', render: (_, r) => requestStageName[r.stage] },
  { title: '收到', width: 130, render: (_, r) => dayText(r.receivedOn) },
]

function Feedback({ licence }: { licence: string }) {
  const rows = usePages(['licence', licence, 'feedback'], after =>
    answer(api.GET('/api/feedback', { params: { query: { licence, after, limit: 20 } } })),
  )
  return (
    <Section title="监管反馈">
      {rows.rows.length === 0 && !rows.loading ? <span className="quiet">没有关于这张证照的监管反馈。</span> : null}
      <FeedbackLines of={rows.rows} />
    </Section>
  )
}

/** The host draws it to stand in a page of its own; as a picture it must name its language. */
function Qr(props: { of: string; name: string }) {
  const drawn = useQuery({
    queryKey: ['licence', props.of, 'qr'],
    queryFn: () =>
      answer(
        api.GET('/api/licences/{identifier}/qr', { params: { path: { identifier: props.of } }, parseAs: 'text' }),
      ) as Promise<string>,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (drawn.data === undefined) return <Loaded of={drawn}>{() => null}</Loaded>
  const svg = drawn.data.includes('xmlns=')
    ? drawn.data
    : drawn.data.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  return (
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={`${props.name}的查验二维码`}
      width={168}
      height={168}
      style={{ display: 'block', margin: '0 auto' }}
    />
  )
}
