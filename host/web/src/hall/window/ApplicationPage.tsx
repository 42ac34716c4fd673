import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router'
import type { HeldMaterial, ShowCaseAnswer, ShowItemAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { checkForm } from '../../forms/check'
import { faultName, joined, placeOf, visited } from '../../forms/editing'
import { fieldsOfPlan, planOf, type Schema } from '../../forms/plan'
import { focusPlace, RecordForm } from '../../forms/RecordForm'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useMe } from '../shell/Session'
import { ApplicantSection, useHolder } from './ApplicantSection'
import { type Content, canBeSaved, hasValidNumber } from './content'
import { focusMaterial, MaterialsSection } from './MaterialsSection'
import { allOnPaper, linesOf, missingOf, withHeld, withoutUnheld } from './materials'
import { RenewalSection, renewable } from './RenewalSection'
import { remember } from './recent'
import { SaveLine } from './SaveLine'
import { type Gap, SummaryActions, SummaryPanel } from './SummaryPanel'
import { useShortcuts } from './shortcuts'
import { useDraft } from './useDraft'
import { WhyOwner } from './WhyOwner'
import './window.css'
import { windowWords } from './words'

/** 填写申请: a new one, or a draft that is taken up again. */
export default function ApplicationPage() {
  const params = useParams()
  const [search] = useSearchParams()
  // A new application gets its draft while it is typed: the address then names it, and the page stays as it is.
  const [opened] = useState(params.id ?? search.get('draft') ?? undefined)
  const draft = useQuery({
    queryKey: ['case', opened],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id: opened ?? '' } } })),
    enabled: opened !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const code = params.item ?? draft.data?.case.item
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: code ?? '' } } })),
    enabled: code !== undefined,
  })
  if (draft.data && draft.data.case.stage !== 'draft') return <Navigate to={`/window/cases/${opened}`} replace />
  if (opened !== undefined && !draft.data)
    return (
      <Page title="填写申请">
        <Loaded of={draft}>{() => null}</Loaded>
      </Page>
    )
  return item.data ? (
    <Application item={item.data} opened={draft.data} />
  ) : (
    <Page title="填写申请">
      <Loaded of={item}>{() => null}</Loaded>
    </Page>
  )
}

const formId = 'application'

function Application(props: { item: ShowItemAnswer; opened: ShowCaseAnswer | undefined }) {
  const { item } = props
  const { elements } = item.inForce
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [, setSearch] = useSearchParams()
  const groups = useMemo(() => planOf(elements.form as Schema), [elements.form])
  const fields = useMemo(() => fieldsOfPlan(groups), [groups])
  const draft = useDraft(item.code, props.opened, fields)
  const { content, change, saved } = draft
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [complain, setComplain] = useState(false)
  const [why, setWhy] = useState(false)
  const holder = useHolder(content)
  const isValid = hasValidNumber(content)

  useEffect(() => remember(me.id, { code: item.code, name: elements.name }), [me.id, item.code, elements.name])

  // A reload finds the draft again.
  const id = saved?.id
  useEffect(() => {
    if (id && !props.opened) setSearch({ draft: id }, { replace: true })
  }, [id, props.opened, setSearch])

  const held = useQuery({
    queryKey: ['held', item.code, content.identifier],
    queryFn: () =>
      answer(
        api.GET('/api/items/{code}/held', {
          params: { path: { code: item.code }, query: { holder: content.identifier } },
        }),
      ),
    enabled: isValid,
  })
  const checkOf = useCallback(
    (of: { id: string; version: number }) => ({
      queryKey: ['check', of.id, of.version],
      queryFn: () => answer(api.GET('/api/cases/{id}/check', { params: { path: { id: of.id } } })),
    }),
    [],
  )
  const check = useQuery({
    ...checkOf(saved ?? { id: '', version: 0 }),
    enabled: saved !== undefined,
    placeholderData: shown => shown,
  })

  const heldNow = isValid && held.data?.holder === content.identifier ? held.data.materials : undefined
  const lines = useMemo(() => {
    const judged = check.data?.assessed ? check.data.materials : undefined
    return linesOf(
      elements.materials,
      key => judged?.find(m => m.key === key)?.necessary,
      key => heldNow?.find(m => m.key === key)?.licences ?? [],
    )
  }, [elements.materials, check.data, heldNow])

  const setMaterials = useCallback(
    (next: (now: HeldMaterial[]) => HeldMaterial[]) => change(now => ({ ...now, materials: next(now.materials) })),
    [change],
  )
  // What lies here is entered by itself, as soon as it is known whose it is.
  useEffect(() => {
    if (!heldNow) return
    change(now => {
      const next = withHeld(withoutUnheld(now.materials, lines), lines)
      return JSON.stringify(next) === JSON.stringify(now.materials) ? now : { ...now, materials: next }
    })
  }, [heldNow, lines, change])

  const own = checkForm(fields, content.form)
  const hosts = (check.data?.faults ?? []).map(f => ({ path: placeOf(f.field), label: f.label, text: f.text }))
  const known = joined(own, draft.state.is === 'saved' ? hosts : [])
  const faults = complain ? known : visited(known, left)
  const missing = missingOf(lines, content.materials)
  const gaps: Gap[] = [
    ...(canBeSaved(content) ? [] : [{ key: 'applicant', text: '申请人', go: focusApplicant }]),
    ...known.map(f => ({ key: f.path, text: faultName(f), go: () => void focusPlace(formId, f.path) })),
    ...missing.map(m => ({ key: `material-${m.key}`, text: m.name, go: () => focusMaterial(m.key) })),
  ]

  const handIn = useCommand(
    async (of: { id: string; version: number }, headers) =>
      answer(
        api.POST('/api/cases/{id}/file', {
          params: { path: { id: of.id } },
          headers: { ...headers, 'If-Match': `"${of.version}"` },
        }),
      ),
    { touches: [['cases'], ['tasks'], ['holder']] },
  )
  const accepting = useCommand(
    async (of: { id: string; version: number }, headers) =>
      answer(
        api.POST('/api/cases/{id}/accept', {
          params: { path: { id: of.id } },
          headers: { ...headers, 'If-Match': `"${of.version}"` },
        }),
      ),
    { touches: [['cases'], ['tasks']] },
  )
  const [running, setRunning] = useState(false)
  const [said, setSaid] = useState<{ text: string; of: Content }>()

  const say = (text: string) => setSaid({ text, of: content })

  async function go(accept: boolean) {
    if (running) return
    setComplain(true)
    setSaid(undefined)
    const stops = accept ? gaps : gaps.filter(g => !g.key.startsWith('material-'))
    if (stops.length > 0) {
      say(stops[0]?.key.startsWith('material-') ? windowWords.missingNow : windowWords.finishForm)
      setTimeout(() => stops[0]?.go())
      return
    }
    setRunning(true)
    try {
      const now = await draft.flush()
      if (!now) return
      if (accept) {
        const checked = await queries.fetchQuery({ ...checkOf(now), staleTime: Number.POSITIVE_INFINITY })
        if (!checked.mayBeAccepted) {
          // What the form makes necessary is known only now.
          const first = checked.materials.find(m => m.missing)
          say(checked.mayBeFiled ? windowWords.missingNow : windowWords.finishForm)
          if (checked.mayBeFiled && first) setTimeout(() => focusMaterial(first.key))
          return
        }
      }
      const filed = await handIn.run(now)
      if (!filed) return
      draft.forget()
      const accepted = accept ? await accepting.run(filed) : undefined
      const print = accepted?.documents.find(d => d.kind === 'acceptance')?.number
      navigate(`/window/cases/${now.id}`, { replace: true, state: accept ? { print } : { receipt: true } })
    } finally {
      setRunning(false)
    }
  }

  useShortcuts({
    'Ctrl+Enter': () => void go(true),
    'Ctrl+Shift+Enter': () => void go(false),
    'Alt+P': () => setMaterials(now => allOnPaper(now, lines)),
  })

  const renewals = elements.result?.renewalWindow ? renewable(holder.data?.licences ?? [], item.code) : []
  const owner = item.ownership.owner
  return (
    <Page
      title={elements.name}
      sub={
        <span className="results-line">
          <span className="mono">{item.code}</span>
          {owner ? (
            <Button size="small" type="link" style={{ padding: 0 }} onClick={() => setWhy(true)}>
              由{owner.name}办理，{windowWords.why}
            </Button>
          ) : null}
        </span>
      }
    >
      {owner && owner.code !== me.organisation.code ? (
        <Alert
          type="warning"
          showIcon
          title={`“${elements.name}”由${owner.name}办理，${windowWords.goThere(owner.name)}`}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <div className="apply">
        <div className="stack">
          <ApplicantSection content={content} change={change} holder={holder.data} complain={complain} />
          {elements.result && renewals.length > 0 ? (
            <RenewalSection
              result={elements.result}
              licences={renewals}
              renews={content.renews}
              onChange={renews => change(now => ({ ...now, renews }))}
            />
          ) : null}
          <Card size="small" title={<h2 className="card-title">申请表</h2>}>
            <RecordForm
              id={formId}
              groups={groups}
              values={content.form}
              onChange={form => change(now => ({ ...now, form }))}
              faults={faults}
              onLeft={path => setLeft(now => (now.has(path) ? now : new Set(now).add(path)))}
              applicant={isValid ? content.identifier : ''}
            />
          </Card>
          <MaterialsSection lines={lines} handedIn={content.materials} onChange={setMaterials} complain={complain} />
        </div>
        <aside className="stack with-actions" aria-label="预检与办理">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled by keys too. */}
          <section className="scrolls" tabIndex={0} aria-label="预检">
            <SummaryPanel
              elements={elements}
              check={check.data}
              gaps={gaps}
              owner={owner?.name ?? windowWords.cancelled}
            />
          </section>
          <SaveLine of={draft} />
          <RefusalAlert of={handIn.refused} close={handIn.clear} />
          <div role="alert">{said?.of === content ? said.text : ''}</div>
          <SummaryActions
            ready={gaps.length === 0}
            running={running}
            accept={() => void go(true)}
            fileOnly={() => void go(false)}
          />
        </aside>
      </div>
      {why && owner ? (
        <WhyOwner code={item.code} name={elements.name} owner={owner.name} close={() => setWhy(false)} />
      ) : null}
    </Page>
  )
}

function focusApplicant() {
  const number = document.getElementById('applicant-identifier')
  const name = document.getElementById('applicant-name') as HTMLInputElement | null
  if (number?.getAttribute('aria-invalid') !== 'true' && name?.value.trim() === '') name.focus()
  else number?.focus()
}
