import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { withItem } from '../../forms/editing'
import { useKept } from '../../forms/kept'
import { useMe } from '../shell/Session'
import { touched } from './IntakePage'
import { Panel } from './Panel'
import { noReason, type Reason, reasonsOf } from './reasons'
import { windowWords } from './words'

/** 不予受理: reasons with their articles, and the competent agency where it is another's. */
export function DeclinePanel(props: {
  of: ShowCaseAnswer
  done: (document: string | undefined) => void
  close: () => void
}) {
  const { of } = props
  const me = useMe()
  const [typed, setTyped, forget] = useKept(me.id, `decline.${of.id}`, { reasons: [noReason], agency: '' })
  const decline = useCommand(
    async (_: null, headers) =>
      answer(
        api.POST('/api/cases/{id}/decline', {
          params: { path: { id: of.id } },
          body: {
            reasons: reasonsOf(typed.reasons),
            competentAgency: typed.agency.trim() === '' ? null : typed.agency.trim(),
          },
          headers,
        }),
      ),
    {
      version: of.version,
      touches: touched(of.id),
      then: done => {
        forget()
        props.done(done.documents.findLast(d => d.kind === 'nonAcceptance')?.number)
      },
    },
  )
  const change = (index: number, reason: Reason) =>
    setTyped(now => ({ ...now, reasons: withItem(now.reasons, index, reason) }))
  return (
    <Panel
      title="不予受理"
      help={windowWords.declineHelp}
      action="不予受理"
      danger
      running={decline.running}
      refused={decline.refused}
      run={() => void decline.run(null)}
      close={props.close}
    >
      {typed.reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reason is its place.
        <div key={index} className="stack" style={{ gap: 4 }}>
          <label htmlFor={`reason-${index}`}>理由{typed.reasons.length > 1 ? index + 1 : ''}</label>
          <Input.TextArea
            id={`reason-${index}`}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason.text}
            onChange={e => change(index, { ...reason, text: e.target.value })}
          />
          <Input
            aria-label={`依据${typed.reasons.length > 1 ? index + 1 : ''}`}
            placeholder="依据，如《中华人民共和国行政许可法》第三十二条第一款第一项"
            value={reason.article}
            onChange={e => change(index, { ...reason, article: e.target.value })}
          />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => setTyped(now => ({ ...now, reasons: [...now.reasons, noReason] }))}
      >
        再加一条理由
      </Button>
      <div className="field">
        <label className="field-label" htmlFor="competent-agency">
          有权办理的机关<span className="quiet">（不属于本机关职权范围时填写）</span>
        </label>
        <Input
          id="competent-agency"
          value={typed.agency}
          onChange={e => setTyped(now => ({ ...now, agency: e.target.value }))}
        />
      </div>
    </Panel>
  )
}
