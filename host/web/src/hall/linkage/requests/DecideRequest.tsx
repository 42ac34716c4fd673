import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import type { DecideRequestRequest } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { FileList } from '../../../kit/Files'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { type RequestDialog, useRequestCommand } from './useRequestCommand'
import { requestWords } from './words'

interface Draft {
  accepted?: boolean
  reasons: { text: string; article: string }[]
  citesRecord: boolean
  greatHarm?: boolean
  weighing: string
  recompense: string
}

/** 作出决定: accepted or not, with reasons, and what the law has considered beside them. */
export function DecideRequest(dialog: RequestDialog) {
  const { of, close } = dialog
  const { request, considered } = of
  const me = useMe()
  const [draft, keep, forget] = useKept<Draft>(me.id, `request.decide.${of.id}`, {
    reasons: [{ text: '', article: request.article }],
    citesRecord: false,
    weighing: '',
    recompense: '',
  })
  const [unfilled, setUnfilled] = useState<Refused>()
  const change = (part: Partial<Draft>) => keep(now => ({ ...now, ...part }))
  const command = useRequestCommand(
    dialog,
    (body: DecideRequestRequest, headers) =>
      answer(api.POST('/api/requests/{id}/decide', { params: { path: { id: of.id } }, body, headers })),
    { say: '已作出决定并答复部门。', forget },
  )
  const record = request.heard?.$type === 'hearing' ? request.heard.record : undefined
  const weighs = considered.publicInterest && (draft.accepted === true || considered.bound)
  const recompenses = considered.recompense !== null && considered.recompense !== undefined && draft.accepted === true

  function send() {
    const { accepted, greatHarm } = draft
    const missing =
      accepted === undefined ? 'accepted' : weighs && accepted && greatHarm === undefined ? 'publicInterest' : undefined
    setUnfilled(
      missing ? new Refused(422, { code: 'not-filled-in', detail: '请填写这一项。', field: missing }) : undefined,
    )
    if (missing || accepted === undefined) return
    void command.run({
      accepted,
      reasons: draft.reasons
        .filter(r => r.text.trim() !== '')
        .map(r => ({ text: r.text.trim(), article: r.article.trim() || undefined })),
      hearingRecord: draft.citesRecord ? record : undefined,
      publicInterest: weighs && greatHarm !== undefined ? { greatHarm, weighing: draft.weighing.trim() } : undefined,
      recompense: recompenses ? draft.recompense.trim() : undefined,
    })
  }

  return (
    <AskDialog
      title={`决定：${of.actName}${request.licence?.name ?? ''}`}
      okText="作出决定"
      width={680}
      command={{ ...command, refused: unfilled ?? command.refused }}
      send={send}
      close={close}
    >
      {considered.bound ? (
        <Alert role="note" type="info" showIcon title={requestWords.bound} style={{ marginBottom: 12 }} />
      ) : null}
      <Field name="accepted" label="决定" required group hint={requestWords.decided}>
        {() => (
          <Radio.Group
            value={draft.accepted}
            onChange={e => change({ accepted: e.target.value })}
            options={[
              { value: true, label: `采纳，${of.actName}证照` },
              { value: false, label: '不予采纳' },
            ]}
          />
        )}
      </Field>
      <Reasons value={draft.reasons} change={reasons => change({ reasons })} />
      {record ? (
        <Field name="hearingRecord" label="听证笔录" required group>
          {() => (
            <>
              <FileList of={[{ id: record, name: '听证笔录' }]} />
              <Checkbox checked={draft.citesRecord} onChange={e => change({ citesRecord: e.target.checked })}>
                {requestWords.cited}
              </Checkbox>
            </>
          )}
        </Field>
      ) : null}
      {weighs ? (
        <Field name="publicInterest" label="对公共利益的影响" required group>
          {(id, invalid) => (
            <>
              <Radio.Group
                value={draft.greatHarm}
                onChange={e => change({ greatHarm: e.target.value })}
                options={[
                  { value: false, label: '撤销不致造成重大损害' },
                  { value: true, label: '撤销可能造成重大损害' },
                ]}
              />
              <Input.TextArea
                aria-label="对公共利益影响的说明"
                id={id}
                rows={2}
                value={draft.weighing}
                onChange={e => change({ weighing: e.target.value })}
                status={invalid ? 'error' : undefined}
                style={{ marginTop: 6 }}
              />
            </>
          )}
        </Field>
      ) : null}
      {recompenses ? (
        <Field
          name="recompense"
          label={`对持证人损失的${considered.recompense}`}
          required
          hint={requestWords.recompense}
        >
          {(id, invalid) => (
            <Input.TextArea
              id={id}
              rows={2}
              value={draft.recompense}
              onChange={e => change({ recompense: e.target.value })}
              status={invalid ? 'error' : undefined}
            />
          )}
        </Field>
      ) : null}
    </AskDialog>
  )
}

function Reasons(props: { value: Draft['reasons']; change: (reasons: Draft['reasons']) => void }) {
  const { value, change } = props
  const put = (at: number, part: Partial<Draft['reasons'][number]>) =>
    change(value.map((r, i) => (i === at ? { ...r, ...part } : r)))
  return (
    <Field name="reasons" label="理由" required group>
      {() => (
        <div className="stack" style={{ gap: 8 }}>
          {value.map((reason, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a reason has no name but its place.
            <div key={at} style={{ display: 'flex', gap: 6, alignItems: 'flex-start' }}>
              <div style={{ flex: 1, display: 'grid', gap: 4 }}>
                <Input.TextArea
                  aria-label={`理由${at + 1}`}
                  rows={2}
                  placeholder="理由"
                  value={reason.text}
                  onChange={e => put(at, { text: e.target.value })}
                />
                <Input
                  aria-label={`理由${at + 1}的依据条款`}
                  placeholder="依据条款"
                  value={reason.article}
                  onChange={e => put(at, { article: e.target.value })}
                />
              </div>
              {value.length > 1 ? (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={`删除理由${at + 1}`}
                  onClick={() => change(value.filter((_, i) => i !== at))}
                />
              ) : null}
            </div>
          ))}
          <div>
            <Button size="small" icon={<PlusOutlined />} onClick={() => change([...value, { text: '', article: '' }])}>
              增加一条理由
            </Button>
          </div>
        </div>
      )}
    </Field>
  )
}
