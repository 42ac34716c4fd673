import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Steps, Table, Tag } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { MemorandumAnswer, MemorandumItem, PushRule } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useWatched } from '../../../api/live'
import { planOf, type Schema } from '../../../forms/plan'
import { Facts } from '../../../kit/Facts'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { noticeTitle } from '../../../words/cases'
import { anyLimit, anyLimitText, ifSilentName, memorandumStatusName } from '../../../words/catalogue'
import { dayText, instantText } from '../../../words/dates'
import { limitText } from '../../../words/limits'
import { topicName } from '../../../words/supervision'
import { useMay } from '../../shell/Session'
import { Section } from '../parts/Section'
import { EndForm } from './EndForm'
import { Filings } from './Filings'
import { HandoverList } from './HandoverList'
import { stepNameOf, useElements } from './items'
import { SealsConcerned } from './SealsConcerned'
import { SettleForm } from './SettleForm'
import { SignForm } from './SignForm'
import { openItems, stageLine } from './stage'

/** 一份审管衔接备忘录: where it stands, what it says, and what is to be done next and by whom. */
export default function MemorandumPage() {
  const { id = '' } = useParams()
  const may = useMay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [ending, setEnding] = useState(false)
  const memorandum = useQuery({
    queryKey: ['memorandum', id],
    queryFn: () => answer(api.GET('/api/memoranda/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'memorandum',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['memorandum', id] }), [queries, id]),
  )
  const { content, effectiveFrom, endedAt } = memorandum.data?.memorandum ?? {}

  return (
    <Page
      title={content?.title ?? '审管衔接备忘录'}
      sub={
        memorandum.data ? (
          <>
            {content?.number}　<Tag>{memorandumStatusName[memorandum.data.status]}</Tag>
          </>
        ) : undefined
      }
      actions={
        memorandum.data && !endedAt ? (
          <>
            {!effectiveFrom && may('put /api/memoranda/{id}') ? (
              <Button onClick={() => navigate(`/memoranda/${id}/draft`)}>修改</Button>
            ) : null}
            {effectiveFrom && may('post /api/memoranda/{id}/amendments') ? (
              <Button onClick={() => navigate(`/memoranda/${id}/amend`)}>修订</Button>
            ) : null}
            {effectiveFrom && may('post /api/memoranda/{id}/end') ? (
              <Button danger onClick={() => setEnding(true)}>
                终止
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <Loaded of={memorandum} rows={12}>
        {data => (
          <>
            <Standing of={data} />
            <div className="columns">
              <div className="stack">
                <SignForm of={data} />
                <Items of={data} />
                <PushRules of={data} />
                <HandoverList of={data} />
              </div>
              <div className="stack">
                <Section title="双方">
                  <Facts
                    column={1}
                    items={[
                      ['移交方', side(data, 'from')],
                      ['承接方', side(data, 'to')],
                      ['交接日期', dayText(content?.handoverOn)],
                      ['生效时间', effectiveFrom ? instantText(effectiveFrom) : '双方签字后生效'],
                      ['终止时间', endedAt ? instantText(endedAt) : undefined],
                    ]}
                  />
                </Section>
                <Filings of={data} />
                <SealsConcerned of={data} />
                <Papers of={data} />
                <Record id={id} />
              </div>
            </div>
            {ending ? <EndForm of={data} close={() => setEnding(false)} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Standing(props: { of: MemorandumAnswer }) {
  const line = stageLine(props.of.memorandum, new Date().toISOString())
  const current = line.stages.findIndex(s => s.state === 'now')
  return (
    <div className="stack" style={{ marginBottom: 14 }}>
      <Section title="办到哪一步">
        <Steps
          size="small"
          responsive
          current={current < 0 ? line.stages.length : current}
          items={line.stages.map(s => ({
            title: s.title,
            content: s.note,
            status: s.state === 'done' ? 'finish' : s.state === 'now' ? 'process' : 'wait',
          }))}
        />
        {line.next ? (
          <Alert role="status" type="info" showIcon style={{ marginTop: 12 }} title={`下一步：${line.next}`} />
        ) : null}
      </Section>
    </div>
  )
}

function side(of: MemorandumAnswer, which: 'from' | 'to') {
  const signed = of.memorandum.signatures.find(s => s.side === which)
  return (
    <>
      <strong>{of.memorandum.content?.[which].name}</strong>
      <div className="quiet">
        {signed
          ? `${signed.name}${signed.position ? `（${signed.position}）` : ''}，${dayText(signed.on)}签字`
          : '尚未签字'}
      </div>
    </>
  )
}

function Items(props: { of: MemorandumAnswer }) {
  const { of } = props
  const may = useMay()
  const [settling, setSettling] = useState<MemorandumItem>()
  const items = of.memorandum.content?.items ?? []
  const elements = useElements(items.map(i => i.item))
  const open = openItems(of.memorandum)
  const { effectiveFrom, endedAt, agreements } = of.memorandum
  const maySettle = !!effectiveFrom && !endedAt && may('post /api/memoranda/{id}/boundaries')
  const nameOf = (code: string) => elements.get(code)?.name ?? code
  return (
    <Section title={`事项与职责边界（${items.length}个事项）`}>
      <Table
        size="small"
        pagination={false}
        rowKey="item"
        tableLayout="fixed"
        dataSource={items}
        columns={[
          {
            title: '事项',
            width: '24%',
            render: (_, i) => (
              <>
                <Link to={`/items/${i.item}?tab=ownership`}>{nameOf(i.item)}</Link>
                {open.includes(i.item) ? (
                  <div>
                    <Tag>边界尚未明确</Tag>
                    {maySettle ? (
                      <Button size="small" aria-label={`明确边界：${nameOf(i.item)}`} onClick={() => setSettling(i)}>
                        明确边界
                      </Button>
                    ) : null}
                  </div>
                ) : null}
                {agreements
                  .filter(a => a.item === i.item)
                  .map(a => (
                    <div key={a.document} className="quiet">
                      边界由{a.document}明确
                    </div>
                  ))}
              </>
            ),
          },
          { title: '审批职责', render: (_, i) => i.approves || <span className="quiet">尚未商定</span> },
          {
            title: '监管职责',
            render: (_, i) => (
              <>
                {i.supervises || <span className="quiet">尚未商定</span>}
                <div className="quiet">监管部门：{i.supervisor.name}</div>
              </>
            ),
          },
          {
            title: '技术支撑',
            width: '28%',
            render: (_, i) =>
              i.support.length > 0 ? (
                i.support.map(s => (
                  <div key={s.stepKey}>
                    {stepNameOf(elements.get(i.item), s.stepKey)}：{s.lead.name}主体责任
                    {s.helper ? `，${s.helper.name}配合责任` : ''}，{limitText(s.limit)}
                    <div className="quiet">{ifSilentName[s.ifSilent ?? 'wait']}</div>
                  </div>
                ))
              ) : (
                <span className="quiet">没有约定</span>
              ),
          },
        ]}
      />
      {settling ? (
        <SettleForm of={of} item={settling} name={nameOf(settling.item)} close={() => setSettling(undefined)} />
      ) : null}
    </Section>
  )
}

function PushRules(props: { of: MemorandumAnswer }) {
  const { content } = props.of.memorandum
  const elements = useElements((content?.items ?? []).map(i => i.item))
  const labels = new Map(
    [...elements.values()].flatMap(e =>
      planOf(e.form as Schema).flatMap(g => g.fields.map(f => [f.name, f.label] as const)),
    ),
  )
  return (
    <Section title="审管信息推送">
      <Table<PushRule>
        size="small"
        pagination={false}
        rowKey={r => `${r.recipient.code}${r.topics.join()}`}
        dataSource={content?.pushRules ?? []}
        locale={{ emptyText: '没有约定推送' }}
        columns={[
          { title: '推送对象', render: (_, r) => r.recipient.name, width: 160 },
          { title: '环节', render: (_, r) => r.topics.map(t => topicName[t]).join('、'), width: 150 },
          {
            title: '时限',
            width: 160,
            render: (_, r) => (
              <>
                推送：{limitText(r.within)}
                <div className="quiet">
                  {anyLimit(r.claimWithin) ? `认领：${anyLimitText(r.claimWithin)}` : '认领按本地区规定'}
                </div>
              </>
            ),
          },
          {
            title: '内容',
            render: (_, r) => (
              <>
                {r.content}
                {(r.fields ?? []).length > 0 ? (
                  <div className="quiet">申请表：{(r.fields ?? []).map(f => labels.get(f) ?? f).join('、')}</div>
                ) : null}
                <div className="quiet">
                  文书：{r.documents ? r.documents.map(d => noticeTitle[d]).join('、') : '决定书'}
                </div>
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Papers(props: { of: MemorandumAnswer }) {
  const { amendments, agreements } = props.of.memorandum
  if (amendments.length + agreements.length === 0) return null
  return (
    <Section title="修订与商定">
      <ul className="plain-list">
        {amendments.map(a => (
          <li key={a.document}>
            {dayText(a.on)}，{a.document}修订
          </li>
        ))}
        {agreements.map(a => (
          <li key={a.document}>{a.document}明确职责边界</li>
        ))}
      </ul>
    </Section>
  )
}

function Record(props: { id: string }) {
  const { id } = props
  const history = useQuery({
    queryKey: ['memorandum', id, 'history'],
    queryFn: () => answer(api.GET('/api/memoranda/{id}/history', { params: { path: { id } } })),
  })
  return (
    <Section title="记录">
      <Loaded of={history}>{lines => <History of={lines} />}</Loaded>
    </Section>
  )
}
