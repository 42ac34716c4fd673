import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Tag } from 'antd'
import { useCallback, useState } from 'react'
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useWatched } from '../../api/live'
import type { FormValues, Schema } from '../../forms/plan'
import { DocumentPreview } from '../../kit/DocumentPreview'
import { Due } from '../../kit/Due'
import { Facts } from '../../kit/Facts'
import { FileList } from '../../kit/Files'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { RecordView } from '../../kit/RecordView'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { dayText } from '../../words/dates'
import { spacedIdentifier } from '../../words/identifiers'
import { useMe } from '../shell/Session'
import { AskPanel } from './AskPanel'
import { DeclinePanel } from './DeclinePanel'
import { filesOf, standingOf } from './materials'
import { ReceiptPreview } from './ReceiptPreview'
import { SupplementPanel } from './SupplementPanel'
import { useShortcuts } from './shortcuts'
import { WithdrawPanel } from './WithdrawPanel'
import './window.css'
import { windowWords } from './words'

type Doing = 'ask' | 'decline' | 'withdraw' | undefined

/** 收件之后: what was handed in, and what the window says to it — accepted, to be supplemented, declined. */
export default function IntakePage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'case',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['case', id] }), [queries, id]),
  )
  if (!found.data)
    return (
      <Page title="受理">
        <Loaded of={found}>{() => null}</Loaded>
      </Page>
    )
  if (found.data.case.stage === 'draft') return <Navigate to={`/window/drafts/${id}`} replace />
  return <Intake of={found.data} />
}

function Intake(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const c = of.case
  const me = useMe()
  const navigate = useNavigate()
  const location = useLocation()
  const [print, setPrint] = useState<string | undefined>((location.state as { print?: string } | null)?.print)
  const [receipt, setReceipt] = useState((location.state as { receipt?: boolean } | null)?.receipt ?? false)
  const [doing, setDoing] = useState<Doing>()
  const mine = of.tasks.filter(t => t.organisation.code === me.organisation.code && me.roles.includes(t.role))
  const mayAccept = mine.some(t => t.key === 'accept')
  const awaits = mine.some(t => t.key === 'supplement')
  const isOwner = c.under?.owner.code === me.organisation.code
  const mayWithdraw = isOwner && ['filed', 'awaitingSupplement', 'inReview'].includes(c.stage)
  const missing = (c.under?.materials ?? []).filter(
    m => c.under?.requiredMaterials.includes(m.key) && standingOf(m.key, c.application?.materials ?? []) === 'none',
  )

  const accept = useCommand(
    async (_: null, headers) =>
      answer(api.POST('/api/cases/{id}/accept', { params: { path: { id: of.id } }, headers })),
    {
      version: of.version,
      touches: touched(of.id),
      then: done => setPrint(done.documents.find(d => d.kind === 'acceptance')?.number),
    },
  )

  /** Done: the paper that came of it is shown, to be printed. */
  function settled(number: string | undefined) {
    setDoing(undefined)
    setPrint(number)
  }

  const next = useCallback(() => navigate('/window'), [navigate])
  useShortcuts({
    'Ctrl+Enter': mayAccept && doing === undefined && !accept.running ? () => void accept.run(null) : undefined,
    'Alt+S': mayAccept && !c.supplementAskedOn ? () => setDoing('ask') : undefined,
    'Alt+J': mayAccept || awaits ? () => setDoing('decline') : undefined,
    'Alt+N': next,
  })

  const applicant = c.application?.applicant
  const shownNotice = c.notices.find(n => String(n.number) === print)
  return (
    <Page
      title={c.itemName}
      sub={
        <span className="results-line">
          <Tag color="blue">{of.stageName}</Tag>
          {applicant?.name}
          <span className="mono">{c.number}</span>
          <Link to={`/cases/${of.id}`}>全部情况</Link>
        </span>
      }
      actions={
        <Button onClick={next}>
          再受理一件{' '}
          <span className="keys" aria-hidden="true">
            Alt+N
          </span>
        </Button>
      }
    >
      <div className="apply">
        <div className="stack">
          <Card size="small" title={<h2 className="card-title">申请人</h2>}>
            <Facts
              column={3}
              items={[
                [applicant?.kind === 'organisation' ? '名称' : '姓名', applicant?.name],
                [
                  '号码',
                  <span className="mono" key="n">
                    {spacedIdentifier(applicant?.identifier ?? '')}
                  </span>,
                ],
                ['联系方式', applicant?.contact || '—'],
              ]}
            />
            {of.adverse ? <Alert type="warning" showIcon title={windowWords.adverse} style={{ marginTop: 8 }} /> : null}
          </Card>
          <Form of={of} />
          {awaits ? null : <HandedIn of={of} />}
          {awaits ? <SupplementPanel of={of} done={() => undefined} /> : null}
        </div>
        <aside className="stack" aria-label="受理">
          <Card size="small" title={<h2 className="card-title">{of.stageName}</h2>}>
            <Facts
              column={1}
              items={[
                ['收件', c.receivedOn ? dayText(c.receivedOn) : undefined],
                ['最迟答复', c.respondBy ? <Due day={c.respondBy} key="r" /> : undefined],
                ['告知补正', c.supplementAskedOn ? dayText(c.supplementAskedOn) : undefined],
                ['受理', c.acceptedOn ? dayText(c.acceptedOn) : undefined],
                ['承诺办结', c.promised?.due ? <Due day={c.promised.due} key="p" /> : undefined],
                ['法定期限', c.statutory?.due ? <Due day={c.statutory.due} key="s" /> : undefined],
              ]}
            />
            {mayAccept && missing.length > 0 ? (
              <Alert
                type="warning"
                showIcon
                style={{ marginTop: 8 }}
                title={`缺${missing.length}项材料：${missing.map(m => m.name).join('、')}`}
              />
            ) : null}
          </Card>
          <RefusalAlert of={accept.refused} close={accept.clear} />
          {doing === undefined ? (
            <div className="stack" style={{ gap: 8 }}>
              {mayAccept ? (
                <Button
                  type="primary"
                  size="large"
                  block
                  loading={accept.running}
                  disabled={missing.length > 0}
                  onClick={() => void accept.run(null)}
                >
                  受理{' '}
                  <span className="keys" aria-hidden="true">
                    Ctrl+Enter
                  </span>
                </Button>
              ) : null}
              {mayAccept && !c.supplementAskedOn ? (
                <Button block type={missing.length > 0 ? 'primary' : 'default'} onClick={() => setDoing('ask')}>
                  一次性告知补正{' '}
                  <span className="keys" aria-hidden="true">
                    Alt+S
                  </span>
                </Button>
              ) : null}
              {mayAccept || awaits ? (
                <Button block onClick={() => setDoing('decline')}>
                  不予受理{' '}
                  <span className="keys" aria-hidden="true">
                    Alt+J
                  </span>
                </Button>
              ) : null}
              {mayWithdraw ? (
                <Button block type="text" onClick={() => setDoing('withdraw')}>
                  申请人撤回
                </Button>
              ) : null}
            </div>
          ) : null}
          {doing === 'ask' ? (
            <AskPanel of={of} missing={missing} done={settled} close={() => setDoing(undefined)} />
          ) : null}
          {doing === 'decline' ? <DeclinePanel of={of} done={settled} close={() => setDoing(undefined)} /> : null}
          {doing === 'withdraw' ? <WithdrawPanel of={of} done={settled} close={() => setDoing(undefined)} /> : null}
          <Papers of={of} show={setPrint} receipt={() => setReceipt(true)} />
        </aside>
      </div>
      {receipt ? <ReceiptPreview id={of.id} close={() => setReceipt(false)} /> : null}
      {print && shownNotice ? (
        <DocumentPreview number={print} title={shownNotice.displayNumber} close={() => setPrint(undefined)} />
      ) : null}
    </Page>
  )
}

/** What a command on a case makes old. */
export function touched(id: string): readonly (readonly unknown[])[] {
  return [['case', id], ['cases'], ['tasks']]
}

function Form(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const item = useQuery({
    queryKey: ['item', of.case.item],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: of.case.item } } })),
  })
  return (
    <Card size="small" title={<h2 className="card-title">申请表</h2>}>
      <Loaded of={item}>
        {data => (
          <RecordView
            schema={data.inForce.elements.form as Schema}
            value={(of.case.application?.form ?? {}) as FormValues}
          />
        )}
      </Loaded>
    </Card>
  )
}

const standingName = { none: '未提交', paper: '纸质', file: '电子文件', held: '本局已有' } as const

function HandedIn(props: { of: ShowCaseAnswer }) {
  const c = props.of.case
  const handedIn = c.application?.materials ?? []
  return (
    <Card size="small" title={<h2 className="card-title">申请材料</h2>}>
      {c.under?.materials.length === 0 ? <span className="quiet">该事项不要求提交材料。</span> : null}
      <ul className="checklist">
        {(c.under?.materials ?? []).map(m => {
          const standing = standingOf(m.key, handedIn)
          const isMissing = standing === 'none' && c.under?.requiredMaterials.includes(m.key)
          return (
            <li key={m.key}>
              <div>
                {m.name}
                {m.requirement ? <div className="quiet">{m.requirement}</div> : null}
                <FileList of={filesOf(m.key, handedIn).map(file => ({ id: file }))} />
              </div>
              {isMissing ? <Tag color="warning">缺</Tag> : <span className="quiet">{standingName[standing]}</span>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Papers(props: { of: ShowCaseAnswer; show: (number: string) => void; receipt: () => void }) {
  const { notices } = props.of.case
  return (
    <Card size="small" title={<h2 className="card-title">文书</h2>}>
      <ul className="missing-list" style={{ listStyle: 'none', paddingLeft: 0 }}>
        <li>
          <button type="button" className="as-link" onClick={props.receipt}>
            收件凭证
          </button>
        </li>
        {notices.map(n => (
          <li key={String(n.number)}>
            <button type="button" className="as-link" onClick={() => props.show(String(n.number))}>
              {n.displayNumber}
            </button>{' '}
            <span className="quiet">{n.seal ? '已用印' : '待用印'}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
