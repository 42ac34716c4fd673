import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { DrawFlowChartProcedure, ItemElement, ItemElements, Limit, Ownership } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { dayText } from '../../words/dates'
import { limitText } from '../../words/limits'
import { Facts } from '../parts/Facts'
import { Loaded, Waiting } from '../parts/Loaded'
import { Title } from '../parts/Title'
import { elementName, feeText, itemTypeName, spanText, startEventText } from '../words'

const FlowChart = lazy(() => import('../../chart/FlowChart'))

/** 办事指南: everything somebody must know before he applies. */
export default function GuidePage() {
  const { code = '' } = useParams()
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code } } })),
  })
  const procedure = useQuery({
    queryKey: ['item', code, 'procedure'],
    queryFn: () => answer(api.GET('/api/items/{code}/procedure', { params: { path: { code } } })),
  })
  // Whether it can be asked for now, the directory knows.
  const listed = useQuery({
    queryKey: ['items', 'one', code],
    queryFn: () => answer(api.GET('/api/items', { params: { query: { q: code, limit: 1 } } })),
  })
  const served = listed.data?.items.find(i => i.code === code)?.served

  return (
    <div className="wide narrow">
      <Loaded of={item} page="办事指南">
        {({ inForce, ownership }) => {
          const of = inForce.elements
          return (
            <>
              <p className="no-print">
                <Link to="/items">办事指南</Link>
              </p>
              <Title>{of.name}</Title>
              <p className="row">
                <span className="tag">{itemTypeName[of.type]}</span>
                <span className="quiet small">事项编码 {of.code}</span>
              </p>
              <div className="row no-print" style={{ marginBottom: '1.2rem' }}>
                {served ? (
                  <Link className="button main" to={`/apply/${of.code}`}>
                    在线申请
                  </Link>
                ) : null}
                <button type="button" className="button" onClick={() => window.print()}>
                  打印本指南
                </button>
              </div>
              {served === false ? (
                <p className="note warn">
                  {ownership.owner
                    ? `暂不能网上申请，请到${ownership.owner.name}的窗口办理。`
                    : '这个事项已经取消，不再办理。'}
                </p>
              ) : null}
              <Who of={ownership} />
              <Conditions of={of} />
              <Materials of={of} />
              <Limits of={of} />
              <section className="card">
                <h2>办理步骤{mark(of, 'steps')}</h2>
                <Loaded of={procedure}>{p => <Procedure of={p} />}</Loaded>
              </section>
              <section className="card">
                <h2>收费和结果</h2>
                <Facts
                  of={[
                    [
                      '收费',
                      <span key="fee">
                        {of.fee ? `${feeText(of.fee.amount)}（${of.fee.basis}）` : '不收费'}
                        {mark(of, 'fee')}
                      </span>,
                    ],
                    ['办理结果', of.result?.name ?? '审批决定'],
                    of.result
                      ? [
                          '有效期',
                          <span key="validity">
                            {of.result.validity ? spanText(of.result.validity) : '长期'}
                            {mark(of, 'validity')}
                          </span>,
                        ]
                      : null,
                    of.result?.renewalWindow
                      ? ['延续', `有效期届满前${spanText(of.result.renewalWindow)}提出申请`]
                      : null,
                  ]}
                />
              </section>
              <section className="card">
                <h2>办理依据{mark(of, 'legalBasis')}</h2>
                <ul>
                  {of.legalBasis.map(basis => (
                    <li key={basis}>{basis}</li>
                  ))}
                </ul>
              </section>
              <p className="quiet small">
                本指南自{dayText(inForce.from)}起适用（版本{inForce.number}）。标有“待核实”的内容以官方公布的为准。
              </p>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function mark(of: ItemElements, element: ItemElement) {
  return of.unconfirmed.includes(element) ? (
    <>
      {' '}
      <span className="tag warn" title={`${elementName[element]}尚未与官方来源核对`}>
        待核实
      </span>
    </>
  ) : null
}

/** The steps in words; the drawing beside them where there is room for it, and on a phone for whoever asks for it. */
function Procedure(props: { of: DrawFlowChartProcedure }) {
  const { of } = props
  const isRoomy = window.matchMedia('(min-width: 800px)').matches
  const [drawn, setDrawn] = useState(isRoomy)
  const chart = (
    <Suspense fallback={<Waiting />}>
      <FlowChart of={of} />
    </Suspense>
  )
  if (isRoomy) return chart
  return (
    <>
      <ol>
        {of.nodes
          .filter(n => n.kind === 'step')
          .map(n => (
            <li key={n.id}>
              <strong>{n.title}</strong>
              {n.lines.map(line => (
                <div key={line.text} className="quiet">
                  {line.text}
                </div>
              ))}
            </li>
          ))}
      </ol>
      <details onToggle={e => setDrawn(e.currentTarget.open)}>
        <summary>看流程图</summary>
        {drawn ? chart : null}
      </details>
    </>
  )
}

function Who(props: { of: Ownership }) {
  const { owner, supervisor, assisting, explanation } = props.of
  return (
    <section className="card call">
      <h2>谁来办</h2>
      <p>
        {owner ? (
          <>
            现由<strong>{owner.name}</strong>受理、审查、决定。
          </>
        ) : (
          '这个事项已经取消，不再办理。'
        )}
        {owner && supervisor.code !== owner.code ? `批准以后由${supervisor.name}监管。` : ''}
        {assisting ? `过渡期内由${assisting.name}协助。` : ''}
      </p>
      <details>
        <summary>为什么由这个单位办</summary>
        <ol>
          {explanation.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
    </section>
  )
}

function Conditions(props: { of: ItemElements }) {
  const { of } = props
  return (
    <section className="card">
      <h2>办理条件{mark(of, 'conditions')}</h2>
      {of.conditions.length === 0 ? (
        <p>没有特别的条件。</p>
      ) : (
        <ul>
          {of.conditions.map(c => (
            <li key={c.key}>{c.text}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Materials(props: { of: ItemElements }) {
  const { of } = props
  return (
    <section className="card">
      <h2>申请材料{mark(of, 'materials')}</h2>
      {of.materials.length === 0 ? (
        <p>只需填写申请表，不用提交其他材料。</p>
      ) : (
        <ol className="lines">
          {of.materials.map(m => (
            <li key={m.key}>
              <strong>{m.name}</strong>{' '}
              <span className={m.required ? 'tag' : 'tag good'}>{m.required ? '必须提交' : '视情形提交'}</span>
              {m.requirement ? <div>{m.requirement}</div> : null}
              {m.heldAs ? <div className="quiet small">本局颁发的“{m.heldAs}”尚在有效期内的，不用提交。</div> : null}
            </li>
          ))}
        </ol>
      )}
      <p className="quiet small">列明以外的材料，窗口不会要求提交。</p>
    </section>
  )
}

function Limits(props: { of: ItemElements }) {
  const { of } = props
  return (
    <section className="card">
      <h2>多久办好</h2>
      <p>
        承诺<strong>{inWords(of.promisedLimit)}</strong>
        {mark(of, 'promisedLimit')}；法律规定最长
        <strong>{limitText(of.statutoryLimit)}</strong>
        {mark(of, 'statutoryLimit')}，{startEventText[of.startEvent]}。
      </p>
      {of.tiers.length > 0 ? (
        <ul>
          {of.tiers.map(t => (
            <li key={t.key}>
              {t.label}：承诺{inWords(t.promised)}，法定{limitText(t.statutory)}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="quiet small">提交以后5个工作日内答复是否受理；逾期不答复的，自收到申请之日起即为受理。</p>
    </section>
  )
}

function inWords(limit: Limit): string {
  return limit.count === 0 ? '当场办结' : `${limitText(limit)}内办好`
}
