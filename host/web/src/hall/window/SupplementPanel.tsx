import { useQuery } from '@tanstack/react-query'
import { Button, Card, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import type { HeldMaterial, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { checkForm } from '../../forms/check'
import { joined, placeOf } from '../../forms/editing'
import { useKept } from '../../forms/kept'
import { type FormValues, fieldsOfPlan, planOf, type Schema, tidy } from '../../forms/plan'
import { focusPlace, RecordForm } from '../../forms/RecordForm'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useMe } from '../shell/Session'
import { touched } from './IntakePage'
import { MaterialsSection } from './MaterialsSection'
import { allOnPaper, linesOf, standingOf } from './materials'
import { useShortcuts } from './shortcuts'
import './window.css'
import { windowWords } from './words'

interface Typed {
  materials: HeldMaterial[]
  /** Undefined while the form stays as it is. */
  form: FormValues | undefined
}

/** 收到补正: which materials came, and the form with its corrections. */
export function SupplementPanel(props: { of: ShowCaseAnswer; done: () => void }) {
  const { of } = props
  const c = of.case
  const me = useMe()
  const before = c.application?.materials ?? []
  const [typed, setTyped, forget] = useKept<Typed>(me.id, `supplement.${of.id}`, { materials: [], form: undefined })
  const [complain, setComplain] = useState(false)
  const item = useQuery({
    queryKey: ['item', c.item],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: c.item } } })),
  })
  const groups = useMemo(() => planOf((item.data?.inForce.elements.form ?? {}) as Schema), [item.data])
  const fields = useMemo(() => fieldsOfPlan(groups), [groups])
  const held = useQuery({
    queryKey: ['held', c.item, c.application?.applicant.identifier],
    queryFn: () =>
      answer(
        api.GET('/api/items/{code}/held', {
          params: { path: { code: c.item }, query: { holder: c.application?.applicant.identifier ?? '' } },
        }),
      ),
  })
  const handedIn = [...before.filter(h => typed.materials.every(t => t.key !== h.key)), ...typed.materials]
  const lines = linesOf(
    c.under?.materials ?? [],
    key => c.under?.requiredMaterials.includes(key),
    key => held.data?.materials.find(m => m.key === key)?.licences ?? [],
  )
  const receive = useCommand(
    async (_: null, headers) =>
      answer(
        api.POST('/api/cases/{id}/supplement', {
          params: { path: { id: of.id } },
          body: { materials: typed.materials, ...(typed.form ? { form: tidy(fields, typed.form) } : {}) },
          headers,
        }),
      ),
    {
      version: of.version,
      touches: touched(of.id),
      then: () => {
        forget()
        props.done()
      },
    },
  )
  const own = typed.form ? checkForm(fields, typed.form) : []
  const hosts = (receive.refused?.faults ?? []).map(f => ({ path: placeOf(f.field), label: f.label, text: f.text }))

  /** What was there before and stays is not handed in again. */
  function setMaterials(next: (now: HeldMaterial[]) => HeldMaterial[]) {
    setTyped(now => {
      const all = next([...before.filter(h => now.materials.every(t => t.key !== h.key)), ...now.materials])
      return { ...now, materials: all.filter(h => !before.some(b => b.key === h.key && same(b, h))) }
    })
  }

  function run() {
    setComplain(true)
    const first = own[0]
    if (first) focusPlace('supplement', first.path)
    else void receive.run(null)
  }

  useShortcuts({
    'Ctrl+Enter': receive.running ? undefined : run,
    'Alt+P': () => setMaterials(now => allOnPaper(now, lines)),
  })

  return (
    <>
      <Card size="small" title={<h2 className="card-title">告知补正的内容</h2>}>
        <ul className="missing-list">
          {c.missing.map(m => (
            <li key={m.name}>
              {m.name}
              {m.requirement ? `：${m.requirement}` : ''}
            </li>
          ))}
        </ul>
      </Card>
      <MaterialsSection
        title="收到的补正材料"
        lines={lines}
        handedIn={handedIn}
        onChange={setMaterials}
        complain={complain && lines.some(l => l.necessary && standingOf(l.key, handedIn) === 'none')}
      />
      <Card size="small">
        <Checkbox
          checked={typed.form !== undefined}
          onChange={e =>
            setTyped(now => ({
              ...now,
              form: e.target.checked ? ((c.application?.form ?? {}) as FormValues) : undefined,
            }))
          }
        >
          申请表也有改正
        </Checkbox>
        {typed.form ? (
          <div style={{ marginTop: 10 }}>
            <RecordForm
              id="supplement"
              groups={groups}
              values={typed.form}
              onChange={form => setTyped(now => ({ ...now, form }))}
              faults={complain ? joined(own, hosts) : []}
              applicant={c.application?.applicant.identifier}
            />
          </div>
        ) : null}
      </Card>
      <RefusalAlert of={receive.refused} close={receive.clear} />
      <div className="results-line">
        <Button type="primary" loading={receive.running} onClick={run}>
          收到补正{' '}
          <span className="keys" aria-hidden="true">
            Ctrl+Enter
          </span>
        </Button>
        <span className="quiet">{windowWords.supplementHelp}</span>
      </div>
    </>
  )
}

function same(a: HeldMaterial, b: HeldMaterial): boolean {
  return a.form === b.form && (a.attachment ?? null) === (b.attachment ?? null)
}
