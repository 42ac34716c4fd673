import type { Case, NoticeContent } from '../../../generated/api'
import { needsSeal } from '../../words/cases'
import { numberOf } from './caseContext'

/** The papers that wait for the seal, the oldest first. */
export function toSeal(of: Case): NoticeContent[] {
  return of.notices.filter(n => !n.seal && needsSeal(numberOf(n))).sort((a, b) => a.issuedOn.localeCompare(b.issuedOn))
}
