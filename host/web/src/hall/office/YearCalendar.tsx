import type { CalendarNotice } from '../../../generated/api'
import { dayText, localToday } from '../../words/dates'
import { type CalendarDay, type DayKind, monthsOf, namedDays } from './calendar'
import './calendar.css'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

export const dayKindName: Record<DayKind, string> = {
  workingDay: '工作日',
  weekend: '周末',
  holiday: '放假',
  makeUpDay: '调休上班',
}

const marks: Partial<Record<DayKind, string>> = { holiday: '休', makeUpDay: '班' }

/** 年历: twelve small tables; 休 and 班 stand in the day, so that no colour says anything alone. */
export function YearCalendar(props: { year: number; notices: readonly CalendarNotice[]; provisional: boolean }) {
  const { year } = props
  const months = monthsOf(year, namedDays(props.notices))
  const today = localToday()
  return (
    <div className={props.provisional ? 'year-calendar provisional' : 'year-calendar'}>
      {months.map((weeks, month) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place in the year
        <table key={month}>
          <caption>
            {month + 1}月{props.provisional ? '（暂定）' : ''}
          </caption>
          <thead>
            <tr>
              {weekdays.map(d => (
                <th key={d} scope="col" abbr={`星期${d}`}>
                  {d}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(week => (
              <tr key={week.find(d => d)?.date}>
                {week.map((day, place) =>
                  day ? (
                    <DayCell key={day.date} of={day} isToday={day.date === today} />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is nothing but its place
                    <td key={place} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function DayCell(props: { of: CalendarDay; isToday: boolean }) {
  const { date, kind, name } = props.of
  const mark = marks[kind]
  const what = name ? `${name}${dayKindName[kind]}` : dayKindName[kind]
  return (
    <td className={kind} aria-current={props.isToday ? 'date' : undefined} title={`${dayText(date)}，${what}`}>
      {Number(date.slice(8))}
      {mark ? <small>{mark}</small> : null}
    </td>
  )
}
