import type { CalendarNotice } from '../../../generated/api'

export type DayKind = 'workingDay' | 'weekend' | 'holiday' | 'makeUpDay'

/** One day of the calendar, as the office keeps it. */
export interface CalendarDay {
  date: string
  kind: DayKind
  /** The holiday that closes it, or for which it is worked. */
  name?: string
}

/** 放假 and 调休上班 by day; where two notices name a day, the later one in the list prevails, as with the host. */
export function namedDays(notices: readonly CalendarNotice[]): Map<string, CalendarDay> {
  const named = new Map<string, CalendarDay>()
  for (const notice of notices) {
    for (const holiday of notice.holidays)
      for (let date = holiday.from; date <= holiday.to; date = nextDay(date))
        named.set(date, { date, kind: 'holiday', name: holiday.name })
    for (const day of notice.makeUpDays) named.set(day.date, { date: day.date, kind: 'makeUpDay', name: day.name })
  }
  return named
}

/** The months of a year, each by weeks from Monday; undefined where the week belongs to a neighbouring month. */
export function monthsOf(year: number, named: ReadonlyMap<string, CalendarDay>): (CalendarDay | undefined)[][][] {
  return Array.from({ length: 12 }, (_, month) => {
    const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7
    const cells: (CalendarDay | undefined)[] = Array.from({ length: before }, () => undefined)
    for (let day = 1; day <= days; day++) {
      const date = new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
      cells.push(named.get(date) ?? { date, kind: isWeekend(date) ? 'weekend' : 'workingDay' })
    }
    while (cells.length % 7 !== 0) cells.push(undefined)
    return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  })
}

/** Whether the country's notice for a year is known; a region's own festival does not make it so. */
export function isKnown(year: number, notices: readonly CalendarNotice[]): boolean {
  return notices.some(n => n.year === year && !n.region)
}

/**
 * The notices once a further one has come: it takes the place of its year's, and a region's own stand beside the country's and after it.
 */
export function withNotice(added: CalendarNotice, notices: readonly CalendarNotice[]): CalendarNotice[] {
  const region = (notice: CalendarNotice) => notice.region ?? undefined
  const after = [...notices.filter(n => n.year !== added.year || region(n) !== region(added)), added]
  return [...after.filter(n => !n.region), ...after.filter(n => n.region)]
}

/** Which days would be others than they are once a further notice has come. */
export function changesBy(
  added: CalendarNotice,
  notices: readonly CalendarNotice[],
): { date: string; before: CalendarDay; after: CalendarDay }[] {
  const now = namedDays(notices)
  const then = namedDays(withNotice(added, notices))
  return [...new Set([...now.keys(), ...then.keys()])]
    .sort()
    .map(date => ({ date, before: now.get(date) ?? ordinary(date), after: then.get(date) ?? ordinary(date) }))
    .filter(c => c.before.kind !== c.after.kind || c.before.name !== c.after.name)
}

/**
 * A notice from the text of a file; undefined if it is none. Only its form is looked at here: whether it contradicts itself, the host says.
 */
export function readNotice(text: string): CalendarNotice | undefined {
  try {
    const read = JSON.parse(text) as Partial<CalendarNotice> | null
    const day = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    if (!read || !Number.isInteger(read.year)) return undefined
    const notices = read.notices ?? []
    const holidays = read.holidays ?? []
    const makeUpDays = read.makeUpDays ?? []
    if (![notices, holidays, makeUpDays].every(Array.isArray)) return undefined
    if (holidays.length + makeUpDays.length === 0) return undefined
    if (!notices.every(n => typeof n?.source === 'string' && day(n.issued))) return undefined
    if (
      !holidays.every(
        h => typeof h?.name === 'string' && day(h.from) && day(h.to) && h.from.slice(0, 3) === h.to.slice(0, 3),
      )
    )
      return undefined
    if (!makeUpDays.every(d => typeof d?.name === 'string' && day(d.date))) return undefined
    return { year: read.year as number, notices, holidays, makeUpDays, ...(read.region ? { region: read.region } : {}) }
  } catch {
    return undefined
  }
}

export function ordinary(date: string): CalendarDay {
  return { date, kind: isWeekend(date) ? 'weekend' : 'workingDay' }
}

function nextDay(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return day === 0 || day === 6
}
