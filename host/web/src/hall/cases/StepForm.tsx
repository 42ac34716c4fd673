import { Alert, Button, Form, Input, InputNumber, Radio, Select, Space } from 'antd'
import type { LimitUnit, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { FileUpload, type NamedFile } from '../../kit/Files'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { localToday } from '../../words/dates'
import { useMe } from '../shell/Session'
import { touchesOf } from './caseContext'
import { Field } from './Field'
import { plannedSteps } from './stepPlan'
import { useSaid } from './useSaid'
import { words } from './words'

/** A step of mine: first the special procedure it may be, then the opinion. */
export function StepForm({ of, stepKey }: { of: ShowCaseAnswer; stepKey: string }) {
  const step = plannedSteps(of.case).find(s => s.definition.key === stepKey)
  if (!step) return null
  const { definition, progress } = step
  const isSystem = definition.performer === 'system'
  if (isSystem && !((progress.openedOn ?? '9999') < localToday()))
    return <Alert role="note" type="info" title={words.systemRuns} />
  if (definition.suspension && !progress.suspension && !isSystem)
    return (
      <BeginForm of={of} stepKey={stepKey} name={definition.suspension.name} article={definition.suspension.article} />
    )
  return (
    <>
      {isSystem ? (
        <Alert role="note" type="warning" showIcon title={words.takeOver} style={{ marginBottom: 10 }} />
      ) : null}
      {definition.requirement ? <p style={{ marginTop: 0 }}>{definition.requirement}</p> : null}
      {progress.suspension ? <p className="quiet">{words.resumes}</p> : null}
      <OpinionForm
        of={of}
        stepKey={stepKey}
        writesOpinion={step.lead !== null && step.lead.code !== of.case.under?.owner.code}
      />
    </>
  )
}

interface Terms {
  count: number | null
  unit: LimitUnit
}

const noTerms: Terms = { count: null, unit: 'workingDay' }

function BeginForm(props: { of: ShowCaseAnswer; stepKey: string; name: string; article: string }) {
  const { of, stepKey } = props
  const me = useMe()
  const [terms, setTerms, forget] = useKept<Terms>(me.id, `case.${of.id}.begin.${stepKey}`, noTerms)
  const begin = useCommand(
    (estimated: { count: number; unit: LimitUnit }, headers) =>
      answer(
        api.POST('/api/cases/{id}/steps/{step}/begin', {
          params: { path: { id: of.id, step: stepKey } },
          headers,
          body: { estimated },
        }),
      ),
    { version: of.version, touches: touchesOf(of.id), then: useSaid('特别程序已启动，计时中止。', forget) },
  )
  return (
    <Form layout="vertical" onFinish={() => void begin.run({ count: terms.count ?? 0, unit: terms.unit })}>
      <p style={{ marginTop: 0 }}>{words.procedure(props.name, props.article)}</p>
      <Field label="所需时间" id="estimated" refused={begin.refused} field="estimated" required>
        <Space.Compact>
          <InputNumber
            id="estimated"
            min={1}
            max={365}
            precision={0}
            value={terms.count}
            onChange={count => setTerms({ ...terms, count })}
          />
          <Select
            aria-label="时间单位"
            style={{ width: 110 }}
            value={terms.unit}
            onChange={unit => setTerms({ ...terms, unit })}
            options={[
              { value: 'workingDay', label: '个工作日' },
              { value: 'calendarDay', label: '日' },
              { value: 'month', label: '个月' },
            ]}
          />
        </Space.Compact>
      </Field>
      <RefusalAlert of={begin.refused} close={begin.clear} />
      <Button type="primary" htmlType="submit" loading={begin.running}>
        启动特别程序
      </Button>
    </Form>
  )
}

interface Opinion {
  passed: boolean | null
  opinion: string
  document: string
  files: NamedFile[]
}

const noOpinion: Opinion = { passed: null, opinion: '', document: '', files: [] }

function OpinionForm(props: { of: ShowCaseAnswer; stepKey: string; writesOpinion: boolean }) {
  const { of, stepKey, writesOpinion } = props
  const me = useMe()
  const [value, setValue, forget] = useKept<Opinion>(me.id, `case.${of.id}.opinion.${stepKey}`, noOpinion)
  const complete = useCommand(
    (body: { passed: boolean; opinion: string; document: string | null; attachments: string[] }, headers) =>
      answer(
        api.POST('/api/cases/{id}/steps/{step}/complete', {
          params: { path: { id: of.id, step: stepKey } },
          headers,
          body,
        }),
      ),
    { version: of.version, touches: touchesOf(of.id), then: useSaid('意见已提交。', forget) },
  )

  function send() {
    if (value.passed === null) return
    void complete.run({
      passed: value.passed,
      opinion: value.opinion,
      document: value.document.trim() || null,
      attachments: value.files.map(f => f.id),
    })
  }

  return (
    <Form layout="vertical" onFinish={send}>
      <Field label="结论" id={`passed-${stepKey}`} refused={complete.refused} field="passed" required>
        <Radio.Group
          id={`passed-${stepKey}`}
          aria-label="结论"
          value={value.passed}
          onChange={e => setValue({ ...value, passed: e.target.value })}
          options={[
            { value: true, label: '通过' },
            { value: false, label: '有异议' },
          ]}
        />
      </Field>
      <Field
        label="意见"
        id={`opinion-${stepKey}`}
        refused={complete.refused}
        field="opinion"
        help={words.keptHere}
        required
      >
        <Input.TextArea
          id={`opinion-${stepKey}`}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={4000}
          value={value.opinion}
          onChange={e => setValue({ ...value, opinion: e.target.value })}
        />
      </Field>
      {writesOpinion ? (
        <Field
          label="意见文号"
          id={`document-${stepKey}`}
          refused={complete.refused}
          field="document"
          help={words.writtenOpinion}
          required
        >
          <Input
            id={`document-${stepKey}`}
            value={value.document}
            onChange={e => setValue({ ...value, document: e.target.value })}
          />
        </Field>
      ) : null}
      <Field label="附件" id={`files-${stepKey}`} refused={complete.refused} field="attachments">
        <FileUpload label="上传附件" value={value.files} onChange={files => setValue(now => ({ ...now, files }))} />
      </Field>
      <RefusalAlert of={complete.refused} close={complete.clear} />
      <Button type="primary" htmlType="submit" loading={complete.running} disabled={value.passed === null}>
        提交意见
      </Button>
    </Form>
  )
}
