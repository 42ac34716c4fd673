import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import type { FeedbackRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Loaded } from '../../kit/Loaded'
import { dayText, localToday } from '../../words/dates'
import { feedbackKindName, feedbackStateName, feedbackText } from '../../words/supervision'
import { Section } from './Section'
import { words } from './words'

/** 监管反馈: what supervision reported of the applicant and of the item's norms, what speaks against him first. */
export function CaseFeedback({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['case', id, 'feedback'],
    queryFn: () => answer(api.GET('/api/cases/{id}/feedback', { params: { path: { id } } })),
  })
  return (
    <div id="supervision">
      <Section title="监管反馈">
        <Loaded of={query}>
          {data => (
            <div className="stack" style={{ gap: 10 }}>
              {data.cautions.map(c => (
                <Alert
                  role="note"
                  key={c.licence}
                  type="warning"
                  showIcon
                  title={c.text}
                  description={`${c.article}，至${dayText(c.until)}。`}
                />
              ))}
              {data.holder.length === 0 ? (
                <span className="quiet">{words.noFeedback}</span>
              ) : (
                <>
                  {data.adverse > 0 ? <Alert role="note" type="info" showIcon title={words.feedbackCaution} /> : null}
                  <FeedbackLines of={data.holder} />
                </>
              )}
              {data.norms.length > 0 ? (
                <section aria-label="本事项的政策标准调整">
                  <h3 style={{ fontSize: 14, margin: '0 0 2px' }}>本事项的政策标准调整</h3>
                  <FeedbackLines of={data.norms} />
                </section>
              ) : null}
            </div>
          )}
        </Loaded>
      </Section>
    </div>
  )
}

/** Whether it speaks against the holder today. */
export function isAdverse(row: FeedbackRow, today = localToday()): boolean {
  return row.adverse && row.state !== 'retracted' && !(row.countsUntil && row.countsUntil < today)
}

export function FeedbackLines(props: { of: readonly FeedbackRow[] }) {
  return (
    <ul className="materials">
      {props.of.map(row => (
        <li key={row.id}>
          <Link to={`/feedback/${encodeURIComponent(row.id)}`}>{feedbackKindName[row.kind]}</Link>
          {isAdverse(row) ? (
            <span className="light near">
              <i aria-hidden="true" />
              不利
            </span>
          ) : null}
          <span className="quiet">{feedbackStateName[row.state]}</span>
          <span className="quiet end">
            {row.organisationName} {dayText(row.happenedOn)}
          </span>
          <div style={{ width: '100%' }}>
            {feedbackText(row.content)}
            {row.itemName ? <span className="quiet">　{row.itemName}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
