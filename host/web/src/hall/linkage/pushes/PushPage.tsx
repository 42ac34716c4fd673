import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useCallback, useState } from 'react'
import { useParams } from 'react-router'
import type { PushContent, ShowPushAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useWatched } from '../../../api/live'
import type { FormValues, Schema } from '../../../forms/plan'
import { ClockExplained } from '../../../kit/ClockExplained'
import { Code } from '../../../kit/Code'
import { DocumentLink } from '../../../kit/DocumentPreview'
import { Due } from '../../../kit/Due'
import { Facts } from '../../../kit/Facts'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RecordView } from '../../../kit/RecordView'
import { dayText, instantText } from '../../../words/dates'
import { spacedIdentifier } from '../../../words/identifiers'
import { licenceStateName } from '../../../words/licences'
import { pushStateName, topicName } from '../../../words/supervision'
import { useMay, useMe } from '../../shell/Session'
import { deedsAsHistory } from '../parts/deeds'
import { FeedbackLines } from '../parts/FeedbackLines'
import { LinkButton } from '../parts/LinkButton'
import { CaseLink, FeedbackLink, HolderLink, ItemLink, LicenceLink, newAddress } from '../parts/links'
import { Now } from '../parts/Now'
import { Part } from '../parts/Part'
import { Prose } from '../parts/Prose'
import { ClaimDialog } from './ClaimDialog'
import { isClaimedLate } from './claimed'
import { pushWords } from './words'

/** One push: what the department was told as it stood then, whether and by whom it was taken over, and what came of it. */
export default function PushPage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const push = useQuery({
    queryKey: ['push', id],
    queryFn: () => answer(api.GET('/api/pushes/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'push',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['push', id] }), [queries, id]),
  )
  const content = push.data?.push.content
  return (
    <Page
      title={content ? `推送：${topicName[content.topic]}` : '推送'}
      sub={content ? `${content.holder}，${content.itemName}` : undefined}
    >
      <Loaded of={push}>{data => (data.push.content ? <Shown of={data} content={data.push.content} /> : null)}</Loaded>
    </Page>
  )
}

function Shown(props: { of: ShowPushAnswer; content: PushContent }) {
  const { of, content } = props
  const { push } = of
  const me = useMe()
  const may = useMay()
  const [claiming, claim] = useState(false)
  const mine = push.recipient.code === me.organisation.code
  const open = !push.claim && (push.claimLimit !== null || push.isDeemedClaimed)
  const licence = content.licence?.identifier

  return (
    <div className="stack">
      <Now tasks={of.tasks} light={of.light} otherwise={standing(of)}>
        {mine && open && may('post /api/pushes/{id}/claim') ? (
          <Button type="primary" onClick={() => claim(true)}>
            认领
          </Button>
        ) : null}
        {mine && may('post /api/feedback') ? (
          <LinkButton to={newAddress('feedback', { push: of.id })}>反馈监管情况</LinkButton>
        ) : null}
        {mine && licence && may('post /api/requests') ? (
          <LinkButton to={newAddress('requests', { licence })}>提出监管申请</LinkButton>
        ) : null}
      </Now>
      <div className="columns">
        <div className="stack">
          <Part title="推送内容">
            <Facts
              label="推送内容"
              items={[
                ['事由', topicName[content.topic]],
                ['推送时间', instantText(push.pushedAt)],
                ['持证人（申请人）', content.holder],
                [
                  '证件号码',
                  <HolderLink key="holder" of={content.holderIdentifier}>
                    <span className="mono">{spacedIdentifier(content.holderIdentifier)}</span>
                  </HolderLink>,
                ],
                [
                  '事项',
                  <ItemLink key="item" of={content.item}>
                    {content.itemName}
                  </ItemLink>,
                ],
                ['办理单位', content.owner.name],
                [
                  '办件',
                  <CaseLink key="case" of={content.caseId}>
                    <span className="mono">{content.caseNumber}</span>
                  </CaseLink>,
                ],
                [
                  '决定',
                  content.granted === null || content.granted === undefined
                    ? undefined
                    : content.granted
                      ? '准予'
                      : '不予',
                ],
                ['推送给', push.recipient.name],
                ['推送期限', push.pushBy ? dayText(push.pushBy) : undefined],
                ['依据', push.basis ?? undefined],
                ['说明', content.reason ? <Prose key="reason">{content.reason}</Prose> : undefined],
              ]}
            />
          </Part>
          {content.licence ? (
            <Part title="证照（推送时）">
              <Facts
                label="证照"
                items={[
                  [
                    '名称',
                    <LicenceLink key="name" of={content.licence.identifier}>
                      {content.licence.name}
                    </LicenceLink>,
                  ],
                  ['状态', licenceStateName[content.licence.state]],
                  [
                    '标识',
                    <Code key="id" short={24}>
                      {content.licence.identifier}
                    </Code>,
                  ],
                  [
                    '有效期',
                    `${dayText(content.licence.validFrom)}起${content.licence.validUntil ? `，至${dayText(content.licence.validUntil)}` : '，长期'}`,
                  ],
                ]}
              />
            </Part>
          ) : null}
          <Told content={content} />
          {content.documents.length > 0 ? (
            <Part title="随附文书">
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {content.documents.map(d => (
                  <li key={d.number}>
                    <DocumentLink number={d.number} title={d.title} /> <span className="quiet">{d.displayNumber}</span>
                  </li>
                ))}
              </ul>
            </Part>
          ) : null}
          <Part title={licence ? '该证照的监管反馈' : '该当事人的监管反馈'}>
            <FeedbackLines about={licence ? { licence } : { holder: content.holderIdentifier }} />
          </Part>
        </div>
        <div className="stack">
          <Claimed of={of} />
          <Clock of={of} />
          <Part title="办理记录">
            <History of={deedsAsHistory(of.history)} />
          </Part>
        </div>
      </div>
      {claiming ? (
        <ClaimDialog id={of.id} what={`${content.holder}，${content.itemName}`} close={() => claim(false)} />
      ) : null}
    </div>
  )
}

function standing(of: ShowPushAnswer): string {
  if (of.state === 'deemedClaimed') return pushWords.deemed
  return of.state === 'told' ? pushWords.told : pushStateName[of.state]
}

function Claimed(props: { of: ShowPushAnswer }) {
  const { claim, claimLimit, inspection } = props.of.push
  if (!claim) return null
  return (
    <Part title="认领情况">
      {isClaimedLate({ claimDue: claimLimit?.due, claimedAt: claim.at }) ? (
        <Alert role="note" type="warning" showIcon title={pushWords.claimedLate} style={{ marginBottom: 8 }} />
      ) : null}
      <Facts
        label="认领情况"
        column={1}
        items={[
          ['科室', claim.office],
          ['认领人', claim.by],
          ['时间', instantText(claim.at)],
          ['备注', claim.remark ? <Prose key="remark">{claim.remark}</Prose> : undefined],
          [
            '首次检查',
            claim.firstInspectionOn ? (
              <Due key="first" day={claim.firstInspectionOn} plain={!!inspection} />
            ) : (
              '没有计划'
            ),
          ],
          [
            '已检查',
            inspection ? (
              <FeedbackLink key="done" of={inspection.feedback}>
                {dayText(inspection.on)}
              </FeedbackLink>
            ) : undefined,
          ],
        ]}
      />
    </Part>
  )
}

function Clock(props: { of: ShowPushAnswer }) {
  const { id, push } = props.of
  const clock = useQuery({
    queryKey: ['push', id, 'clock'],
    queryFn: () => answer(api.GET('/api/pushes/{id}/clock', { params: { path: { id } } })),
    enabled: push.claimLimit !== null,
  })
  if (push.claimLimit === null) return null
  return (
    <Part title="认领时限">
      <Loaded of={clock}>
        {data => (
          <>
            <p style={{ marginTop: 0 }}>{data.limit}</p>
            <ClockExplained name="认领时限" of={data.claim} />
          </>
        )}
      </Loaded>
    </Part>
  )
}

/** What the push rule names of the application, under the names of the item's form. */
function Told(props: { content: PushContent }) {
  const { content } = props
  const fields = content.fields as FormValues
  const names = Object.keys(fields)
  const item = useQuery({
    queryKey: ['item', content.item],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: content.item } } })),
    enabled: names.length > 0,
    staleTime: 3600_000,
  })
  if (names.length === 0) return null
  return (
    <Part title="申请内容（推送规则列明的）">
      <Loaded of={item} rows={2}>
        {data => <RecordView schema={onlyOf(data.inForce.elements.form as Schema | null, names)} value={fields} />}
      </Loaded>
    </Part>
  )
}

/** The schema with these fields alone; what a later version of the form no longer has stays under its own name. */
function onlyOf(schema: Schema | null, names: string[]): Schema {
  const known = schema?.properties ?? {}
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(n => [n, known[n] ?? { type: 'string', title: n }])),
  }
}
