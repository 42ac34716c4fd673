import { Button, Empty, Tag } from 'antd'
import type { FeedbackRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { usePages } from '../../../api/pages'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { dayText } from '../../../words/dates'
import { feedbackKindName, feedbackStateName, feedbackText } from '../../../words/supervision'
import { FeedbackLink } from './links'

/** What supervision reported on a licence or a holder, in short. */
export function FeedbackLines(props: { about: { licence?: string; holder?: string } }) {
  const rows = usePages(['feedback', props.about], after =>
    answer(api.GET('/api/feedback', { params: { query: { ...props.about, after, limit: 20 } } })),
  )
  if (rows.fault) return <RefusalAlert of={rows.fault} again={rows.again} />
  if (!rows.loading && rows.rows.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有监管反馈。" />
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} className="stack">
        {rows.rows.map((r: FeedbackRow) => (
          <li key={r.id}>
            <FeedbackLink of={r.id}>{feedbackKindName[r.kind]}</FeedbackLink>{' '}
            <span className="quiet">
              {dayText(r.happenedOn)}，{r.organisationName}
            </span>{' '}
            <Tag>{feedbackStateName[r.state]}</Tag>
            {r.late ? <Tag>超期反馈</Tag> : null}
            <div>{feedbackText(r.content)}</div>
          </li>
        ))}
      </ul>
      {rows.more ? (
        <Button type="link" onClick={rows.more} loading={rows.loadingMore}>
          继续显示
        </Button>
      ) : null}
    </>
  )
}
