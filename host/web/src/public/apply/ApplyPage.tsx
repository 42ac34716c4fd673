import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Applicant } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { instantText } from '../../words/dates'
import { ApplicantFields, applicantFault } from '../form/ApplicantFields'
import { TextField } from '../parts/Field'
import { Loaded } from '../parts/Loaded'
import { RefusalNote } from '../parts/RefusalNote'
import { Title } from '../parts/Title'
import { useMe } from '../session'
import { spanText, words } from '../words'

const nobody: Applicant = { kind: 'person', name: '', identifier: '', contact: '' }

/** 在线申请, its first page: who applies; from then on there is a draft. */
export default function ApplyPage() {
  const { code = '' } = useParams()
  const [asked] = useSearchParams()
  const me = useMe()
  const go = useNavigate()
  // The same person applies again and again: what he is called need not be typed twice.
  const [applicant, setApplicant] = useKept<Applicant>(me?.id ?? '', 'applicant', nobody)
  const [renews, setRenews] = useState(asked.get('renews') ?? '')
  const [fault, setFault] = useState<{ field: string; text: string }>()
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code } } })),
  })
  const drafts = useQuery({
    queryKey: ['cases', 'drafts', code],
    queryFn: () =>
      answer(api.GET('/api/cases', { params: { query: { item: code, stage: 'draft', mine: true, limit: 5 } } })),
  })
  const draft = useCommand(
    (of: Applicant, headers) =>
      answer(
        api.POST('/api/cases', {
          body: {
            item: code,
            channel: 'online',
            applicant: of,
            form: {},
            materials: [],
            renews: renews.trim() === '' ? null : renews.trim(),
          },
          headers,
        }),
      ),
    { touches: [['cases']], then: made => go(`/my/cases/${made.id}/draft?step=form`, { replace: true }) },
  )

  function submit(e: FormEvent) {
    e.preventDefault()
    const wrong = applicantFault(applicant)
    setFault(wrong)
    if (wrong) document.getElementById(`applicant-${wrong.field}`)?.focus()
    else void draft.run({ ...applicant, name: applicant.name.trim(), contact: applicant.contact.trim() })
  }

  return (
    <div className="wide narrow">
      <Loaded of={item} page="在线申请">
        {({ inForce }) => {
          const of = inForce.elements
          return (
            <>
              <p>
                <Link to={`/items/${code}`}>{of.name}</Link>
              </p>
              <Title>在线申请</Title>
              {drafts.data && drafts.data.items.length > 0 ? (
                <section className="card call">
                  <h2>您有没填完的申请</h2>
                  <ul className="lines bare">
                    {drafts.data.items.map(d => (
                      <li key={d.id} className="row spread">
                        <span>
                          {d.applicant}，草稿号{d.id}
                        </span>
                        <Link className="button light" to={`/my/cases/${d.id}/draft`}>
                          继续填写<span className="only-read">{d.id}</span>
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
              ) : null}
              <form className="card" onSubmit={submit} noValidate>
                <h2>申请人</h2>
                <ApplicantFields of={applicant} fault={fault} onChange={setApplicant} />
                {of.result?.renewalWindow ? (
                  <TextField
                    label="要延续的证照编号"
                    optional
                    hint={`新办不用填。延续须在有效期届满前${spanText(of.result.renewalWindow)}提出。`}
                    value={renews}
                    onChange={setRenews}
                    fault={draft.refused?.field === 'renews' ? draft.refused.message : undefined}
                  />
                ) : null}
                <RefusalNote of={draft.refused} />
                <button type="submit" className="button main" disabled={draft.running}>
                  {draft.running ? '正在保存……' : '下一步：填写申请表'}
                </button>
                <p className="quiet small" style={{ marginTop: '0.8rem' }}>
                  {words.whoSees}
                </p>
              </form>
              <p className="quiet small">适用{instantText(inForce.from)}起的办事指南。</p>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
