import type { Refused } from '../../../api/refused'

/** What is wrong with one field, as the host writes its place: `items[0].support[1].limit`. */
export function faultAt(refused: Refused | undefined, place: string): string | undefined {
  if (!refused) return undefined
  const fault = refused.faults.find(f => f.field === place)
  if (fault) return fault.text
  return refused.field === place ? refused.message : undefined
}

/** An id that nobody has to think of: 2026-11-22 and a few letters by chance. */
export function newId(kind: string, day: string): string {
  return `${kind}-${day.replaceAll('-', '')}-${crypto.randomUUID().slice(0, 6)}`
}
