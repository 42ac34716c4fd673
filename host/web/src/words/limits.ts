import type { Limit } from '../../generated/api'

const units: Record<string, string> = {
  workingDay: '个工作日',
  calendarDay: '日',
  month: '个月',
  year: '年',
  hour: '小时',
}

/** 20个工作日; 当场办结 for none. */
export function limitText(limit: Limit | null | undefined): string {
  if (!limit) return '—'
  return limit.count === 0 ? '当场办结' : `${limit.count}${units[limit.unit] ?? limit.unit}`
}
