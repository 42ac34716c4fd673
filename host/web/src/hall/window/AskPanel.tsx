import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { Material, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { withItem } from '../../forms/editing'
import { useKept } from '../../forms/kept'
import { useMe } from '../shell/Session'
import { touched } from './IntakePage'
import { standingOf } from './materials'
import { Panel } from './Panel'
import { type Asked, alsoMissing, nothingAsked } from './reasons'
import { windowWords } from './words'

/** 一次性补正告知: what is missing by itself, and what is there but not in order, with what is wrong with it. */
export function AskPanel(props: {
  of: ShowCaseAnswer
  missing: Material[]
  done: (document: string | undefined) => void
  close: () => void
}) {
  const { of, missing } = props
  const me = useMe()
  const [asked, setAsked, forget] = useKept<Asked>(me.id, `ask.${of.id}`, nothingAsked)
  const materials = of.case.under?.materials ?? []
  const there = materials.filter(m => standingOf(m.key, of.case.application?.materials ?? []) !== 'none')
  const also = alsoMissing(asked, materials)
  const ask = useCommand(
    async (_: null, headers) =>
      answer(
        api.POST('/api/cases/{id}/ask-for-supplement', {
          params: { path: { id: of.id } },
          body: { alsoMissing: also },
          headers,
        }),
      ),
    {
      version: of.version,
      touches: touched(of.id),
      then: done => {
        forget()
        props.done(done.documents.findLast(d => d.kind === 'supplement')?.number)
      },
    },
  )
  return (
    <Panel
      title="一次性告知补正"
      help={windowWords.askHelp}
      action="告知补正"
      running={ask.running}
      disabled={missing.length === 0 && also.length === 0}
      refused={ask.refused}
      run={() => void ask.run(null)}
      close={props.close}
    >
      {missing.length > 0 ? (
        <div>
          缺少：
          <ul className="missing-list">
            {missing.map(m => (
              <li key={m.key}>{m.name}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {there.map(m => (
        <div className="field" key={m.key}>
          <label className="field-label" htmlFor={`wrong-${m.key}`}>
            {m.name}
          </label>
          <Input
            id={`wrong-${m.key}`}
            placeholder="符合要求的不填；不符合的写明缘由"
            value={asked.wrong[m.key] ?? ''}
            onChange={e => setAsked(now => ({ ...now, wrong: { ...now.wrong, [m.key]: e.target.value } }))}
          />
        </div>
      ))}
      {asked.others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <div key={index} className="results-line" style={{ flexWrap: 'nowrap' }}>
          <Input
            aria-label={`另需补正${index + 1}`}
            placeholder="还要补正什么"
            value={other.name}
            onChange={e =>
              setAsked(now => ({ ...now, others: withItem(now.others, index, { ...other, name: e.target.value }) }))
            }
          />
          <Input
            aria-label={`另需补正${index + 1}的要求`}
            placeholder="要求"
            value={other.requirement}
            onChange={e =>
              setAsked(now => ({
                ...now,
                others: withItem(now.others, index, { ...other, requirement: e.target.value }),
              }))
            }
          />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => setAsked(now => ({ ...now, others: [...now.others, { name: '', requirement: '' }] }))}
      >
        另加一项
      </Button>
    </Panel>
  )
}
