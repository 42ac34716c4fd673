import { TeamOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Tag } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useWatched } from '../../api/live'
import { Code } from '../../kit/Code'
import { Due } from '../../kit/Due'
import { Light } from '../../kit/Light'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { caseLight } from '../../words/cases'
import { useMe } from '../shell/Session'
import { CaseActions } from './CaseActions'
import { CaseClock } from './CaseClock'
import { CaseDecision } from './CaseDecision'
import { CaseDocuments } from './CaseDocuments'
import { CaseFacts } from './CaseFacts'
import { CaseFeedback } from './CaseFeedback'
import { CaseForm } from './CaseForm'
import { CaseHistory } from './CaseHistory'
import { CaseOpinions } from './CaseOpinions'
import { CasePushes } from './CasePushes'
import { myTasks } from './caseContext'
import { NextTask } from './NextTask'
import { PaperToSeal } from './PaperToSeal'
import { Section } from './Section'
import { StepLine } from './StepLine'
import { usePresent } from './usePresent'
import { words } from './words'

/** 办件: all of it on one page, and what is to be done on it by whoever looks. */
export default function CasePage() {
  const { id = '' } = useParams()
  return <CaseById key={id} id={id} />
}

function CaseById({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  })
  const news = useNews(id)
  const others = usePresent('case', id)
  if (query.data === undefined)
    return (
      <Page title="办件">
        <Loaded of={query} rows={8}>
          {() => null}
        </Loaded>
      </Page>
    )
  return (
    <Page
      title={query.data.case.itemName}
      sub={<Head of={query.data} others={others} />}
      actions={<NextTask id={id} tasks={query.data.tasks} />}
    >
      <div role="status" aria-live="polite">
        {news.text ? (
          <Alert role="presentation" type="info" showIcon banner closable={{ onClose: news.seen }} title={news.text} />
        ) : null}
      </div>
      <Loaded of={query}>{data => <Content of={data} />}</Loaded>
    </Page>
  )
}

function Head(props: { of: ShowCaseAnswer; others: string[] }) {
  const { case: c, light, stageName, adverse } = props.of
  const applicant = c.application?.applicant
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' }}>
      {applicant ? <Link to={`/holders/${encodeURIComponent(applicant.identifier)}`}>{applicant.name}</Link> : null}
      <Code>{c.number}</Code>
      <Tag style={{ margin: 0 }}>{stageName}</Tag>
      {light ? <Light of={caseLight(light)} /> : null}
      {c.stage === 'inReview' ? (
        <span>
          承诺 <Due day={c.promised?.due} />
          ，法定 <Due day={c.statutory?.due} />
        </span>
      ) : null}
      {adverse ? (
        <a href="#supervision" style={{ color: '#8a5200' }}>
          {adverse}条不利监管反馈
        </a>
      ) : null}
      {props.others.length > 0 ? (
        <span role="status">
          <TeamOutlined aria-hidden /> {words.alsoOpen(props.others)}
        </span>
      ) : null}
    </div>
  )
}

function Content({ of }: { of: ShowCaseAnswer }) {
  const me = useMe()
  const { case: c, id } = of
  const mine = myTasks(me, of.tasks)
  const [seal, setSeal] = useState<string>()
  return (
    <div className="case-columns">
      <div className="stack">
        {mine.some(t => t.key === 'seal') ? <PaperToSeal of={of} seal={seal} /> : null}
        <Section title="办理步骤">
          <StepLine of={c} />
        </Section>
        {c.decision ? <CaseDecision of={of} /> : null}
        <CaseForm of={c} />
        {of.adverse === null || of.adverse === undefined ? null : <CaseFeedback id={id} />}
        <CaseOpinions of={c} />
        <CaseFacts of={c} />
        <CasePushes id={id} />
        <CaseHistory id={id} />
      </div>
      <aside className="stack" aria-label="办理">
        <CaseActions of={of} mine={mine} seal={seal} chooseSeal={setSeal} />
        {c.statutory ? <CaseClock of={of} /> : null}
        <CaseDocuments of={c} />
      </aside>
    </div>
  )
}

/** Somebody else has changed what is on the screen: it is asked anew, and who it was is said. */
function useNews(id: string): { text: string | undefined; seen: () => void } {
  const queries = useQueryClient()
  const me = useMe()
  const [text, setText] = useState<string>()
  useWatched(
    'case',
    id,
    useCallback(
      async (version: number) => {
        const shown = queries.getQueryData<ShowCaseAnswer>(['case', id])
        if (shown && version !== 0 && version <= shown.version) return
        await queries.invalidateQueries({ queryKey: ['case', id] })
        try {
          const lines = await answer(api.GET('/api/cases/{id}/history', { params: { path: { id } } }))
          queries.setQueryData(['case', id, 'history'], lines)
          const others = lines.filter(l => l.version > (shown?.version ?? 0) && l.by.id !== me.id)
          const last = others[others.length - 1]
          if (last) setText(words.changedBy(last.by.name, last.title))
        } catch {
          // Who it was is worth nothing without the case itself, which is asked anew anyhow.
        }
      },
      [queries, id, me.id],
    ),
  )
  return { text, seen: () => setText(undefined) }
}
