import { Alert, App, Button, Form, Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import type { DecideCaseRequest, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { Refused } from '../../api/refused'
import { useKept } from '../../forms/kept'
import { Paper } from '../../kit/DocumentPreview'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useMe } from '../shell/Session'
import { touchesOf } from './caseContext'
import { Field } from './Field'
import { type Reason, ReasonsField, reasonsOf } from './ReasonsField'
import { plannedSteps } from './stepPlan'
import { useSaid } from './useSaid'
import { words } from './words'

interface Draft {
  granted: boolean | null
  /** Kept apart: why it is denied must never stand under a grant because somebody changed his mind. */
  forGrant: Reason[]
  forDenial: Reason[]
}

const noDraft: Draft = { granted: null, forGrant: [], forDenial: [] }

/** 作出决定: by somebody other than the one who accepted, with its document looked at before. */
export function DecideForm({ of }: { of: ShowCaseAnswer }) {
  const me = useMe()
  const { modal } = App.useApp()
  const [draft, setDraft, forget] = useKept<Draft>(me.id, `case.${of.id}.decide`, noDraft)
  const [paper, setPaper] = useState<string>()
  const [previewing, setPreviewing] = useState(false)
  const [unseen, setUnseen] = useState<Refused>()
  const decide = useCommand(
    (body: DecideCaseRequest, headers) =>
      answer(api.POST('/api/cases/{id}/decide', { params: { path: { id: of.id } }, headers, body })),
    { version: of.version, touches: touchesOf(of.id), then: useSaid('决定已作出，文书待用印。', forget) },
  )
  if (of.case.acceptedBy === me.id) return <Alert role="note" type="info" showIcon title={words.acceptedByMe} />

  const steps = plannedSteps(of.case)
  const objected = steps.some(s => s.state === 'objected')
  const cited = steps.filter(s => s.progress.document || s.progress.passedOver)
  const requirements = of.case.under?.requirements ?? []
  const reasons = draft.granted === false ? draft.forDenial : draft.forGrant
  const body = (): DecideCaseRequest => ({ granted: draft.granted === true, reasons: reasonsOf(reasons) })
  const refused = decide.refused ?? unseen

  async function preview() {
    setUnseen(undefined)
    decide.clear()
    setPreviewing(true)
    try {
      const asked = api.POST('/api/cases/{id}/decide/preview', {
        params: { path: { id: of.id } },
        body: body(),
        parseAs: 'text',
      })
      setPaper(await answer(asked))
    } catch (thrown) {
      setUnseen(Refused.from(thrown))
    } finally {
      setPreviewing(false)
    }
  }

  function confirm() {
    setUnseen(undefined)
    modal.confirm({
      title: draft.granted ? '作出准予决定？' : '作出不予许可决定？',
      content: draft.granted ? words.confirmGrant : words.confirmDenial,
      okText: draft.granted ? '准予' : '不予许可',
      okButtonProps: { danger: draft.granted === false },
      onOk: () => void decide.run(body()),
    })
  }

  return (
    <Form layout="vertical" onFinish={confirm}>
      <Field label="决定" id="granted" refused={refused} field="granted" required>
        <Radio.Group
          id="granted"
          aria-label="决定"
          value={draft.granted}
          onChange={e => setDraft({ ...draft, granted: e.target.value })}
          options={[
            { value: true, label: '准予' },
            { value: false, label: '不予' },
          ]}
        />
      </Field>
      {draft.granted === true && requirements.length > 0 ? (
        <p className="quiet">{words.requirements(requirements)}</p>
      ) : null}
      <Field
        label="理由与依据"
        id="reasons"
        refused={refused}
        field="reasons"
        required={draft.granted === false || objected}
        help={draft.granted === false ? words.denialNeedsReasons : objected ? words.objectionNeedsReasons : undefined}
      >
        <ReasonsField
          id="reasons"
          value={reasons}
          onChange={changed => setDraft({ ...draft, [draft.granted === false ? 'forDenial' : 'forGrant']: changed })}
        />
      </Field>
      {cited.length > 0 ? (
        <p className="quiet">
          决定书将引用：
          {cited
            .map(
              s =>
                `${s.progress.byOrganisation ?? s.lead?.name ?? ''}${s.definition.name}（${s.progress.document ?? '未按时出具'}）`,
            )
            .join('、')}
        </p>
      ) : null}
      <RefusalAlert of={refused} />
      <Space wrap>
        <Button onClick={() => void preview()} loading={previewing} disabled={draft.granted === null}>
          预览文书
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          danger={draft.granted === false}
          loading={decide.running}
          disabled={draft.granted === null}
        >
          {draft.granted === false ? '不予许可' : '作出决定'}
        </Button>
      </Space>
      {paper !== undefined ? (
        <Modal open title="决定文书预览（尚未作出决定）" width={860} footer={null} onCancel={() => setPaper(undefined)}>
          <Paper title="决定文书预览" html={paper} />
        </Modal>
      ) : null}
    </Form>
  )
}
