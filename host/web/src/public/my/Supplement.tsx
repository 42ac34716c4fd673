import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HeldMaterial, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { checkForm } from '../../forms/check'
import { useKept } from '../../forms/kept'
import { type FormFault, type FormValues, fieldsOfPlan, planOf, type Schema, tidy } from '../../forms/plan'
import { FaultList } from '../form/FaultList'
import { FormFields } from '../form/FormFields'
import { type FileNames, MaterialFields } from '../form/Materials'
import { Waiting } from '../parts/Loaded'
import { RefusalNote } from '../parts/RefusalNote'
import { useMe } from '../session'

interface Brought {
  materials: HeldMaterial[]
  names: FileNames
  /** The form with its corrections; null as long as it stays. */
  form: FormValues | null
}

const nothing: Brought = { materials: [], names: {}, form: null }

/** 补正 in place: what was asked for, brought here; and the form, where it is to be corrected. */
export function Supplement(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const { id, version } = of
  const c = of.case
  const me = useMe()
  const [brought, bring, forget] = useKept<Brought>(me?.id ?? '', `supplement.${id}`, nothing)
  const [faults, setFaults] = useState<FormFault[]>([])
  const [attempt, setAttempt] = useState(0)
  const item = useQuery({
    queryKey: ['item', c.item],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: c.item } } })),
    enabled: brought.form !== null,
  })
  const held = useQuery({
    queryKey: ['held', c.item, c.application?.applicant.identifier],
    queryFn: () =>
      answer(
        api.GET('/api/items/{code}/held', {
          params: { path: { code: c.item }, query: { holder: c.application?.applicant.identifier ?? '' } },
        }),
      ),
  })
  const groups = item.data ? planOf(item.data.inForce.elements.form as Schema) : []
  const fields = fieldsOfPlan(groups)
  const hand = useCommand(
    (now: Brought, headers) =>
      answer(
        api.POST('/api/cases/{id}/supplement', {
          params: { path: { id } },
          body: { materials: now.materials, ...(now.form === null ? {} : { form: tidy(fields, now.form) }) },
          headers,
        }),
      ),
    { version, touches: [['case', id], ['cases']], then: forget },
  )

  const asked = c.under?.materials ?? []
  // What is asked for by name is one of the item's materials, or something of this case alone.
  const named = new Set(c.missing.map(m => m.name))
  const first = asked.filter(m => named.has(m.name))
  const others = asked.filter(m => !named.has(m.name))
  const still = first.filter(m => !brought.materials.some(b => b.key === m.key))
  const draw = (materials: typeof asked) =>
    materials.map(m => (
      <MaterialFields
        key={m.key}
        of={m}
        necessary={named.has(m.name)}
        held={held.data?.materials.find(h => h.key === m.key)?.licences ?? []}
        value={brought.materials.filter(v => v.key === m.key)}
        names={brought.names}
        onChange={(value, names) =>
          bring(now => ({
            ...now,
            materials: [...now.materials.filter(v => v.key !== m.key), ...value],
            names: { ...now.names, ...names },
          }))
        }
      />
    ))

  function submit() {
    if (brought.form !== null) {
      const found = checkForm(fields, tidy(fields, brought.form))
      setFaults(found)
      if (found.length > 0) return setAttempt(attempt + 1)
    }
    void hand.run(brought)
  }

  return (
    <section aria-label="补正">
      <div className="note warn">
        <p>
          <strong>需要补正：</strong>
        </p>
        <ul>
          {c.missing.map(m => (
            <li key={m.name}>
              <strong>{m.name}</strong>
              {m.requirement ? `：${m.requirement}` : ''}
            </li>
          ))}
        </ul>
      </div>
      {draw(first)}
      {others.length > 0 ? (
        <details open={first.length < c.missing.length}>
          <summary>更换或者增加其他材料</summary>
          {draw(others)}
        </details>
      ) : null}
      {brought.form === null ? (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => bring(now => ({ ...now, form: (c.application?.form ?? {}) as FormValues }))}
          >
            同时更正申请表
          </button>
        </p>
      ) : (
        <div className="card">
          <div className="row spread">
            <h2>更正申请表</h2>
            <button type="button" className="button light" onClick={() => bring(now => ({ ...now, form: null }))}>
              不改了
            </button>
          </div>
          <FaultList of={faults} attempt={attempt} />
          {item.data ? (
            <FormFields
              groups={groups}
              values={brought.form}
              faults={faults}
              onChange={form => bring(now => ({ ...now, form }))}
            />
          ) : (
            <Waiting />
          )}
        </div>
      )}
      <RefusalNote of={hand.refused} />
      <p role="status">{still.length > 0 ? `还没有补的：${still.map(m => m.name).join('、')}` : ''}</p>
      <p>
        <button
          type="button"
          className="button main"
          disabled={hand.running || (brought.materials.length === 0 && brought.form === null)}
          onClick={submit}
        >
          {hand.running ? '正在提交……' : '提交补正'}
        </button>
      </p>
    </section>
  )
}
