import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { dayText } from '../../words/dates'
import { Facts } from '../parts/Facts'
import { Loaded } from '../parts/Loaded'
import { isInForce, noticeKind, noticeTitle } from '../words'

/** 文书 and 证照 of a case, to be read, kept and checked. What carries no seal yet is not shown: it has no effect. */
export function Papers(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const c = of.case
  const sealed = c.notices.filter(n => n.seal)
  const renewable = c.under?.result?.renewalWindow
  return (
    <>
      {c.licence ? <Licence identifier={c.licence} item={renewable ? c.item : undefined} /> : null}
      <section className="card">
        <h2>文书</h2>
        <ul className="lines bare">
          <li className="row spread">
            <span>
              收件凭证
              <span className="quiet small">，{dayText(c.completeOn ?? c.receivedOn)}</span>
            </span>
            <a className="button light" href={`/api/cases/${of.id}/receipt`} target="_blank" rel="noreferrer">
              查看<span className="only-read">收件凭证</span>
            </a>
          </li>
          {sealed.map(n => {
            const number = String(n.number)
            const kind = noticeKind(number)
            const title = kind ? noticeTitle[kind] : '文书'
            const address = `/api/documents/${encodeURIComponent(number)}`
            return (
              <li key={number} className="row spread">
                <span>
                  {title}
                  <span className="quiet small">
                    ，{n.displayNumber}，{dayText(n.issuedOn)}
                  </span>
                </span>
                <span className="row">
                  <a className="button light" href={address} target="_blank" rel="noreferrer">
                    查看<span className="only-read">{title}</span>
                  </a>
                  <a className="button light" href={`${address}/pdf`}>
                    下载<span className="only-read">{title}</span>
                  </a>
                </span>
              </li>
            )
          })}
        </ul>
      </section>
    </>
  )
}

/** The licence as the public verification knows it: what it is worth today. */
function Licence(props: { identifier: string; item: string | undefined }) {
  const { identifier } = props
  const verified = useQuery({
    queryKey: ['verify', identifier],
    queryFn: () => answer(api.GET('/api/verify/{number}', { params: { path: { number: identifier } } })),
  })
  return (
    <section className="card">
      <h2>证照</h2>
      <Loaded of={verified}>
        {of => (
          <>
            <Facts
              of={[
                ['名称', of.title],
                [
                  '编号',
                  <span key="n" className="mono">
                    {of.number}
                  </span>,
                ],
                [
                  '状态',
                  <span key="s" className={isInForce(of.state) ? 'tag good' : 'tag bad'}>
                    {of.stateName}
                  </span>,
                ],
                ['颁发日期', dayText(of.issuedOn)],
                ['有效期至', of.validUntil ? dayText(of.validUntil) : '长期'],
              ]}
            />
            <div className="row">
              <Link className="button light" to={`/verify?number=${encodeURIComponent(identifier)}`}>
                核验
              </Link>
              {props.item ? (
                <Link className="button light" to={`/apply/${props.item}?renews=${encodeURIComponent(identifier)}`}>
                  申请延续
                </Link>
              ) : null}
            </div>
          </>
        )}
      </Loaded>
    </section>
  )
}
