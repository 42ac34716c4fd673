import type { Case } from '../../../generated/api'
import { FileList } from '../../kit/Files'
import { dayText } from '../../words/dates'
import { Section } from './Section'
import { plannedSteps, stepStateName } from './stepPlan'

/** 审查意见: every opinion in full, whoever gave it, and what did not come. */
export function CaseOpinions({ of }: { of: Case }) {
  const given = plannedSteps(of).filter(s => s.progress.completedOn)
  return (
    <Section title="审查意见">
      {given.length === 0 ? <span className="quiet">还没有意见。</span> : null}
      <ul className="materials">
        {given.map(({ definition, progress, state }) => (
          <li key={definition.key}>
            <strong>{definition.name}</strong>
            <span className={`light ${state === 'passed' ? 'normal' : 'near'}`}>
              <i aria-hidden="true" />
              {stepStateName[state]}
            </span>
            <span className="quiet end">
              {[progress.byOrganisation, progress.by].filter(Boolean).join(' ')} {dayText(progress.completedOn)}
            </span>
            <div style={{ width: '100%', whiteSpace: 'pre-wrap' }}>{progress.opinion ?? progress.passedOver}</div>
            {progress.document ? <div className="quiet">文号：{progress.document}</div> : null}
            <FileList
              of={(progress.attachments ?? []).map((id, i) => ({ id, name: `${definition.name}附件${i + 1}` }))}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
