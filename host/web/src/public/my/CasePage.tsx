import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { Link, Navigate, useParams, useSearchParams } from 'react-router'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import type { FormValues, Schema } from '../../forms/plan'
import { dayText } from '../../words/dates'
import { RecordRead } from '../form/RecordRead'
import { useCaseWatched } from '../live'
import { Facts } from '../parts/Facts'
import { Loaded } from '../parts/Loaded'
import { Title } from '../parts/Title'
import { useDistrict } from '../session'
import { materialFormName, stageName, words } from '../words'
import { Papers } from './Papers'
import { Supplement } from './Supplement'
import { Way, wayOfCase } from './Way'
import { Withdraw } from './Withdraw'

/** One's own case: where it stands, what is asked of one now, its papers. */
export default function CasePage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const shown = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  })
  const changed = useCallback(() => void queries.invalidateQueries({ queryKey: ['case', id] }), [queries, id])
  useCaseWatched(id, changed)
  return (
    <div className="wide narrow">
      <p>
        <Link to="/my">我的办件</Link>
      </p>
      <Loaded of={shown} page="我的办件">
        {of => (of.case.stage === 'draft' ? <Navigate to={`/my/cases/${id}/draft`} replace /> : <Shown of={of} />)}
      </Loaded>
    </div>
  )
}

function Shown(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const c = of.case
  const district = useDistrict()
  const [asked] = useSearchParams()
  const mayBeWithdrawn = c.stage === 'filed' || c.stage === 'awaitingSupplement' || c.stage === 'inReview'
  return (
    <>
      <Title>{c.itemName}</Title>
      {asked.has('handed-in') && c.stage === 'filed' ? (
        <div className="note good" role="status">
          <p>
            <strong>申请已经提交。</strong>办件编号 <span className="mono">{c.number}</span>
          </p>
          <p>{c.respondBy ? `${dayText(c.respondBy)}前会答复是否受理。` : ''}有变化时，这一页会自动更新。</p>
        </div>
      ) : null}
      <section className="card call" aria-live="polite">
        <h2>{stageName[c.stage]}</h2>
        {whatNow(of)}
      </section>
      {c.stage === 'awaitingSupplement' ? <Supplement of={of} /> : null}
      <section className="card">
        <h2>办理进度</h2>
        <Way of={wayOfCase(of)} />
      </section>
      <Papers of={of} />
      <section className="card">
        <h2>申请内容</h2>
        <Facts
          of={[
            [
              '办件编号',
              <span key="n" className="mono">
                {c.number}
              </span>,
            ],
            ['申请人', c.application?.applicant.name],
            ['联系电话', c.application?.applicant.contact],
            ['办理单位', c.under?.owner.name],
            ['提交日期', dayText(c.receivedOn)],
            c.application?.renews
              ? [
                  '延续的证照',
                  <span key="r" className="mono">
                    {c.application.renews}
                  </span>,
                ]
              : null,
          ]}
        />
        {c.application && c.application.materials.length > 0 ? (
          <>
            <h3>交来的材料</h3>
            <ul>
              {c.application.materials.map(m => {
                const name = c.under?.materials.find(u => u.key === m.key)?.name ?? m.key
                return (
                  <li key={`${m.key}${m.attachment ?? m.form}`}>
                    {m.attachment ? (
                      <a href={`/api/attachments/${m.attachment}`} target="_blank" rel="noreferrer">
                        {name}
                      </a>
                    ) : (
                      `${name}（${materialFormName[m.form]}）`
                    )}
                  </li>
                )
              })}
            </ul>
          </>
        ) : null}
      </section>
      {c.application ? <Form item={c.item} value={c.application.form as FormValues} /> : null}
      {mayBeWithdrawn ? <Withdraw of={of} /> : null}
      <p className="quiet small">
        有疑问请联系{c.under?.owner.name}，或者拨打{district?.hotline}。
      </p>
    </>
  )
}

/** What was filled in, for whoever wants to read it again. */
function Form(props: { item: string; value: FormValues }) {
  const [open, setOpen] = useState(false)
  const item = useQuery({
    queryKey: ['item', props.item],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: props.item } } })),
    enabled: open,
  })
  return (
    <details className="card" onToggle={e => setOpen(e.currentTarget.open)}>
      <summary>查看填写的申请表</summary>
      {open ? (
        <Loaded of={item}>
          {({ inForce }) => <RecordRead schema={inForce.elements.form as Schema} value={props.value} />}
        </Loaded>
      ) : null}
    </details>
  )
}

/** What it means for the applicant, and whether he must do something. */
function whatNow(of: ShowCaseAnswer): ReactNode {
  const c = of.case
  switch (c.stage) {
    case 'filed':
      return <p>不用您做什么。{c.respondBy ? `${dayText(c.respondBy)}前会答复是否受理。` : ''}</p>
    case 'awaitingSupplement':
      return <p>请在下面补齐要求的材料，然后提交。补齐以前不计算办理时限。</p>
    case 'inReview':
      return c.steps.some(s => s.suspension) ? (
        <p>正在进行特别程序，期间不计入办理时限。需要您配合的，会电话联系。</p>
      ) : (
        <p>不用您做什么。{c.promised?.due ? `承诺${dayText(c.promised.due)}前办好。` : ''}</p>
      )
    case 'decided':
      return <p>决定正在盖章，盖章以后在这里可以看到。</p>
    case 'sealed':
    case 'issued':
    case 'delivered':
    case 'archived':
      return c.decision?.granted === false ? (
        <p>
          决定不予许可，理由见下面的决定书。{words.remedy}
          复议机关、法院见决定书。
        </p>
      ) : (
        <p>
          已经准予。
          {c.stage === 'delivered' || c.stage === 'archived' ? '' : '证照、文书将按您选择的方式送达；电子件在下面。'}
        </p>
      )
    case 'declined':
      return <p>不予受理的理由见下面的决定书。{words.remedy}</p>
    case 'withdrawn':
      return <p>这件申请不再办理；需要时可以重新申请。</p>
    case 'terminated':
      return <p>终止的理由见下面的通知书。</p>
    default:
      return null
  }
}
