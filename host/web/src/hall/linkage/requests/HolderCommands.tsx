import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { HolderHeard, PlannedHearing } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { FileUpload, type NamedFile } from '../../../kit/Files'
import { dayText, localToday } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { DayInput } from '../parts/DayInput'
import { type RequestDialog, useRequestCommand } from './useRequestCommand'
import { requestWords } from './words'

function unfilledAt(field: string | undefined): Refused | undefined {
  return field ? new Refused(422, { code: 'not-filled-in', detail: '请填写这一项。', field }) : undefined
}

/** 告知持证人. */
export function TellHolder(dialog: RequestDialog) {
  const { of, close } = dialog
  const command = useRequestCommand(
    dialog,
    (_: undefined, headers) =>
      answer(api.POST('/api/requests/{id}/tell-holder', { params: { path: { id: of.id } }, headers })),
    { say: '已出具事先告知书。' },
  )
  return (
    <AskDialog
      title={`告知持证人${of.request.licence?.holder ?? ''}`}
      okText="告知"
      command={command}
      send={() => void command.run(undefined)}
      close={close}
    >
      <p>{requestWords.tellHolder}</p>
    </AskDialog>
  )
}

/** 通知听证. */
export function CallHearing(dialog: RequestDialog) {
  const { of, close } = dialog
  const me = useMe()
  const [draft, keep, forget] = useKept<Partial<PlannedHearing>>(me.id, `request.hearing.${of.id}`, {
    appliedOn: localToday(),
  })
  const [unfilled, setUnfilled] = useState<Refused>()
  const change = (part: Partial<PlannedHearing>) => keep(now => ({ ...now, ...part }))
  const command = useRequestCommand(
    dialog,
    (body: PlannedHearing, headers) =>
      answer(api.POST('/api/requests/{id}/hearing', { params: { path: { id: of.id } }, body, headers })),
    { say: '已通知听证。', forget },
  )

  function send() {
    const { appliedOn, on, place = '', chair = '' } = draft
    setUnfilled(unfilledAt(!appliedOn ? 'appliedOn' : !on ? 'on' : undefined))
    if (appliedOn && on) void command.run({ appliedOn, on, place: place.trim(), chair: chair.trim() })
  }

  return (
    <AskDialog
      title="通知听证"
      okText="通知听证"
      command={{ ...command, refused: unfilled ?? command.refused }}
      send={send}
      close={close}
    >
      <p className="quiet">
        {requestWords.hearing}持证人可以申请听证至{dayText(of.request.speakBy)}。
      </p>
      <Field name="appliedOn" label="持证人申请听证的日期" required>
        {(id, invalid) => (
          <DayInput
            id={id}
            value={draft.appliedOn}
            onChange={appliedOn => change({ appliedOn })}
            until={localToday()}
            invalid={invalid}
          />
        )}
      </Field>
      <Field name="on" label="举行听证的日期" required>
        {(id, invalid) => (
          <DayInput id={id} value={draft.on} onChange={on => change({ on })} from={localToday()} invalid={invalid} />
        )}
      </Field>
      <Field name="place" label="地点" required>
        {id => <Input id={id} value={draft.place} onChange={e => change({ place: e.target.value })} />}
      </Field>
      <Field name="chair" label="主持人" required>
        {id => <Input id={id} value={draft.chair} onChange={e => change({ chair: e.target.value })} />}
      </Field>
    </AskDialog>
  )
}

type How = NonNullable<HolderHeard['$type']>

const howName: Record<How, string> = {
  statement: '陈述、申辩',
  hearing: '举行了听证',
  waived: '放弃陈述、申辩和听证',
  silent: '期限内没有提出',
}

interface HeardDraft {
  how?: How
  on?: string
  chair?: string
  summary: string
  files: NamedFile[]
}

/** 听取持证人意见. */
export function HearHolder(dialog: RequestDialog) {
  const { of, close } = dialog
  const { hearing, stage } = of.request
  const me = useMe()
  const [draft, keep, forget] = useKept<HeardDraft>(me.id, `request.hear.${of.id}.${stage}`, {
    on: hearing?.on && hearing.on <= localToday() ? hearing.on : localToday(),
    chair: hearing?.chair,
    summary: '',
    files: [],
  })
  const [unfilled, setUnfilled] = useState<Refused>()
  const change = (part: Partial<HeardDraft>) => keep(now => ({ ...now, ...part }))
  const command = useRequestCommand(
    dialog,
    (how: HolderHeard, headers) =>
      answer(api.POST('/api/requests/{id}/hear', { params: { path: { id: of.id } }, body: { how }, headers })),
    { say: '已记录持证人的意见。', forget },
  )
  const possible: How[] = stage === 'hearingCalled' ? ['hearing', 'waived'] : ['statement', 'waived', 'silent']
  const how = draft.how && possible.includes(draft.how) ? draft.how : undefined

  function send() {
    const missing = !how
      ? 'how'
      : how !== 'silent' && !draft.on
        ? 'how.on'
        : how === 'hearing' && draft.files.length === 0
          ? 'how.record'
          : undefined
    setUnfilled(unfilledAt(missing))
    if (!missing && how) void command.run(heardOf(how, draft))
  }

  return (
    <AskDialog
      title="听取持证人意见"
      okText="记录"
      command={{ ...command, refused: unfilled ?? command.refused }}
      send={send}
      close={close}
    >
      <Field name="how" label="方式" required group>
        {() => (
          <Radio.Group
            className="choices-tall"
            value={how}
            onChange={e => change({ how: e.target.value })}
            options={possible.map(value => ({ value, label: howName[value] }))}
          />
        )}
      </Field>
      {how && how !== 'silent' ? (
        <Field name="how.on" label="日期" required>
          {(id, invalid) => (
            <DayInput id={id} value={draft.on} onChange={on => change({ on })} until={localToday()} invalid={invalid} />
          )}
        </Field>
      ) : null}
      {how === 'hearing' ? (
        <Field name="how.chair" label="主持人" required>
          {id => <Input id={id} value={draft.chair} onChange={e => change({ chair: e.target.value })} />}
        </Field>
      ) : null}
      {how === 'statement' || how === 'hearing' ? (
        <Field name="how.summary" label="意见的要点" required>
          {id => (
            <Input.TextArea
              id={id}
              rows={4}
              value={draft.summary}
              onChange={e => change({ summary: e.target.value })}
            />
          )}
        </Field>
      ) : null}
      {how === 'hearing' ? (
        <Field name="how.record" label="听证笔录" required group>
          {() => <FileUpload label="上传听证笔录" single value={draft.files} onChange={files => change({ files })} />}
        </Field>
      ) : null}
      {how === 'statement' || how === 'waived' ? (
        <Field
          name="how.attachments"
          label="书面材料"
          required={how === 'waived'}
          group
          hint={how === 'waived' ? requestWords.waived : undefined}
        >
          {() => <FileUpload label="上传书面材料" value={draft.files} onChange={files => change({ files })} />}
        </Field>
      ) : null}
      {how === 'silent' ? <p className="quiet">{requestWords.silent}</p> : null}
    </AskDialog>
  )
}

function heardOf(how: How, draft: HeardDraft): HolderHeard {
  const { on = '', chair = '', summary, files } = draft
  const attachments = files.map(f => f.id)
  switch (how) {
    case 'statement':
      return { $type: 'statement', on, summary: summary.trim(), attachments }
    case 'hearing':
      return { $type: 'hearing', on, chair: chair.trim(), summary: summary.trim(), record: attachments[0] ?? '' }
    case 'waived':
      return { $type: 'waived', on, attachments }
    case 'silent':
      return { $type: 'silent' }
  }
}
