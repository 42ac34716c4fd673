import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Navigate, useParams, useSearchParams } from 'react-router'
import type { ItemElements, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { checkForm } from '../../forms/check'
import { type FormFault, fieldsOfPlan, planOf, type Schema, tidy } from '../../forms/plan'
import { ApplicantFields, applicantFault } from '../form/ApplicantFields'
import { FaultList } from '../form/FaultList'
import { FormFields } from '../form/FormFields'
import { MaterialFields } from '../form/Materials'
import { Loaded, Waiting } from '../parts/Loaded'
import { RefusalNote } from '../parts/RefusalNote'
import { Title } from '../parts/Title'
import { useMe } from '../session'
import { words } from '../words'
import { CheckResult } from './CheckResult'
import { useDraft } from './useDraft'

const steps = [
  { key: 'applicant', name: '申请人' },
  { key: 'form', name: '申请表' },
  { key: 'materials', name: '材料' },
  { key: 'check', name: '提交' },
] as const
type Step = (typeof steps)[number]['key']

/** 填写申请: a draft, step by step, to the handing in. */
export default function DraftPage() {
  const { id = '' } = useParams()
  const shown = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  })
  const code = shown.data?.case.item
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: code ?? '' } } })),
    enabled: code !== undefined,
  })
  return (
    <div className="wide narrow">
      <Loaded of={shown} page="填写申请">
        {of =>
          of.case.stage !== 'draft' ? (
            <Navigate to={`/my/cases/${id}?handed-in`} replace />
          ) : (
            <Loaded of={item} page="填写申请">
              {({ inForce }) => <Writing of={of} item={inForce.elements} />}
            </Loaded>
          )
        }
      </Loaded>
    </div>
  )
}

function Writing(props: { of: ShowCaseAnswer; item: ItemElements }) {
  const { of, item } = props
  const id = of.id
  const me = useMe()
  const [asked, ask] = useSearchParams()
  const step: Step = steps.find(s => s.key === asked.get('step'))?.key ?? 'applicant'
  const at = steps.findIndex(s => s.key === step)
  const groups = planOf(item.form as Schema)
  const fields = fieldsOfPlan(groups)
  const { draft, save, saved, other, change, takeMine, takeOther, forget } = useDraft(me?.id ?? '', of, fields)
  const [faults, setFaults] = useState<FormFault[]>([])
  const [attempt, setAttempt] = useState(0)
  const [wrong, setWrong] = useState<{ field: string; text: string }>()
  const isWithMaterials = step === 'materials' || step === 'check'
  const check = useQuery({
    queryKey: ['check', id, draft.base],
    queryFn: () => answer(api.GET('/api/cases/{id}/check', { params: { path: { id } } })),
    enabled: isWithMaterials && !draft.unsaved,
    placeholderData: before => before,
    staleTime: 0,
  })
  const file = useCommand(
    (_: undefined, headers) => answer(api.POST('/api/cases/{id}/file', { params: { path: { id } }, headers })),
    {
      version: draft.base,
      touches: [['case', id], ['cases']],
      then: forget,
    },
  )

  function open(next: Step) {
    ask({ step: next }, { replace: true })
    setFaults([])
    window.scrollTo(0, 0)
    void saved()
  }

  function forward() {
    const next = steps[at + 1]?.key
    if (!next) return
    if (step === 'applicant') {
      const fault = applicantFault(draft.applicant)
      setWrong(fault)
      if (fault) return document.getElementById(`applicant-${fault.field}`)?.focus()
    }
    if (step === 'form') {
      const found = checkForm(fields, tidy(fields, draft.form))
      setFaults(found)
      if (found.length > 0) return setAttempt(attempt + 1)
    }
    open(next)
  }

  const rest = check.data
  return (
    <>
      <p>
        <Link to={`/items/${item.code}`} target="_blank">
          {item.name}
        </Link>
      </p>
      <Title>填写申请</Title>
      <ol className="steps">
        {steps.map((s, i) => (
          <li key={s.key}>
            <button type="button" aria-current={s.key === step ? 'step' : undefined} onClick={() => open(s.key)}>
              {i + 1} {s.name}
            </button>
          </li>
        ))}
      </ol>
      {other ? (
        <div className="note warn" role="alert">
          <p>这份草稿在别处修改过，本机又有没保存的内容。用哪一份继续？</p>
          <div className="row">
            <button type="button" className="button" onClick={takeMine}>
              用本机的内容
            </button>
            <button type="button" className="button" onClick={takeOther}>
              用别处保存的内容
            </button>
          </div>
        </div>
      ) : null}
      {step === 'applicant' ? (
        <section className="card">
          <h2>申请人</h2>
          <ApplicantFields of={draft.applicant} fault={wrong} onChange={applicant => change(() => ({ applicant }))} />
        </section>
      ) : null}
      {step === 'form' ? (
        <section className="card">
          <h2>申请表</h2>
          <FaultList of={faults} attempt={attempt} />
          <FormFields
            groups={groups}
            values={draft.form}
            faults={faults}
            onChange={form => {
              change(() => ({ form }))
              // What was wrong is looked at again as it is put right.
              if (faults.length > 0) {
                const still = new Set(checkForm(fields, tidy(fields, form)).map(f => f.path))
                setFaults(faults.filter(f => still.has(f.path)))
              }
            }}
          />
        </section>
      ) : null}
      {step === 'materials' ? (
        <section>
          <h2>申请材料</h2>
          <p className="quiet">可以用手机拍照。支持照片、PDF、OFD、Word、Excel 文件，每份不超过20兆。</p>
          {item.materials.length === 0 ? <p className="note">这个事项不用提交材料，请继续下一步。</p> : null}
          {item.materials.map(m => {
            const known = rest?.materials.find(c => c.key === m.key)
            return (
              <MaterialFields
                key={m.key}
                of={m}
                necessary={known?.necessary ?? m.required ?? true}
                held={known?.held ?? []}
                value={draft.materials.filter(v => v.key === m.key)}
                names={draft.names}
                onChange={(value, names) =>
                  change(now => ({
                    materials: [...now.materials.filter(v => v.key !== m.key), ...value],
                    names: { ...now.names, ...names },
                  }))
                }
              />
            )
          })}
        </section>
      ) : null}
      {step === 'check' ? (
        <Checking unsaved={draft.unsaved} refused={check.error} again={() => void check.refetch()}>
          {rest && !draft.unsaved ? (
            <CheckResult of={rest} draft={draft} item={item} open={s => open(s as Step)} />
          ) : null}
        </Checking>
      ) : null}
      {save.refused?.isSilence || save.refused?.isStale ? null : <RefusalNote of={save.refused} />}
      <RefusalNote of={file.refused} />
      <div className="row">
        {at > 0 ? (
          <button type="button" className="button" onClick={() => open(steps[at - 1]?.key ?? 'applicant')}>
            上一步
          </button>
        ) : null}
        {step === 'check' ? (
          <button
            type="button"
            className="button main"
            disabled={!rest?.mayBeFiled || draft.unsaved || file.running || check.isFetching}
            onClick={() => void file.run(undefined)}
          >
            {file.running ? '正在提交……' : '提交申请'}
          </button>
        ) : (
          <button type="button" className="button main" onClick={forward}>
            下一步
          </button>
        )}
      </div>
      <p className="quiet small" role="status" style={{ marginTop: '0.9rem' }}>
        {draft.unsaved
          ? save.refused?.isSilence
            ? '暂时没有保存到系统，正在重试；内容已保存在本机。'
            : save.running
              ? '正在保存……'
              : '内容已保存在本机。'
          : '已保存，可以随时离开，以后从“我的办件”继续。'}
      </p>
      <p className="quiet small">{words.whoSees}</p>
    </>
  )
}

function Checking(props: { unsaved: boolean; refused: unknown; again: () => void; children: ReactNode }) {
  if (props.refused) return <RefusalNote of={props.refused} again={props.again} />
  return props.children ?? <Waiting />
}
