const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })

/** 1,234.5 */
export function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : grouped.format(value)
}

/** 1,234.50元 */
export function yuanText(value: number | null | undefined): string {
  return value === null || value === undefined
    ? '—'
    : `${new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}元`
}
