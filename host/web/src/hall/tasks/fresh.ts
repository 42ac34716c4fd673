/**
 * Which rows have come since the list was last looked at. What stands after the last known row came with a further page and was there
 * before, unless there was no further page.
 */
export function freshKeys(known: readonly string[], hadMore: boolean, now: readonly string[]): string[] {
  const seen = new Set(known)
  const end = hadMore ? now.findLastIndex(key => seen.has(key)) : now.length
  return now.filter((key, index) => !seen.has(key) && index < end)
}
