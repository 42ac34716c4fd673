/** An item that somebody has opened lately. */
export interface Recent {
  code: string
  name: string
}

const most = 12

const keyOf = (owner: string) => `oneseal.recent.${owner}`

/** Which items a person uses, the latest first. Nothing private, and a habit worth keeping: it stays after signing out. */
export function recentItems(owner: string): Recent[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(owner)) ?? '[]')
    return Array.isArray(read) ? read.filter((r): r is Recent => typeof r?.code === 'string') : []
  } catch {
    return []
  }
}

export function remember(owner: string, item: Recent): void {
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(withLatest(recentItems(owner), item)))
  } catch {
    // Full or forbidden: a habit is not remembered.
  }
}

export function withLatest(items: readonly Recent[], item: Recent): Recent[] {
  return [item, ...items.filter(i => i.code !== item.code)].slice(0, most)
}

/** Those used lately first, in the order of their use; the others as they were found. */
export function recentFirst<T extends { code: string }>(found: readonly T[], recent: readonly Recent[]): T[] {
  const place = new Map(recent.map((r, index) => [r.code, index]))
  const at = (item: T) => place.get(item.code) ?? Number.POSITIVE_INFINITY
  return [...found].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)))
}
