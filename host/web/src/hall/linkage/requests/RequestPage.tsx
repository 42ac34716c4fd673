import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Steps } from 'antd'
import { useCallback, useState } from 'react'
import { useParams } from 'react-router'
import type { HolderHeard, RequestDecision, ShowRequestAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useWatched } from '../../../api/live'
import { ClockExplained } from '../../../kit/ClockExplained'
import { DocumentLink } from '../../../kit/DocumentPreview'
import { Facts } from '../../../kit/Facts'
import { FileList } from '../../../kit/Files'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { dayText, shortDay } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { LicenceStands } from '../parts/LicenceStands'
import { CaseLink } from '../parts/links'
import { Now } from '../parts/Now'
import { Part } from '../parts/Part'
import { Prose } from '../parts/Prose'
import { actionsOf, type RequestAction } from './actions'
import { AskForEvidence, SealPaper, SupplyEvidence, TakeBack, Verify } from './commands'
import { DecideRequest } from './DecideRequest'
import { CallHearing, HearHolder, TellHolder } from './HolderCommands'
import { type StageStep, stagesOf } from './stages'
import { requestWords } from './words'

const buttonOf: Record<RequestAction, string> = {
  verify: '核实',
  askForEvidence: '要求补充材料',
  tellHolder: '告知持证人',
  callHearing: '通知听证',
  hear: '听取持证人意见',
  decide: '作出决定',
  seal: '用印',
  supplyEvidence: '补充材料',
  takeBack: '撤回申请',
}

/** One formal request: the letter, the licence as it stands, how far it has come, and what whoever looks may do now. */
export default function RequestPage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const request = useQuery({
    queryKey: ['request', id],
    queryFn: () => answer(api.GET('/api/requests/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'request',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['request', id] }), [queries, id]),
  )
  const data = request.data
  return (
    <Page
      title={data ? `监管申请：${data.actName}${data.request.licence?.name ?? ''}` : '监管申请'}
      sub={
        data
          ? `${data.request.department.name}来函（${data.request.letter?.number ?? ''}），${data.request.licence?.holder ?? ''}`
          : undefined
      }
    >
      <Loaded of={request}>{shown => <Shown of={shown} />}</Loaded>
    </Page>
  )
}

function Shown(props: { of: ShowRequestAnswer }) {
  const { of } = props
  const { request } = of
  const me = useMe()
  const [doing, act] = useState<RequestAction>()
  const close = () => act(undefined)
  const actions = actionsOf(request, me)
  const stages = stagesOf(request)

  return (
    <div className="stack">
      <Steps
        size="small"
        aria-label="阶段"
        current={currentOf(stages)}
        items={stages.map(s => ({
          title: s.title,
          status: s.status,
          content: s.note ? <span className="nowrap">{shortDay(s.note)}</span> : undefined,
        }))}
      />
      <Now tasks={of.tasks} light={of.light} otherwise={<strong>{of.stageName}</strong>}>
        {actions.length > 0
          ? actions.map((action, index) => (
              <Button
                key={action}
                type={index === 0 && action !== 'takeBack' ? 'primary' : 'default'}
                danger={action === 'takeBack'}
                onClick={() => act(action)}
              >
                {buttonOf[action]}
              </Button>
            ))
          : null}
      </Now>
      {request.stage === 'takenBack' ? (
        <Alert role="note" type="info" showIcon title={`部门已撤回：${request.takenBackWhy ?? ''}`} />
      ) : null}
      <div className="columns">
        <div className="stack">
          <LetterPart of={of} />
          {request.licence ? (
            <Part title="证照现状">
              <LicenceStands identifier={request.licence.identifier} />
              <p className="quiet" style={{ margin: '8px 0 0' }}>
                原办件 <CaseLink of={request.licence.caseId}>{request.licence.caseNumber}</CaseLink>，
                {dayText(request.licence.appliedOn)}申请。
              </p>
            </Part>
          ) : null}
          {request.verification ? (
            <Part title="核实">
              <Facts
                label="核实"
                items={[
                  ['结论', <strong key="upheld">{request.verification.upheld ? '情况属实' : '情况不属实'}</strong>],
                  ['核实人', `${request.verification.byName}，${dayText(request.verification.on)}`],
                  ['情况', <Prose key="findings">{request.verification.findings}</Prose>],
                ]}
              />
              {request.isOpen && request.verification.upheld ? (
                <p className="quiet" style={{ margin: '8px 0 0' }}>
                  {request.mustHear ? requestWords.mustHear : requestWords.needNotHear}
                </p>
              ) : null}
            </Part>
          ) : null}
          <Holder of={of} />
          {request.decision ? <Decision of={request.decision} /> : null}
        </div>
        <div className="stack">
          <Clock of={of} />
          <Papers of={of} />
          <Part title="办理记录">
            <Record of={of} />
          </Part>
        </div>
      </div>
      {doing === 'verify' ? <Verify of={of} close={close} /> : null}
      {doing === 'askForEvidence' ? <AskForEvidence of={of} close={close} /> : null}
      {doing === 'supplyEvidence' ? <SupplyEvidence of={of} close={close} /> : null}
      {doing === 'takeBack' ? <TakeBack of={of} close={close} /> : null}
      {doing === 'tellHolder' ? <TellHolder of={of} close={close} /> : null}
      {doing === 'callHearing' ? <CallHearing of={of} close={close} /> : null}
      {doing === 'hear' ? <HearHolder of={of} close={close} /> : null}
      {doing === 'decide' ? <DecideRequest of={of} close={close} /> : null}
      {doing === 'seal' ? <SealPaper of={of} close={close} /> : null}
    </div>
  )
}

function currentOf(stages: StageStep[]): number {
  const now = stages.findIndex(s => s.status === 'process')
  return now < 0 ? stages.length - 1 : now
}

function LetterPart(props: { of: ShowRequestAnswer }) {
  const { request, actName, groundName, effect } = props.of
  return (
    <Part title="来函">
      <Facts
        label="来函"
        items={[
          ['请求', <strong key="act">{actName}证照</strong>],
          ['情形', groundName],
          ['具体内容', effect ?? undefined],
          ['来函', `${request.letter?.number ?? ''}，${dayText(request.letter?.on)}`],
          ['来函部门', request.department.name],
          ['答复单位', request.owner.name],
          ['依据', request.article],
          ['事实和理由', <Prose key="reason">{request.reason}</Prose>],
        ]}
      />
      <h3 style={{ fontSize: 14, margin: '12px 0 4px' }}>证据材料</h3>
      <FileList of={request.evidence.map((id, i) => ({ id, name: `证据${i + 1}` }))} />
      {request.act?.$type === 'change' && request.act.consent ? (
        <FileList of={[{ id: request.act.consent, name: '持证人的书面同意' }]} />
      ) : null}
      {request.evidenceAsked ? (
        <Alert
          role="note"
          type="info"
          showIcon
          style={{ marginTop: 10 }}
          title={`${dayText(request.evidenceAskedOn)}要求补充：${request.evidenceAsked}`}
        />
      ) : null}
    </Part>
  )
}

function Holder(props: { of: ShowRequestAnswer }) {
  const { request } = props.of
  if (!request.toldOn) return null
  const { hearing, heard } = request
  return (
    <Part title="持证人的意见">
      <Facts
        label="持证人的意见"
        items={[
          ['告知日期', dayText(request.toldOn)],
          ['可以申请听证至', dayText(request.speakBy)],
          ['申请听证', hearing ? dayText(hearing.appliedOn) : undefined],
          ['听证时间', hearing ? dayText(hearing.on) : undefined],
          ['听证地点', hearing?.place],
          ['主持人', hearing?.chair],
          ['听取意见', heard ? <HeardText key="heard" of={heard} /> : '尚未听取'],
        ]}
      />
      {heard ? <HeardFiles of={heard} /> : null}
    </Part>
  )
}

function HeardText(props: { of: HolderHeard }) {
  const { of } = props
  switch (of.$type) {
    case 'statement':
      return (
        <Prose>
          {dayText(of.on)}陈述、申辩：{of.summary}
        </Prose>
      )
    case 'hearing':
      return (
        <Prose>
          {dayText(of.on)}听证（主持人{of.chair}）：{of.summary}
        </Prose>
      )
    case 'waived':
      return <>{dayText(of.on)}表示放弃陈述、申辩和听证</>
    default:
      return <>{requestWords.silent}</>
  }
}

function HeardFiles(props: { of: HolderHeard }) {
  const { of } = props
  if (of.$type === 'hearing') return <FileList of={[{ id: of.record, name: '听证笔录' }]} />
  if (of.$type === 'statement' || of.$type === 'waived') return <FileList of={of.attachments.map(id => ({ id }))} />
  return null
}

function Decision(props: { of: RequestDecision }) {
  const { of } = props
  return (
    <Part title="决定">
      <Facts
        label="决定"
        items={[
          ['结果', <strong key="result">{of.accepted ? '采纳' : '不予采纳'}</strong>],
          ['日期', dayText(of.on)],
          ['文号', of.document ?? undefined],
          [
            '理由',
            <ul key="reasons" style={{ margin: 0, paddingLeft: 18 }}>
              {of.reasons.map(r => (
                <li key={r.text}>
                  {r.text}
                  {r.article ? <span className="quiet">（{r.article}）</span> : null}
                </li>
              ))}
            </ul>,
          ],
          [
            '公共利益',
            of.publicInterest ? (
              <Prose key="interest">
                {of.publicInterest.greatHarm ? '可能造成重大损害：' : '不致造成重大损害：'}
                {of.publicInterest.weighing}
              </Prose>
            ) : undefined,
          ],
          ['对损失的考虑', of.recompense ? <Prose key="recompense">{of.recompense}</Prose> : undefined],
        ]}
      />
    </Part>
  )
}

function Clock(props: { of: ShowRequestAnswer }) {
  const { id, version, request } = props.of
  const clock = useQuery({
    queryKey: ['request', id, 'clock', version],
    queryFn: () => answer(api.GET('/api/requests/{id}/clock', { params: { path: { id } } })),
  })
  return (
    <Part title="答复时限">
      {request.delays.map(d => (
        <Alert
          role="note"
          key={`${d.key}${d.due}`}
          type="warning"
          showIcon
          title={`${d.title}超期：应于${dayText(d.due)}前完成${d.doneOn ? `，${dayText(d.doneOn)}完成` : ''}`}
          style={{ marginBottom: 8 }}
        />
      ))}
      <Loaded of={clock}>{data => <ClockExplained name="答复时限" of={data} />}</Loaded>
    </Part>
  )
}

function Papers(props: { of: ShowRequestAnswer }) {
  const { papers } = props.of
  return (
    <Part title="文书">
      {papers.length === 0 ? <span className="quiet">还没有文书。</span> : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} className="stack">
        {papers.map(p => (
          <li key={p.number}>
            <DocumentLink number={p.number} title={p.title} />
            <div className="quiet">
              {p.displayNumber}，{dayText(p.issuedOn)}，{p.sealed ? '已用印' : '待用印'}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Record(props: { of: ShowRequestAnswer }) {
  const { id, version } = props.of
  const history = useQuery({
    queryKey: ['request', id, 'history', version],
    queryFn: () => answer(api.GET('/api/requests/{id}/history', { params: { path: { id } } })),
  })
  return <Loaded of={history}>{lines => <History of={lines} more={line => saidIn(line.data)} />}</Loaded>
}

/** What an event says in words. */
function saidIn(data: unknown) {
  const said = data as Record<'what' | 'findings' | 'remark', unknown> | null
  const text = said?.what ?? said?.findings ?? said?.remark
  return typeof text === 'string' && text !== '' ? <Prose>{text}</Prose> : null
}
