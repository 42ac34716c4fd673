const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 9999-12-31 is the host's "no day of its own". */
const noDay = '9999-12-31'

function parts(day: string): [number, number, number] {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number)
  return [y ?? 0, m ?? 0, d ?? 0]
}

/** 2026年11月22日 */
export function dayText(day: string | null | undefined): string {
  if (!day || day.startsWith(noDay)) return '—'
  const [y, m, d] = parts(day)
  return `${y}年${m}月${d}日`
}

/** 11月22日（周日）; with the year where it is not this one. */
export function shortDay(day: string | null | undefined, today: string = localToday()): string {
  if (!day || day.startsWith(noDay)) return '—'
  const [y, m, d] = parts(day)
  const weekday = weekdays[new Date(Date.UTC(y, m - 1, d)).getUTCDay()]
  return `${y === parts(today)[0] ? '' : `${y}年`}${m}月${d}日（周${weekday}）`
}

/** 2026年11月22日 14:03, on the clock of the hall (UTC+8). */
export function instantText(instant: string | null | undefined): string {
  if (!instant) return '—'
  const at = new Date(new Date(instant).getTime() + 8 * 3600_000)
  if (Number.isNaN(at.getTime())) return '—'
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** The day of the hall (UTC+8), as 2026-11-22. */
export function localToday(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative for the past. */
export function daysBetween(from: string, to: string): number {
  const utc = (day: string) => Date.UTC(parts(day)[0], parts(day)[1] - 1, parts(day)[2])
  return Math.round((utc(to) - utc(from)) / 86_400_000)
}

/** 今天到期, 还有3天, 已过2天 — in calendar days; the working days of a clock are the host's to count. */
export function distanceText(due: string | null | undefined, today: string = localToday()): string {
  if (!due || due.startsWith(noDay)) return ''
  const days = daysBetween(today, due)
  if (days === 0) return '今天到期'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}
