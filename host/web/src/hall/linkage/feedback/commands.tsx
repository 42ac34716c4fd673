import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { NormOutcome, ShowFeedbackAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { FileUpload, type NamedFile } from '../../../kit/Files'
import { localToday } from '../../../words/dates'
import { normOutcomeName } from '../../../words/requests'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { DayInput } from '../parts/DayInput'
import { ContentFields } from './ContentFields'
import { type ContentForm, contentOf, emptyForm, formOf, missingIn } from './contentForm'
import { feedbackWords } from './words'

interface Dialog {
  of: ShowFeedbackAnswer
  close: () => void
}

function options(of: ShowFeedbackAnswer, done: () => void) {
  return { version: of.version, touches: [['feedback'], ['tasks']] as const, then: done }
}

export function CorrectFeedback({ of, close }: Dialog) {
  const me = useMe()
  const [draft, keep, forget] = useKept<{ content: ContentForm; files: NamedFile[]; reason: string }>(
    me.id,
    `feedback.correct.${of.id}.${of.version}`,
    {
      content: of.feedback.content ? formOf(of.feedback.content) : emptyForm('inspection'),
      files: of.feedback.attachments.map((id, i) => ({ id, name: `附件${i + 1}` })),
      reason: '',
    },
  )
  const [unfilled, setUnfilled] = useState<Refused>()
  const command = useCommand(
    (now: typeof draft, headers) =>
      answer(
        api.POST('/api/feedback/{id}/correct', {
          params: { path: { id: of.id } },
          body: { content: contentOf(now.content), attachments: now.files.map(f => f.id), reason: now.reason.trim() },
          headers,
        }),
      ),
    options(of, () => {
      forget()
      close()
    }),
  )

  function send() {
    const missing = missingIn(draft.content)
    setUnfilled(
      missing ? new Refused(422, { code: 'not-filled-in', detail: '请填写这一项。', field: missing }) : undefined,
    )
    if (!missing) void command.run(draft)
  }

  return (
    <AskDialog
      title="更正反馈"
      okText="更正"
      command={{ ...command, refused: unfilled ?? command.refused }}
      send={send}
      close={close}
      width={680}
    >
      <p className="quiet">{feedbackWords.correct}</p>
      <ContentFields
        value={draft.content}
        change={part => keep(now => ({ ...now, content: { ...now.content, ...part } }))}
      />
      <Field name="attachments" label="附件" group>
        {() => <FileUpload label="上传附件" value={draft.files} onChange={files => keep(now => ({ ...now, files }))} />}
      </Field>
      <Field name="reason" label="更正的原因" required>
        {id => (
          <Input.TextArea
            id={id}
            rows={2}
            value={draft.reason}
            onChange={e => keep(now => ({ ...now, reason: e.target.value }))}
          />
        )}
      </Field>
    </AskDialog>
  )
}

export function RetractFeedback({ of, close }: Dialog) {
  const me = useMe()
  const [reason, keep, forget] = useKept(me.id, `feedback.retract.${of.id}`, '')
  const command = useCommand(
    (body: { reason: string }, headers) =>
      answer(api.POST('/api/feedback/{id}/retract', { params: { path: { id: of.id } }, body, headers })),
    options(of, () => {
      forget()
      close()
    }),
  )
  return (
    <AskDialog
      title="撤回反馈"
      okText="撤回"
      danger
      command={command}
      send={() => void command.run({ reason: reason.trim() })}
      close={close}
    >
      <p className="quiet">{feedbackWords.retract}</p>
      <Field name="reason" label="撤回的原因" required>
        {id => <Input.TextArea id={id} rows={3} value={reason} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}

export function CloseFinding({ of, close }: Dialog) {
  const me = useMe()
  const [words, keep, forget] = useKept(me.id, `feedback.close.${of.id}`, '')
  const [rectified, judge] = useState<boolean>()
  const [on, setOn] = useState<string | undefined>(localToday())
  const [unfilled, setUnfilled] = useState<Refused>()
  const command = useCommand(
    (body: { rectified: boolean; words: string; on: string }, headers) =>
      answer(api.POST('/api/feedback/{id}/close-finding', { params: { path: { id: of.id } }, body, headers })),
    options(of, () => {
      forget()
      close()
    }),
  )

  function send() {
    const missing = rectified === undefined ? 'rectified' : on === undefined ? 'on' : undefined
    setUnfilled(
      missing ? new Refused(422, { code: 'not-filled-in', detail: '请填写这一项。', field: missing }) : undefined,
    )
    if (rectified !== undefined && on !== undefined) void command.run({ rectified, words: words.trim(), on })
  }

  return (
    <AskDialog
      title="核查整改"
      okText="提交核查结论"
      command={{ ...command, refused: unfilled ?? command.refused }}
      send={send}
      close={close}
    >
      <Field name="rectified" label="整改结论" required group>
        {() => (
          <Radio.Group
            value={rectified}
            onChange={e => judge(e.target.value)}
            options={[
              { value: true, label: '已整改' },
              { value: false, label: '未整改' },
            ]}
          />
        )}
      </Field>
      <Field name="on" label="核查日期" required>
        {(id, invalid) => <DayInput id={id} value={on} onChange={setOn} until={localToday()} invalid={invalid} />}
      </Field>
      <Field name="words" label="核查情况" required>
        {id => <Input.TextArea id={id} rows={3} value={words} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}

export function SettleNorm({ of, close }: Dialog) {
  const me = useMe()
  const code = of.feedback.subject?.item ?? ''
  const [words, keep, forget] = useKept(me.id, `feedback.settle.${of.id}`, '')
  const [outcome, choose] = useState<NormOutcome>('adjusted')
  const [itemVersion, setVersion] = useState<string>()
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code } } })),
  })
  const command = useCommand(
    (body: { outcome: NormOutcome; words: string; itemVersion?: string }, headers) =>
      answer(api.POST('/api/feedback/{id}/settle-norm', { params: { path: { id: of.id } }, body, headers })),
    options(of, () => {
      forget()
      close()
    }),
  )
  return (
    <AskDialog
      title="研究处理政策标准调整"
      okText="提交处理结果"
      command={command}
      send={() =>
        void command.run({
          outcome,
          words: words.trim(),
          itemVersion: outcome === 'adjusted' ? itemVersion : undefined,
        })
      }
      close={close}
    >
      <p className="quiet">{feedbackWords.settle}</p>
      <Field name="outcome" label="处理结果" required group>
        {() => (
          <Radio.Group
            value={outcome}
            onChange={e => choose(e.target.value)}
            options={(['adjusted', 'noChange'] as const).map(value => ({ value, label: normOutcomeName[value] }))}
          />
        )}
      </Field>
      {outcome === 'adjusted' ? (
        <Field name="itemVersion" label="事项版本" required>
          {(id, invalid) => (
            <Select
              id={id}
              value={itemVersion}
              onChange={setVersion}
              status={invalid ? 'error' : undefined}
              loading={item.isPending}
              placeholder="选择事项调整后的版本"
              options={[...(item.data?.versions ?? [])]
                .reverse()
                .map(v => ({ value: v.number, label: `${v.number}（${v.source}）` }))}
            />
          )}
        </Field>
      ) : null}
      <Field name="words" label="说明" required>
        {id => <Input.TextArea id={id} rows={3} value={words} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}
