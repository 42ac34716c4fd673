import { Alert, Collapse } from 'antd'
import type { ShowCaseClockLine } from '../../generated/api'
import { dayText, localToday, shortDay } from '../words/dates'
import { limitText } from '../words/limits'

/** 时限说明: a clock told day by day, each with its reason. The days that make a difference first, all of them on asking. */
export function ClockExplained(props: { name: string; of: ShowCaseClockLine }) {
  const { of } = props
  const today = localToday()
  const counted = of.steps.filter(s => s.counted && s.date <= today)
  const notable = of.steps.filter(s => !s.counted || !isOrdinary(s.why))
  return (
    <section aria-label={props.name} className="stack" style={{ gap: 8 }}>
      <div>
        <strong>{props.name}</strong> {limitText(of.deadline.limit)}，自{dayText(of.deadline.startedOn)}起，
        {of.due ? (
          <>
            至<strong>{dayText(of.due)}</strong>
          </>
        ) : (
          '中止期间不推算到期日'
        )}
        ，已计{counted.length}日。
      </div>
      {of.provisional ? (
        <Alert
          role="note"
          type="warning"
          showIcon
          title="所跨年度的放假安排尚未公布，到期日为暂定，公布后自动重新推算。"
        />
      ) : null}
      {of.deadline.suspensions?.map(s => (
        <Alert
          role="note"
          key={`${s.from}${s.reason}`}
          type="info"
          showIcon
          title={`中止计时：${s.reason}（${s.article}），${dayText(s.from)}起${s.until ? `至${dayText(s.until)}` : '，尚未恢复'}`}
        />
      ))}
      {of.deadline.extensions?.map(e => (
        <Alert
          role="note"
          key={e.grantedOn}
          type="info"
          showIcon
          title={`延长${limitText(e.limit)}（${e.article}）：${e.reason}，${dayText(e.grantedOn)}批准`}
        />
      ))}
      <Days of={notable} />
      <Collapse
        size="small"
        ghost
        items={[{ key: 'all', label: `逐日说明（${of.steps.length}天）`, children: <Days of={of.steps} /> }]}
      />
    </section>
  )
}

/** A day that is counted and has no more to say: 第3个工作日, 第3日. */
function isOrdinary(why: string): boolean {
  return /^第\d+(个工作)?日$/.test(why)
}

function Days(props: { of: ShowCaseClockLine['steps'] }) {
  if (props.of.length === 0) return null
  return (
    <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }}>
      {props.of.map(day => (
        <li key={day.date} style={{ display: 'grid', gridTemplateColumns: '130px 1fr', gap: 8 }}>
          <time dateTime={day.date} className="tabular">
            {shortDay(day.date)}
          </time>
          <span className={day.counted ? undefined : 'quiet'}>{day.why}</span>
        </li>
      ))}
    </ol>
  )
}
