import {
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PauseCircleFilled,
} from '@ant-design/icons'
import { Typography } from 'antd'
import type { ReactNode } from 'react'
import type { Case, Limit } from '../../../generated/api'
import { Due } from '../../kit/Due'
import { FileList } from '../../kit/Files'
import { dayText, shortDay } from '../../words/dates'
import { limitText } from '../../words/limits'
import { inColumns, type PlannedStep, plannedSteps, type StepState, stepStateName } from './stepPlan'

const icons: Record<StepState, ReactNode> = {
  waiting: <MinusCircleOutlined aria-hidden />,
  open: <ClockCircleOutlined aria-hidden />,
  suspended: <PauseCircleFilled aria-hidden />,
  stopped: <MinusCircleOutlined aria-hidden />,
  passed: <CheckCircleFilled aria-hidden />,
  objected: <ExclamationCircleFilled aria-hidden />,
  passedOver: <ExclamationCircleFilled aria-hidden />,
}

/** 办理步骤 as a line from left to right; what goes on side by side stands one above the other. Read aloud it is a list. */
export function StepLine(props: { of: Case }) {
  const steps = plannedSteps(props.of)
  const columns = inColumns(steps)
  if (steps.length === 0) return <span className="quiet">本事项没有审查步骤，直接作出决定。</span>
  return (
    <ol className="step-line" aria-label="办理步骤">
      {columns.map((column, index) => (
        <li key={column[0]?.definition.key} className="step-column">
          <ul aria-label={column.length > 1 ? `第${index + 1}段，${column.length}步并行` : `第${index + 1}段`}>
            {column.map(step => (
              <li key={step.definition.key} className={`step ${step.state}`}>
                <StepCard of={step} all={steps} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function StepCard(props: { of: PlannedStep; all: PlannedStep[] }) {
  const { definition, progress, state, lead, helper, before } = props.of
  const awaited = before
    .map(key => props.all.find(s => s.definition.key === key)?.definition.name)
    .filter(n => n !== undefined)
  return (
    <>
      <div className="step-head">
        {icons[state]}
        <strong>{definition.name}</strong>
        <span className="step-state">{stepStateName[state]}</span>
      </div>
      <div>
        {lead ? lead.name : '系统自动办理'}
        {helper ? <span className="quiet">，{helper.name}配合</span> : null}
      </div>
      {definition.requirement ? <div className="quiet">{definition.requirement}</div> : null}
      <div className="quiet">
        {definition.limit ? `时限${limitText(definition.limit as Limit)}` : null}
        {definition.limit && definition.suspension ? '，' : null}
        {definition.suspension ? `${definition.suspension.name}（不计入办理时限）` : null}
      </div>
      {state === 'waiting' ? (
        <div className="quiet">{awaited.length > 0 ? `等候${awaited.join('、')}` : '受理后开始'}</div>
      ) : null}
      {progress.openedOn && (state === 'open' || state === 'suspended') ? (
        <div>
          <span className="quiet">{shortDay(progress.openedOn)}起</span>
          {progress.due ? (
            <>
              ，最迟 <Due day={progress.due} />
            </>
          ) : null}
        </div>
      ) : null}
      {progress.suspension ? (
        <div>
          {progress.suspension.reason}，自{dayText(progress.suspension.from)}起中止计时
          <span className="quiet">（{progress.suspension.article}）</span>
        </div>
      ) : null}
      {progress.passedOver ? <div>{progress.passedOver}</div> : null}
      {progress.opinion ? (
        <Typography.Paragraph style={{ margin: 0 }} ellipsis={{ rows: 3, expandable: true, symbol: '全文' }}>
          {progress.opinion}
        </Typography.Paragraph>
      ) : null}
      {progress.document ? <div className="quiet">文号：{progress.document}</div> : null}
      <FileList of={(progress.attachments ?? []).map((id, i) => ({ id, name: `${definition.name}附件${i + 1}` }))} />
      {progress.completedOn ? (
        <div className="quiet">
          {dayText(progress.completedOn)}
          {progress.by ? `，${[progress.by, progress.byOrganisation].filter(Boolean).join('，')}` : null}
        </div>
      ) : null}
    </>
  )
}
