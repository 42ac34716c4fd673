import { useQuery } from '@tanstack/react-query'
import { Alert, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { answer, api } from '../../../api/client'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { DocumentLink } from '../../../kit/DocumentPreview'
import { FileUpload, type NamedFile } from '../../../kit/Files'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { useMe } from '../../shell/Session'
import { AskDialog } from '../parts/AskDialog'
import { Field } from '../parts/Asked'
import { type RequestDialog, useRequestCommand } from './useRequestCommand'
import { requestWords } from './words'

/** 核实. */
export function Verify(dialog: RequestDialog) {
  const { of, close } = dialog
  const me = useMe()
  const [draft, keep, forget] = useKept<{ upheld?: boolean; findings: string }>(me.id, `request.verify.${of.id}`, {
    findings: '',
  })
  const [unfilled, setUnfilled] = useState<Refused>()
  const command = useRequestCommand(
    dialog,
    (body: { upheld: boolean; findings: string }, headers) =>
      answer(api.POST('/api/requests/{id}/verify', { params: { path: { id: of.id } }, body, headers })),
    { say: '已提交核实结论。', forget },
  )

  function send() {
    const { upheld, findings } = draft
    setUnfilled(
      upheld === undefined
        ? new Refused(422, { code: 'not-filled-in', detail: '请选择核实结论。', field: 'upheld' })
        : undefined,
    )
    if (upheld !== undefined) void command.run({ upheld, findings: findings.trim() })
  }

  return (
    <AskDialog
      title="核实部门请求"
      okText="提交核实结论"
      command={{ ...command, refused: unfilled ?? command.refused }}
      send={send}
      close={close}
    >
      <Field name="upheld" label="结论" required group>
        {() => (
          <Radio.Group
            value={draft.upheld}
            onChange={e => keep(now => ({ ...now, upheld: e.target.value }))}
            options={[
              { value: true, label: '情况属实' },
              { value: false, label: '情况不属实' },
            ]}
          />
        )}
      </Field>
      <Field name="findings" label="核实的情况" required>
        {id => (
          <Input.TextArea
            id={id}
            rows={4}
            value={draft.findings}
            onChange={e => keep(now => ({ ...now, findings: e.target.value }))}
          />
        )}
      </Field>
    </AskDialog>
  )
}

/** 要求补充材料. */
export function AskForEvidence(dialog: RequestDialog) {
  const { of, close } = dialog
  const me = useMe()
  const [what, keep, forget] = useKept(me.id, `request.ask.${of.id}`, '')
  const command = useRequestCommand(
    dialog,
    (body: { what: string }, headers) =>
      answer(api.POST('/api/requests/{id}/ask-for-evidence', { params: { path: { id: of.id } }, body, headers })),
    { say: '已要求部门补充材料。', forget },
  )
  return (
    <AskDialog
      title="要求补充材料"
      okText="要求补充"
      command={command}
      send={() => void command.run({ what: what.trim() })}
      close={close}
    >
      <p className="quiet">{requestWords.askEvidence}</p>
      <Field name="what" label="需要补充什么" required>
        {id => <Input.TextArea id={id} rows={3} value={what} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}

/** 补充材料. */
export function SupplyEvidence(dialog: RequestDialog) {
  const { of, close } = dialog
  const me = useMe()
  const [draft, keep, forget] = useKept<{ files: NamedFile[]; remark: string }>(me.id, `request.supply.${of.id}`, {
    files: [],
    remark: '',
  })
  const command = useRequestCommand(
    dialog,
    (body: { evidence: string[]; remark?: string }, headers) =>
      answer(api.POST('/api/requests/{id}/evidence', { params: { path: { id: of.id } }, body, headers })),
    { say: '已补充材料。', forget },
  )
  return (
    <AskDialog
      title="补充材料"
      okText="提交补充材料"
      command={command}
      send={() => void command.run({ evidence: draft.files.map(f => f.id), remark: draft.remark.trim() || undefined })}
      close={close}
    >
      {of.request.evidenceAsked ? (
        <Alert role="note" type="info" showIcon title={of.request.evidenceAsked} style={{ marginBottom: 12 }} />
      ) : null}
      <Field name="evidence" label="证据材料" required group hint={requestWords.evidence}>
        {() => <FileUpload label="上传证据" value={draft.files} onChange={files => keep(now => ({ ...now, files }))} />}
      </Field>
      <Field name="remark" label="说明">
        {id => (
          <Input.TextArea
            id={id}
            rows={2}
            value={draft.remark}
            onChange={e => keep(now => ({ ...now, remark: e.target.value }))}
          />
        )}
      </Field>
    </AskDialog>
  )
}

/** 撤回申请. */
export function TakeBack(dialog: RequestDialog) {
  const { of, close } = dialog
  const me = useMe()
  const [reason, keep, forget] = useKept(me.id, `request.take-back.${of.id}`, '')
  const command = useRequestCommand(
    dialog,
    (body: { reason: string }, headers) =>
      answer(api.POST('/api/requests/{id}/take-back', { params: { path: { id: of.id } }, body, headers })),
    { say: '已撤回申请。', forget },
  )
  return (
    <AskDialog
      title="撤回申请"
      okText="撤回"
      danger
      command={command}
      send={() => void command.run({ reason: reason.trim() })}
      close={close}
    >
      <p className="quiet">{requestWords.takeBack}</p>
      <Field name="reason" label="撤回的原因" required>
        {id => <Input.TextArea id={id} rows={3} value={reason} onChange={e => keep(e.target.value)} />}
      </Field>
    </AskDialog>
  )
}

/** 用印: one paper at a time, the oldest first. */
export function SealPaper(dialog: RequestDialog) {
  const { of, close } = dialog
  const waiting = of.papers.filter(p => !p.sealed)
  const [document, choose] = useState(waiting[0]?.number)
  const [chosen, setSeal] = useState<string>()
  const seals = useQuery({ queryKey: ['seals'], queryFn: () => answer(api.GET('/api/seals')) })
  const usable = (seals.data ?? []).filter(s => s.status === 'inForce' && s.code === of.request.owner.code)
  const seal = chosen ?? usable[0]?.id
  const command = useRequestCommand(
    dialog,
    (body: { document: string; seal: string }, headers) =>
      answer(api.POST('/api/requests/{id}/seal', { params: { path: { id: of.id } }, body, headers })),
    { say: '已用印。' },
  )
  const paper = waiting.find(p => p.number === document)
  return (
    <AskDialog
      title="文书用印"
      okText="用印"
      disabled={!paper || !seal}
      command={command}
      send={() => {
        if (paper && seal) void command.run({ document: paper.number, seal })
      }}
      close={close}
    >
      <RefusalAlert of={seals.error} />
      <Field name="document" label="文书" required group>
        {() => (
          <Radio.Group
            className="choices-tall"
            value={document}
            onChange={e => choose(e.target.value)}
            options={waiting.map(p => ({ value: p.number, label: `${p.title}　${p.displayNumber}` }))}
          />
        )}
      </Field>
      {paper ? (
        <p>
          用印前请核对：
          <DocumentLink number={paper.number} title={`查看${paper.title}`} />
        </p>
      ) : null}
      <Field name="seal" label="印章" required>
        {(id, invalid) => (
          <Select
            id={id}
            value={seal}
            onChange={setSeal}
            status={invalid ? 'error' : undefined}
            loading={seals.isPending}
            placeholder="选择印章"
            notFoundContent="没有启用的本单位印章。"
            options={usable.map(s => ({ value: s.id, label: s.name }))}
          />
        )}
      </Field>
    </AskDialog>
  )
}
