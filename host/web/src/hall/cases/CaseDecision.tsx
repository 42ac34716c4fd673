import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ShowCaseAnswer } from '../../../generated/api'
import { Facts } from '../../kit/Facts'
import { dayText } from '../../words/dates'
import { Section } from './Section'

/** 决定: what was decided, why, on what it rests, and what the department's system answered. */
export function CaseDecision({ of }: { of: ShowCaseAnswer }) {
  const decision = of.case.decision
  if (!decision) return null
  const licence = decision.licence
  const items: [string, ReactNode][] = [
    ['决定', `${decision.granted ? '准予' : '不予'}${decision.automatic ? '（系统当场办结）' : ''}`],
    ['日期', dayText(decision.on)],
    [
      '证照',
      licence ? (
        of.case.licence ? (
          <Link key="licence" to={`/licences/${encodeURIComponent(licence.identifier)}`}>
            {licence.name}
          </Link>
        ) : (
          `${licence.name}（尚未颁发）`
        )
      ) : undefined,
    ],
    [
      '有效期',
      licence
        ? `${dayText(licence.validFrom)}起${licence.validUntil ? `至${dayText(licence.validUntil)}` : '，长期'}`
        : undefined,
    ],
    ['出件最迟', of.case.issueBy ? dayText(of.case.issueBy) : undefined],
  ]
  return (
    <Section title="决定">
      <Facts label="决定" items={items} />
      <Lines title="理由" of={decision.reasons.map(r => `${r.text}${r.article ? `（${r.article}）` : ''}`)} />
      <Lines
        title="引用的部门意见"
        of={(decision.opinions ?? []).map(
          o =>
            `${o.organisation}《${o.title}》${o.document ?? ''}：${o.silence ?? (o.passed ? '同意' : '有异议')}（${dayText(o.on)}）`,
        )}
      />
      <Lines
        title="准予前核查"
        of={(decision.requirements ?? []).map(r => `${r.name}：${r.met ? '符合' : '不符合'}。${r.reason}`)}
      />
    </Section>
  )
}

function Lines(props: { title: string; of: string[] }) {
  if (props.of.length === 0) return null
  return (
    <>
      <h3 style={{ fontSize: 14, margin: '10px 0 4px' }}>{props.title}</h3>
      <ol style={{ margin: 0, paddingLeft: 20 }}>
        {props.of.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  )
}
