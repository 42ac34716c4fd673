import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ShowCaseAnswer, WorkTask } from '../../../generated/api'
import { Due } from '../../kit/Due'
import { roleName } from '../../words/roles'
import { useMay, useMe } from '../shell/Session'
import { AddRecipient } from './AddRecipient'
import { isOfOwner } from './caseContext'
import { DecideForm } from './DecideForm'
import { ExtendForm } from './ExtendForm'
import { IssueForm } from './IssueForm'
import { SealForm } from './SealForm'
import { Section } from './Section'
import { StepForm } from './StepForm'
import { TerminateForm } from './TerminateForm'

/** 办理: what is to be done now, by whoever looks; and who else must do what. */
export function CaseActions(props: {
  of: ShowCaseAnswer
  mine: WorkTask[]
  seal: string | undefined
  chooseSeal: (seal: string) => void
}) {
  const { of, mine } = props
  const others = of.tasks.filter(t => !mine.includes(t))
  return (
    <>
      {mine.map(task => (
        <Section key={task.key} title={task.title} extra={<Due day={task.due.startsWith('9999') ? null : task.due} />}>
          <OwnTask of={of} task={task} seal={props.seal} chooseSeal={props.chooseSeal} />
        </Section>
      ))}
      {others.length > 0 || mine.length === 0 ? (
        <Section title={mine.length > 0 ? '其他人正在办理' : '现在由谁办理'}>
          {others.length === 0 ? <span className="quiet">没有待办的工作。</span> : null}
          <ul className="materials">
            {others.map(t => (
              <li key={t.key}>
                <span>
                  <strong>{t.title}</strong>
                  <div className="quiet">
                    {t.organisation.name}，{roleName[t.role]}
                  </div>
                </span>
                <span className="end">{t.due.startsWith('9999') ? null : <Due day={t.due} plain />}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <FurtherActions of={of} />
    </>
  )
}

function OwnTask(props: {
  of: ShowCaseAnswer
  task: WorkTask
  seal: string | undefined
  chooseSeal: (seal: string) => void
}) {
  const { of, task } = props
  const may = useMay()
  const [verb, step] = task.key.split(':')
  switch (verb) {
    case 'accept':
    case 'supplement':
      return (
        <Link to={`/window/cases/${encodeURIComponent(of.id)}`}>
          <Button type="primary" tabIndex={-1}>
            {verb === 'accept' ? '去受理' : '登记补正材料'}
          </Button>
        </Link>
      )
    case 'step':
      return <StepForm of={of} stepKey={step ?? ''} />
    case 'help':
      return <span className="quiet">请配合牵头单位办理，意见由牵头单位提交。</span>
    case 'decide':
      return may('post /api/cases/{id}/decide') ? <DecideForm of={of} /> : null
    case 'seal':
      return may('post /api/cases/{id}/seal') ? (
        <SealForm of={of} chosen={props.seal} choose={props.chooseSeal} />
      ) : null
    case 'issue':
      return may('post /api/cases/{id}/issue') ? <IssueForm of={of} /> : null
    case 'deliver':
    case 'archive':
      return (
        <Link to={`/results/${encodeURIComponent(of.id)}`}>
          <Button type="primary" tabIndex={-1}>
            {verb === 'deliver' ? '去送达' : '去归档'}
          </Button>
        </Link>
      )
    default:
      return null
  }
}

type Further = 'extend' | 'terminate' | 'recipient'

/** What may be done beside what must be. */
function FurtherActions({ of }: { of: ShowCaseAnswer }) {
  const me = useMe()
  const may = useMay()
  const [open, setOpen] = useState<Further>()
  const { stage } = of.case
  if (!isOfOwner(me, of)) return null
  const offered: { key: Further; label: string; danger?: boolean }[] = []
  if (may('post /api/cases/{id}/extend') && stage === 'inReview') offered.push({ key: 'extend', label: '延长期限' })
  if (
    may('post /api/cases/{id}/recipients') &&
    !['draft', 'none', 'declined', 'withdrawn', 'terminated'].includes(stage)
  )
    offered.push({ key: 'recipient', label: '增加推送对象' })
  if (may('post /api/cases/{id}/terminate') && ['awaitingSupplement', 'inReview'].includes(stage))
    offered.push({ key: 'terminate', label: '终止办理', danger: true })
  if (offered.length === 0) return null
  const close = () => setOpen(undefined)
  return (
    <Section title="其他办理">
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {offered.map(o => (
          <Button
            key={o.key}
            size="small"
            danger={o.danger ?? false}
            aria-expanded={open === o.key}
            onClick={() => setOpen(open === o.key ? undefined : o.key)}
          >
            {o.label}
          </Button>
        ))}
      </div>
      {open ? (
        <div style={{ marginTop: 10 }}>
          {open === 'extend' ? <ExtendForm of={of} done={close} /> : null}
          {open === 'terminate' ? <TerminateForm of={of} done={close} /> : null}
          {open === 'recipient' ? <AddRecipient of={of} done={close} /> : null}
        </div>
      ) : null}
    </Section>
  )
}
