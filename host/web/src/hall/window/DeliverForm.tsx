import { Button, Card, Input, Radio } from 'antd'
import { useState } from 'react'
import type { DeliveryMethod, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { parseDay } from '../../forms/editing'
import { DayInput } from '../../forms/fields/DayInput'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { localToday } from '../../words/dates'
import { touched } from './IntakePage'
import { useShortcuts } from './shortcuts'

const methodName: Record<DeliveryMethod, string> = {
  window: '窗口领取',
  post: '邮寄',
  electronic: '电子送达',
  announcement: '公告送达',
}

/** 送达: how, to whom, when. */
export function DeliverForm(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const [method, setMethod] = useState<DeliveryMethod>('window')
  const [receivedBy, setReceivedBy] = useState(
    of.case.application?.applicant.kind === 'person' ? of.case.application.applicant.name : '',
  )
  const [on, setOn] = useState<string>(localToday())
  const deliver = useCommand(
    async (_: null, headers) =>
      answer(
        api.POST('/api/cases/{id}/deliver', {
          params: { path: { id: of.id } },
          body: { method, receivedBy: receivedBy.trim(), on: parseDay(on) ?? localToday() },
          headers,
        }),
      ),
    { version: of.version, touches: touched(of.id) },
  )
  const run = () => void deliver.run(null)
  const isDayWrong = parseDay(on) === undefined
  useShortcuts({ 'Ctrl+Enter': deliver.running || isDayWrong ? undefined : run })
  return (
    <Card size="small" title={<h2 className="card-title">送达</h2>}>
      <div className="stack" style={{ gap: 10 }}>
        <Radio.Group
          aria-label="送达方式"
          value={method}
          onChange={e => setMethod(e.target.value)}
          options={Object.entries(methodName).map(([value, label]) => ({ value, label }))}
        />
        <div>
          <label htmlFor="received-by">签收人</label>
          <Input
            id="received-by"
            autoFocus
            status={deliver.refused?.field === 'receivedBy' ? 'error' : undefined}
            value={receivedBy}
            onChange={e => setReceivedBy(e.target.value)}
          />
        </div>
        <div>
          <label htmlFor="delivered-on">签收日期</label>
          <DayInput
            id="delivered-on"
            aria={isDayWrong || deliver.refused?.field === 'on' ? { 'aria-invalid': true } : {}}
            value={on}
            onChange={next => setOn(typeof next === 'string' ? next : '')}
          />
          {isDayWrong ? <div className="field-fault">请填写日期。</div> : null}
        </div>
        <RefusalAlert of={deliver.refused} />
        <Button type="primary" size="large" block loading={deliver.running} disabled={isDayWrong} onClick={run}>
          送达{' '}
          <span className="keys" aria-hidden="true">
            Ctrl+Enter
          </span>
        </Button>
      </div>
    </Card>
  )
}
