import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { LicenceActKind, RequestedAct, SubmitRequestRequest } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { FileUpload, type NamedFile } from '../../../kit/Files'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { localToday } from '../../../words/dates'
import { groundsOf, usualArticle } from '../../../words/requests'
import { useMe } from '../../shell/Session'
import { Asked, Field } from '../parts/Asked'
import { DayInput } from '../parts/DayInput'
import { LicencePicker } from '../parts/LicencePicker'
import { LicenceStands } from '../parts/LicenceStands'
import { Part } from '../parts/Part'
import { useFilter } from '../parts/useFilter'
import { requestWords } from './words'

interface Draft {
  kind?: LicenceActKind
  ground?: string
  what?: string
  holder?: string
  validUntil?: string
  until?: string
  consent: NamedFile[]
  number?: string
  on?: string
  reason?: string
  article?: string
  evidence: NamedFile[]
}

/** 提出监管申请: for one licence, with the ground of the law, the facts, the article, evidence, by a letter. */
export default function SubmitRequestPage() {
  const [filter, setFilter] = useFilter()
  const licence = filter('licence')
  return (
    <Page title="提出监管申请" sub={requestWords.sub}>
      <div className="columns">
        <div className="stack">
          <Part title="针对的证照">
            <LicencePicker label="证照" value={licence} onChange={identifier => setFilter('licence', identifier)} />
            {licence ? (
              <div style={{ marginTop: 12 }}>
                <LicenceStands identifier={licence} />
              </div>
            ) : null}
          </Part>
          {licence ? <Letter key={licence} licence={licence} /> : null}
        </div>
        {licence ? <Possible licence={licence} /> : null}
      </div>
    </Page>
  )
}

function usePossible(licence: string) {
  return useQuery({
    queryKey: ['licence', licence, 'possible-requests'],
    queryFn: () =>
      answer(api.GET('/api/licences/{identifier}/possible-requests', { params: { path: { identifier: licence } } })),
  })
}

/** What may be asked for of this licence now, and why not the rest. */
function Possible(props: { licence: string }) {
  const possible = usePossible(props.licence)
  return (
    <Part title="可以申请的处理">
      <Loaded of={possible}>
        {list => (
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {list.map(p => (
              <li key={p.kind}>
                <strong>{p.name}</strong> <span className="quiet">{p.whyNot ?? '可以申请'}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Part>
  )
}

function Letter(props: { licence: string }) {
  const { licence } = props
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const possible = usePossible(licence)
  const [draft, keep, forget] = useKept<Draft>(me.id, `request.${licence}`, {
    consent: [],
    evidence: [],
    on: localToday(),
  })
  const change = (part: Partial<Draft>) => keep(now => ({ ...now, ...part }))
  const [unfilled, setUnfilled] = useState<Refused>()
  const command = useCommand(
    (body: SubmitRequestRequest, headers) => answer(api.POST('/api/requests', { body, headers })),
    {
      touches: [['requests'], ['licence', licence], ['tasks']],
      then: submitted => {
        forget()
        void message.success('已提交监管申请。')
        void navigate(`/requests/${encodeURIComponent(submitted.id)}`, { replace: true })
      },
    },
  )

  function submit() {
    const missing =
      draft.kind === undefined
        ? 'act'
        : draft.ground === undefined
          ? 'act.ground'
          : draft.on === undefined
            ? 'letter.on'
            : undefined
    setUnfilled(
      missing ? new Refused(422, { code: 'not-filled-in', detail: '请填写这一项。', field: missing }) : undefined,
    )
    const act = actOf(draft)
    if (missing || act === undefined) return
    void command.run({
      licence,
      act,
      letter: { number: draft.number?.trim() ?? '', on: draft.on ?? '' },
      reason: draft.reason?.trim() ?? '',
      article: draft.article?.trim() ?? '',
      evidence: draft.evidence.map(f => f.id),
    })
  }

  return (
    <Asked refused={unfilled ?? command.refused} clear={command.clear}>
      <div className="stack">
        <Part title="申请的处理">
          <Loaded of={possible} rows={2}>
            {list => (
              <Field name="act" label="请求" required group>
                {() => (
                  <Radio.Group
                    optionType="button"
                    value={draft.kind}
                    onChange={e => {
                      const kind: LicenceActKind = e.target.value
                      change({ kind, ground: undefined, article: draft.article || usualArticle[kind] })
                    }}
                    options={list.map(p => ({ value: p.kind, label: p.name, disabled: !!p.whyNot }))}
                  />
                )}
              </Field>
            )}
          </Loaded>
          {draft.kind ? <Act kind={draft.kind} value={draft} change={change} /> : null}
        </Part>
        <Part title="函件">
          <Field name="letter.number" label="来函文号" required>
            {(id, invalid) => (
              <Input
                id={id}
                value={draft.number}
                onChange={e => change({ number: e.target.value })}
                status={invalid ? 'error' : undefined}
              />
            )}
          </Field>
          <Field name="letter.on" label="来函日期" required>
            {(id, invalid) => (
              <DayInput
                id={id}
                value={draft.on}
                onChange={on => change({ on })}
                until={localToday()}
                invalid={invalid}
              />
            )}
          </Field>
          <Field
            name="reason"
            label="事实和理由"
            required
            hint={draft.kind === 'cancel' && draft.ground === 'forfeited' ? requestWords.penalty : undefined}
          >
            {(id, invalid) => (
              <Input.TextArea
                id={id}
                rows={4}
                value={draft.reason}
                onChange={e => change({ reason: e.target.value })}
                status={invalid ? 'error' : undefined}
              />
            )}
          </Field>
          <Field name="article" label="依据的条款" required>
            {(id, invalid) => (
              <Input
                id={id}
                value={draft.article}
                onChange={e => change({ article: e.target.value })}
                status={invalid ? 'error' : undefined}
              />
            )}
          </Field>
          <Field name="evidence" label="证据材料" required group hint={requestWords.evidence}>
            {() => <FileUpload label="上传证据" value={draft.evidence} onChange={evidence => change({ evidence })} />}
          </Field>
        </Part>
      </div>
      <div style={{ display: 'flex', gap: 8, margin: '14px 0' }}>
        <Button type="primary" loading={command.running} onClick={submit}>
          提交申请
        </Button>
        <Button onClick={() => void navigate(-1)}>返回（已填写的保留）</Button>
      </div>
    </Asked>
  )
}

function Act(props: { kind: LicenceActKind; value: Draft; change: (part: Partial<Draft>) => void }) {
  const { kind, value, change } = props
  return (
    <>
      <Field name="act.ground" label="情形" required group>
        {() => (
          <Radio.Group
            className="choices-tall"
            value={value.ground}
            onChange={e => change({ ground: e.target.value })}
            options={Object.entries(groundsOf[kind]).map(([ground, label]) => ({ value: ground, label }))}
          />
        )}
      </Field>
      {kind === 'change' ? (
        <>
          <Alert role="note" type="info" showIcon title={requestWords.change} style={{ marginBottom: 12 }} />
          <Field name="act.holder" label="变更后的持证人名称">
            {id => <Input id={id} value={value.holder} onChange={e => change({ holder: e.target.value })} />}
          </Field>
          <Field name="act.validUntil" label="变更后的有效期止">
            {(id, invalid) => (
              <DayInput
                id={id}
                value={value.validUntil}
                onChange={validUntil => change({ validUntil })}
                from={localToday()}
                invalid={invalid}
              />
            )}
          </Field>
          <Field name="act.what" label="变更的其他内容">
            {(id, invalid) => (
              <Input.TextArea
                id={id}
                rows={2}
                value={value.what}
                onChange={e => change({ what: e.target.value })}
                status={invalid ? 'error' : undefined}
              />
            )}
          </Field>
          <Field name="act.consent" label="持证人的书面同意" group hint={requestWords.consent}>
            {() => (
              <FileUpload label="上传书面同意" single value={value.consent} onChange={consent => change({ consent })} />
            )}
          </Field>
        </>
      ) : null}
      {kind === 'suspend' ? (
        <Field name="act.until" label="暂停至（含当日）" hint={requestWords.suspendUntil}>
          {(id, invalid) => (
            <DayInput
              id={id}
              value={value.until}
              onChange={until => change({ until })}
              from={localToday()}
              invalid={invalid}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}

/** What is asked for, in the form of its kind. The ground was chosen among those of the kind. */
function actOf(draft: Draft): RequestedAct | undefined {
  if (draft.kind === undefined || draft.ground === undefined) return undefined
  const act: Record<string, unknown> = { $type: draft.kind, ground: draft.ground }
  if (draft.kind === 'change') {
    act.what = draft.what?.trim() || undefined
    act.holder = draft.holder?.trim() || undefined
    act.validUntil = draft.validUntil
    act.consent = draft.consent[0]?.id
  }
  if (draft.kind === 'suspend') act.until = draft.until
  return act as unknown as RequestedAct
}
