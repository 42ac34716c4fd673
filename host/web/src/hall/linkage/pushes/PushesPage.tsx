import { useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, type TableColumnsType, Tag } from 'antd'
import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { ListPushesRow, PushState } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKindChanged, useTasksChanged } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { Due } from '../../../kit/Due'
import { Light } from '../../../kit/Light'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { instantText } from '../../../words/dates'
import { pushStateName, topicName } from '../../../words/supervision'
import { useMay, useMe } from '../../shell/Session'
import { LicenceLink } from '../parts/links'
import { useIsOfBureau } from '../parts/useBureau'
import { useFilter } from '../parts/useFilter'
import { ClaimDialog } from './ClaimDialog'
import { isClaimedLate } from './claimed'
import { pushWords } from './words'

const views: { value: string; label: string }[] = [
  { value: 'open', label: '待认领' },
  { value: 'claimed', label: pushStateName.claimed },
  { value: 'deemedClaimed', label: pushStateName.deemedClaimed },
  { value: 'told', label: pushStateName.told },
  { value: 'all', label: '全部' },
]

/** 推送与认领: what a department was told and must take over; for the bureau what every department did with it. */
export default function PushesPage() {
  const queries = useQueryClient()
  const [filter, setFilter] = useFilter()
  const view = filter('view') ?? 'open'
  const changed = useCallback(() => void queries.invalidateQueries({ queryKey: ['pushes'] }), [queries])
  useKindChanged('push', changed)
  useTasksChanged(changed)

  return (
    <Page title="推送与认领" sub={pushWords.sub}>
      <div className="filters">
        <Segmented
          aria-label="认领情况"
          value={view}
          onChange={v => setFilter('view', v === 'open' ? undefined : v)}
          options={views}
        />
        <Narrowed name="recipient" shown={filter('recipientName') ?? filter('recipient')} label="部门" />
        <Narrowed name="licence" shown={filter('licence')} label="证照" />
      </div>
      {view === 'open' ? (
        <div className="stack">
          <Pushes state="overdue" onlyIfAny />
          <Pushes state="waiting" />
        </div>
      ) : (
        <Pushes state={view === 'all' ? undefined : (view as PushState)} />
      )}
    </Page>
  )
}

function Narrowed(props: { name: string; shown: string | undefined; label: string }) {
  const [filter, setFilter] = useFilter()
  if (!filter(props.name)) return null
  return (
    <Tag
      closable={{ closeIcon: '×', 'aria-label': `不再限于${props.label}${props.shown}` }}
      onClose={() => setFilter(props.name)}
    >
      {props.label}：{props.shown}
    </Tag>
  )
}

function Pushes(props: { state?: PushState; onlyIfAny?: boolean }) {
  const me = useMe()
  const may = useMay()
  const ofBureau = useIsOfBureau()
  const [filter, setFilter] = useFilter()
  const [claiming, claim] = useState<ListPushesRow>()
  const asked = { state: props.state, recipient: filter('recipient'), licence: filter('licence') }
  const rows = usePages(['pushes', asked], after =>
    answer(api.GET('/api/pushes', { params: { query: { ...asked, after, limit: 50 } } })),
  )
  if (props.onlyIfAny && rows.rows.length === 0 && !claiming) return null
  const mayClaim = (row: ListPushesRow) =>
    may('post /api/pushes/{id}/claim') &&
    row.recipient === me.organisation.code &&
    (row.state === 'waiting' || row.state === 'overdue' || (row.state === 'deemedClaimed' && !row.claimedAt))

  const columns: TableColumnsType<ListPushesRow> = [
    {
      title: '推送',
      width: 168,
      render: (_, r) => (
        <>
          <Link to={`/pushes/${encodeURIComponent(r.id)}`}>{topicName[r.topic]}</Link>
          <div className="quiet tabular nowrap">{instantText(r.pushedAt).replace(/^\d+年/, '')}</div>
        </>
      ),
    },
    {
      title: '持证人（申请人）与事项',
      render: (_, r) => (
        <>
          {r.holder}
          <div className="quiet">{r.licence ? <LicenceLink of={r.licence}>{r.itemName}</LicenceLink> : r.itemName}</div>
        </>
      ),
    },
    ...(ofBureau
      ? [
          {
            title: '推送给',
            width: 150,
            render: (_: unknown, r: ListPushesRow) => (
              <Button
                type="link"
                size="small"
                className="in-cell"
                title={`只看${r.recipientName}`}
                onClick={() => {
                  setFilter('recipientName', r.recipientName)
                  setFilter('recipient', r.recipient)
                }}
              >
                {r.recipientName}
              </Button>
            ),
          },
        ]
      : []),
    {
      title: '认领',
      width: 220,
      render: (_, r) => <ClaimState of={r} />,
    },
    {
      title: '最迟认领',
      width: 196,
      render: (_, r) => <Due day={r.claimDue} plain={!!r.claimedAt} />,
    },
    ...(may('post /api/pushes/{id}/claim')
      ? [
          {
            title: '办理',
            width: 76,
            render: (_: unknown, r: ListPushesRow) =>
              mayClaim(r) ? (
                <Button
                  size="small"
                  type="primary"
                  ghost
                  onClick={() => claim(r)}
                  aria-label={`认领${r.holder}的${r.itemName}`}
                >
                  认领
                </Button>
              ) : null,
          },
        ]
      : []),
  ]

  return (
    <section>
      {props.onlyIfAny && props.state ? <h2 className="over-table">{pushStateName[props.state]}</h2> : null}
      <PageTable<ListPushesRow>
        label={props.state ? pushStateName[props.state] : '全部推送'}
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty={props.state === 'waiting' ? pushWords.nothingToClaim : pushWords.nothing}
      />
      {claiming ? (
        <ClaimDialog
          id={claiming.id}
          what={`${claiming.holder}，${claiming.itemName}`}
          close={() => claim(undefined)}
        />
      ) : null}
    </section>
  )
}

function ClaimState(props: { of: ListPushesRow }) {
  const { of } = props
  if (of.claimedAt)
    return (
      <>
        {of.office}　{of.claimedBy}
        <div className="quiet tabular nowrap">
          {instantText(of.claimedAt).replace(/^\d+年/, '')}
          {isClaimedLate(of) ? <Tag className="after-text">逾期认领</Tag> : null}
        </div>
      </>
    )
  if (of.light)
    return (
      <>
        <Light of={of.light} /> <span className="quiet">{pushStateName[of.state]}</span>
      </>
    )
  return <span className="quiet">{pushStateName[of.state]}</span>
}
