import type { Case, NoticeContent } from '../../../generated/api'

/** The papers that wait for the seal, the oldest first. */
export function toSeal(of: Case): NoticeContent[] {
  return of.notices.filter(n => !n.seal).sort((a, b) => a.issuedOn.localeCompare(b.issuedOn))
}
