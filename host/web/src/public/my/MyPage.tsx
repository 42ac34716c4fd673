import { Link } from 'react-router'
import { answer, api } from '../../api/client'
import { usePages } from '../../api/pages'
import { dayText } from '../../words/dates'
import { LoadedRows } from '../parts/Loaded'
import { Title } from '../parts/Title'
import { useMe } from '../session'
import { stageName } from '../words'

/** 我的办件. */
export default function MyPage() {
  const me = useMe()
  const cases = usePages(['cases', 'mine'], after =>
    answer(api.GET('/api/cases', { params: { query: { mine: true, limit: 20, after } } })),
  )
  return (
    <div className="wide narrow">
      <Title>我的办件</Title>
      <p className="row spread">
        <span>{me?.name}，您好。</span>
        <Link to="/my/password">修改密码</Link>
      </p>
      <LoadedRows
        of={cases}
        empty={
          <>
            <p>您还没有在网上提交过申请。</p>
            <Link className="button main" to="/items">
              找要办的事项
            </Link>
          </>
        }
      >
        {rows => (
          <ul className="bare">
            {rows.map(of => {
              const isDraft = of.stage === 'draft'
              const asks = isDraft || of.stage === 'awaitingSupplement'
              return (
                <li key={of.id}>
                  <Link className="card" to={isDraft ? `/my/cases/${of.id}/draft` : `/my/cases/${of.id}`}>
                    <strong>{of.itemName}</strong>
                    <span className="row">
                      <span className={asks ? 'tag warn' : 'tag'}>{stageName[of.stage]}</span>
                      {of.suspended ? <span className="tag">办理时限暂停</span> : null}
                    </span>
                    <span className="quiet small">
                      {of.applicant}
                      {of.receivedOn ? `，${dayText(of.receivedOn)}提交` : ''}
                      {of.stage === 'inReview' && (of.promisedDue ?? of.due)
                        ? `，${dayText(of.promisedDue ?? of.due)}前办好`
                        : ''}
                    </span>
                  </Link>
                </li>
              )
            })}
          </ul>
        )}
      </LoadedRows>
    </div>
  )
}
