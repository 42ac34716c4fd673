import type { Tenure } from '../../../../generated/api'
import { daysBetween } from '../../../words/dates'

/** A stretch of the time line in percent, with who decided in it. */
export interface Stretch {
  tenure: Tenure
  left: number
  width: number
}

export interface Span {
  from: string
  to: string
  days: number
  stretches: Stretch[]
}

/** The day in the hall (UTC+8) on which an instant lies. */
export function dayOf(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What the time line shows: from some months before the first turn to some months after the last or after today. */
export function spanOf(tenures: Tenure[], today: string): Span {
  const turns = [today, ...tenures.flatMap(t => (t.from ? [dayOf(t.from)] : []))].sort()
  const [first, last] = [turns[0] ?? today, turns.at(-1) ?? today]
  const room = Math.max(60, Math.round(daysBetween(first, last) * 0.15))
  const [from, to] = [dayAfter(first, -room), dayAfter(last, room)]
  const days = daysBetween(from, to)
  const percent = (day: string) => (Math.min(Math.max(daysBetween(from, day), 0), days) / days) * 100
  return {
    from,
    to,
    days,
    stretches: tenures.map(tenure => {
      const left = tenure.from ? percent(dayOf(tenure.from)) : 0
      return { tenure, left, width: (tenure.until ? percent(dayOf(tenure.until)) : 100) - left }
    }),
  }
}
