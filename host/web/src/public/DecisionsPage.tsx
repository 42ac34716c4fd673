import { Link, useSearchParams } from 'react-router'
import { answer, api } from '../api/client'
import { usePages } from '../api/pages'
import { dayText } from '../words/dates'
import { Facts } from './parts/Facts'
import { LoadedRows } from './parts/Loaded'
import { Search } from './parts/Search'
import { Title } from './parts/Title'

/** 决定公开. */
export default function DecisionsPage() {
  const [asked, ask] = useSearchParams()
  const q = asked.get('q') ?? ''
  const granted = asked.get('granted') ?? ''
  // A number has digits, a name of somebody has none to speak of.
  const isNumber = /\d{4}/.test(q)
  const decisions = usePages(['decisions', q, granted], after =>
    answer(
      api.GET('/api/decisions', {
        params: {
          query: {
            number: isNumber ? q : undefined,
            holder: !isNumber && q !== '' ? q : undefined,
            granted: granted === '' ? undefined : granted === 'true',
            limit: 20,
            after,
          },
        },
      }),
    ),
  )
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(asked)
    value === '' ? next.delete(name) : next.set(name, value)
    ask(next)
  }

  return (
    <div className="wide narrow">
      <Title>决定公开</Title>
      <p>作出并盖章的行政许可决定在这里公开；自然人的姓名只显示一部分。</p>
      <Search
        label="查找决定"
        placeholder="单位名称，或者完整的文号、编号"
        value={q}
        search={text => narrow('q', text)}
      />
      <fieldset className="row" style={{ margin: '1rem 0' }}>
        <legend className="only-read">按结果</legend>
        {[
          ['', '全部'],
          ['true', '准予'],
          ['false', '不予'],
        ].map(([value = '', label]) => (
          <button
            key={value}
            type="button"
            className={value === granted ? 'button light main' : 'button light'}
            aria-pressed={value === granted}
            onClick={() => narrow('granted', value)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <LoadedRows of={decisions} empty="没有找到这样的决定。请核对名称或者编号。">
        {rows => (
          <ul className="bare">
            {rows.map(of => (
              <li key={of.number} className="card">
                <h2>{of.holder}</h2>
                <p className="row">
                  <span className={of.granted ? 'tag good' : 'tag bad'}>{of.granted ? '准予' : '不予'}</span>
                  {of.itemName}
                </p>
                <Facts
                  of={[
                    ['文书', `${of.title}（${of.displayNumber}）`],
                    of.holderNumber
                      ? [
                          '信用代码',
                          <span key="c" className="mono">
                            {of.holderNumber}
                          </span>,
                        ]
                      : null,
                    ['决定机关', of.organ],
                    ['决定日期', dayText(of.decidedOn)],
                    of.licenceName
                      ? [
                          '证照',
                          `${of.licenceName}${of.licenceStateName ? `，现在：${of.licenceStateName}` : ''}${of.validUntil ? `，有效期至${dayText(of.validUntil)}` : ''}`,
                        ]
                      : null,
                  ]}
                />
                <Link to={`/verify?number=${encodeURIComponent(of.licence ?? of.number)}`}>核验</Link>
              </li>
            ))}
          </ul>
        )}
      </LoadedRows>
    </div>
  )
}
