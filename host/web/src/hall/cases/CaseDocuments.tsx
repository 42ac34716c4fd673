import type { Case } from '../../../generated/api'
import { DocumentLink } from '../../kit/DocumentPreview'
import { documentTitle, needsSeal } from '../../words/cases'
import { dayText } from '../../words/dates'
import { numberOf } from './caseContext'
import { Section } from './Section'

/** 文书: each with its number, whether it is sealed, and its paper. */
export function CaseDocuments({ of }: { of: Case }) {
  return (
    <Section title="文书">
      {of.notices.length === 0 ? <span className="quiet">还没有文书。</span> : null}
      <ul className="materials">
        {of.notices.map(notice => {
          const number = numberOf(notice)
          return (
            <li key={number}>
              <div>
                <DocumentLink number={number} title={documentTitle(number)} />
                <div className="quiet">
                  {notice.displayNumber}，{dayText(notice.issuedOn)}
                </div>
              </div>
              <span className="end">{notice.seal ? '已用印' : needsSeal(number) ? '待用印' : '不用印'}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
