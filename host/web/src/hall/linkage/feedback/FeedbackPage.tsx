import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useCallback, useState } from 'react'
import { useParams } from 'react-router'
import type { FeedbackContent, ShowFeedbackAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useWatched } from '../../../api/live'
import { Facts } from '../../../kit/Facts'
import { FileList } from '../../../kit/Files'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { yuanText } from '../../../words/amounts'
import { dayText, instantText } from '../../../words/dates'
import { spacedIdentifier } from '../../../words/identifiers'
import { limitText } from '../../../words/limits'
import { normOutcomeName, subjectKindName } from '../../../words/requests'
import { feedbackKindName } from '../../../words/supervision'
import { useMay, useMe } from '../../shell/Session'
import { LicenceStands } from '../parts/LicenceStands'
import { HolderLink, ItemLink } from '../parts/links'
import { Now } from '../parts/Now'
import { Part } from '../parts/Part'
import { Prose } from '../parts/Prose'
import { CloseFinding, CorrectFeedback, RetractFeedback, SettleNorm } from './commands'
import { feedbackWords } from './words'

type Doing = 'correct' | 'retract' | 'close' | 'settle'

/** One feedback: what was reported, what became of it, and who did what. */
export default function FeedbackPage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const feedback = useQuery({
    queryKey: ['feedback', id],
    queryFn: () => answer(api.GET('/api/feedback/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'feedback',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['feedback', id] }), [queries, id]),
  )
  const kind = feedback.data?.feedback.content?.kind
  const subject = feedback.data?.feedback.subject
  return (
    <Page
      title={kind ? `监管反馈：${feedbackKindName[kind]}` : '监管反馈'}
      sub={subject ? [subject.holder, subject.itemName].filter(Boolean).join('，') : undefined}
    >
      <Loaded of={feedback}>{data => <Shown of={data} />}</Loaded>
    </Page>
  )
}

function Shown(props: { of: ShowFeedbackAnswer }) {
  const { of } = props
  const { feedback } = of
  const me = useMe()
  const may = useMay()
  const [doing, act] = useState<Doing>()
  const close = () => act(undefined)
  const mine = feedback.reporter.code === me.organisation.code
  const kind = feedback.content?.kind

  return (
    <div className="stack">
      <Now
        tasks={of.state === 'open' ? (feedback.tasks ?? []) : []}
        otherwise={
          <>
            <strong>{of.stateName}</strong>
            {of.adverse ? <span className="quiet">　对持证人不利，审批时提示</span> : null}
          </>
        }
      >
        {mine && of.state === 'open' && kind === 'finding' && may('post /api/feedback/{id}/close-finding') ? (
          <Button type="primary" onClick={() => act('close')}>
            核查整改
          </Button>
        ) : null}
        {of.state === 'open' &&
        feedback.norm?.organisation.code === me.organisation.code &&
        may('post /api/feedback/{id}/settle-norm') ? (
          <Button type="primary" onClick={() => act('settle')}>
            研究处理
          </Button>
        ) : null}
        {mine && (of.state === 'reported' || of.state === 'open') && may('post /api/feedback/{id}/correct') ? (
          <Button onClick={() => act('correct')}>更正</Button>
        ) : null}
        {mine && of.state !== 'retracted' && may('post /api/feedback/{id}/retract') ? (
          <Button danger onClick={() => act('retract')}>
            撤回
          </Button>
        ) : null}
      </Now>
      {feedback.retractedBecause ? (
        <Alert role="note" type="info" showIcon title={`已撤回：${feedback.retractedBecause}`} />
      ) : null}
      {feedback.delays.some(d => d.key === 'report') ? (
        <Alert role="note" type="warning" showIcon title={feedbackWords.late} />
      ) : null}
      <div className="columns">
        <div className="stack">
          <Part title="反馈内容">
            {feedback.content ? <Content of={feedback.content} /> : null}
            {feedback.attachments.length > 0 ? (
              <div style={{ marginTop: 10 }}>
                <FileList of={feedback.attachments.map(id => ({ id }))} />
              </div>
            ) : null}
          </Part>
          {feedback.closure ? (
            <Part title="整改核查">
              <Facts
                label="整改核查"
                items={[
                  ['结论', feedback.closure.rectified ? '已整改' : '未整改'],
                  ['核查日期', dayText(feedback.closure.on)],
                  ['情况', <Prose key="words">{feedback.closure.words}</Prose>],
                ]}
              />
            </Part>
          ) : null}
          {feedback.settlement ? (
            <Part title="研究处理结果">
              <Facts
                label="研究处理结果"
                items={[
                  ['结果', normOutcomeName[feedback.settlement.outcome]],
                  ['日期', dayText(feedback.settlement.on)],
                  ['事项版本', feedback.settlement.itemVersion ?? undefined],
                  ['说明', <Prose key="words">{feedback.settlement.words}</Prose>],
                ]}
              />
            </Part>
          ) : null}
          <Subject of={of} />
        </div>
        <div className="stack">
          <Part title="反馈情况">
            <Facts
              label="反馈情况"
              column={1}
              items={[
                ['反馈部门', feedback.reporter.name],
                ['反馈人', feedback.reportedBy],
                ['时间', instantText(feedback.reportedAt)],
                [
                  '反馈时限',
                  feedback.limit
                    ? `${limitText(feedback.limit.deadline.limit)}，至${dayText(feedback.limit.due)}`
                    : undefined,
                ],
                ['处理单位', feedback.norm?.organisation.name],
                ['处理时限', feedback.norm ? dayText(feedback.norm.limit.due) : undefined],
                ['外部编号', feedback.external?.id],
              ]}
            />
          </Part>
          <Part title="办理记录">
            <History of={of.history} more={line => reasonOf(line.data)} />
          </Part>
        </div>
      </div>
      {doing === 'correct' ? <CorrectFeedback of={of} close={close} /> : null}
      {doing === 'retract' ? <RetractFeedback of={of} close={close} /> : null}
      {doing === 'close' ? <CloseFinding of={of} close={close} /> : null}
      {doing === 'settle' ? <SettleNorm of={of} close={close} /> : null}
    </div>
  )
}

/** Why, where an event says so. */
function reasonOf(data: unknown) {
  const said = data as { reason?: unknown; words?: unknown } | null
  const text = said?.reason ?? said?.words
  return typeof text === 'string' ? <Prose>{text}</Prose> : null
}

function Content(props: { of: FeedbackContent }) {
  const { of } = props
  switch (of.$type) {
    case 'inspection':
      return (
        <Facts
          label="监督检查"
          items={[
            ['检查日期', dayText(of.on)],
            ['结论', <strong key="passed">{of.passed ? '合格' : '不合格'}</strong>],
            ['检查人员', of.inspectors.join('、')],
            ['检查情况', <Prose key="findings">{of.findings}</Prose>],
          ]}
        />
      )
    case 'finding':
      return (
        <Facts
          label="问题线索"
          items={[
            ['发现日期', dayText(of.on)],
            ['整改期限', dayText(of.rectifyBy)],
            ['问题', <Prose key="fault">{of.fault}</Prose>],
          ]}
        />
      )
    case 'penalty':
      return (
        <Facts
          label="行政处罚"
          items={[
            ['文号', of.document],
            ['决定日期', dayText(of.on)],
            ['种类', of.sanction],
            ['罚没金额', of.amount ? yuanText(of.amount) : '无'],
            ['依据', of.article],
          ]}
        />
      )
    case 'credit':
      return (
        <Facts
          label="信用信息"
          items={[
            ['性质', of.good ? '守信' : '失信'],
            ['等级', of.level],
            ['来源', of.source],
            ['有效期', `${dayText(of.from)}起${of.until ? `，至${dayText(of.until)}` : '，长期'}`],
          ]}
        />
      )
    case 'normChange':
      return (
        <Facts
          label="政策标准调整"
          items={[
            ['文号', of.document],
            ['文件日期', dayText(of.issuedOn)],
            ['施行日期', dayText(of.from)],
            ['调整内容', <Prose key="what">{of.what}</Prose>],
          ]}
        />
      )
    default:
      return null
  }
}

function Subject(props: { of: ShowFeedbackAnswer }) {
  const subject = props.of.feedback.subject
  if (!subject) return null
  if (subject.licence)
    return (
      <Part title="针对的证照（现状）">
        <LicenceStands identifier={subject.licence} />
      </Part>
    )
  return (
    <Part title={`针对的${subjectKindName[subject.kind]}`}>
      {subject.item ? (
        <ItemLink of={subject.item}>{subject.itemName}</ItemLink>
      ) : subject.holderIdentifier ? (
        <HolderLink of={subject.holderIdentifier}>
          {subject.holder} <span className="mono">{spacedIdentifier(subject.holderIdentifier)}</span>
        </HolderLink>
      ) : (
        subject.holder
      )}
    </Part>
  )
}
