import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { ClockExplained } from '../../kit/ClockExplained'
import { Due } from '../../kit/Due'
import { Light } from '../../kit/Light'
import { Loaded } from '../../kit/Loaded'
import { caseLight } from '../../words/cases'
import { dayText } from '../../words/dates'
import { limitText } from '../../words/limits'
import { Section } from './Section'

/** 时限: both clocks, what stopped or lengthened them, and on asking day by day why. */
export function CaseClock({ of }: { of: ShowCaseAnswer }) {
  const [open, setOpen] = useState(false)
  const { statutory, promised } = of.case
  const clock = useQuery({
    queryKey: ['case', of.id, 'clock'],
    queryFn: () => answer(api.GET('/api/cases/{id}/clock', { params: { path: { id: of.id } } })),
    enabled: open,
  })
  const running = of.case.stage === 'inReview'
  return (
    <Section title="时限" extra={of.light ? <Light of={caseLight(of.light)} /> : undefined}>
      <table style={{ width: '100%', lineHeight: 1.9 }} aria-label="时限">
        <tbody>
          {[
            { name: '承诺', limit: promised },
            { name: '法定', limit: statutory },
          ].map(({ name, limit }) => (
            <tr key={name}>
              <th scope="row" style={{ fontWeight: 500, textAlign: 'left' }}>
                {name}
              </th>
              <td>{limitText(limit?.deadline.limit)}</td>
              <td>{limit?.due ? <Due day={limit.due} plain={!running} /> : '中止，未定'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(statutory?.deadline.suspensions ?? []).map(s => (
        <div key={`${s.from}${s.reason}`} className="quiet">
          {s.reason}：{dayText(s.from)}
          {s.until ? `至${dayText(s.until)}` : '起'}中止计时
        </div>
      ))}
      {(statutory?.deadline.extensions ?? []).map(e => (
        <div key={e.grantedOn} className="quiet">
          {dayText(e.grantedOn)}延长{limitText(e.limit)}：{e.reason}
        </div>
      ))}
      <Button type="link" size="small" style={{ padding: 0 }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起逐日说明' : '逐日说明'}
      </Button>
      {open ? (
        <Loaded of={clock}>
          {data => (
            <div className="stack">
              <ClockExplained name="承诺期限" of={data.promised} />
              <ClockExplained name="法定期限" of={data.statutory} />
            </div>
          )}
        </Loaded>
      ) : null}
    </Section>
  )
}
