import type { ShowCaseAnswer } from '../../../generated/api'
import { Paper } from '../../kit/DocumentPreview'
import { documentTitle } from '../../words/cases'
import { numberOf } from './caseContext'
import { Section } from './Section'
import { toSeal } from './toSeal'

/** The paper that is to be sealed next, to be read before the seal is put on it. */
export function PaperToSeal({ of }: { of: ShowCaseAnswer }) {
  const next = toSeal(of.case)[0]
  if (!next) return null
  const number = numberOf(next)
  const title = documentTitle(number)
  return (
    <Section title={`待用印：${title}`} extra={<span className="quiet">{next.displayNumber}</span>}>
      <Paper title={title} address={`/api/documents/${encodeURIComponent(number)}`} />
    </Section>
  )
}
