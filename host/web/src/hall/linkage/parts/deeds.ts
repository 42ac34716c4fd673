import type { Deed } from '../../../../generated/api'
import type { Happened } from '../../../kit/History'

/** The links of a chain as lines of a record: who it was by name, role and organisation. */
export function deedsAsHistory(deeds: readonly Deed[]): Happened[] {
  return deeds.map(({ version, title, at, by, role, organisation, authority }) => ({
    version,
    title,
    at,
    by: { id: '', region: '', name: by, role, organisation, authority },
  }))
}
