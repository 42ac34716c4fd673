import type { ListPushesRow } from '../../../../generated/api'
import { localToday } from '../../../words/dates'

/** Whether it was claimed after its day. */
export function isClaimedLate(row: Pick<ListPushesRow, 'claimDue' | 'claimedAt'>): boolean {
  return !!row.claimDue && !!row.claimedAt && localToday(new Date(row.claimedAt)) > row.claimDue
}
