import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { answer, api } from '../../api/client'
import { usePages } from '../../api/pages'
import { LoadedRows } from '../parts/Loaded'
import { Search } from '../parts/Search'
import { Title } from '../parts/Title'
import { ItemCard } from './ItemCard'

/** 办事指南目录. */
export default function ItemsPage() {
  const [asked, ask] = useSearchParams()
  const q = asked.get('q') ?? ''
  const department = asked.get('department') ?? ''
  const items = usePages(['items', q, department], after =>
    answer(
      api.GET('/api/items', {
        params: { query: { q: q || undefined, department: department || undefined, limit: 24, after } },
      }),
    ),
  )
  // What was seen stays offered when one of them is chosen.
  const seen = useRef(new Set<string>())
  for (const name of [department, ...items.rows.map(r => r.department)]) if (name !== '') seen.current.add(name)
  const departments = [...seen.current]
  const narrow = (changes: Record<string, string>) => {
    const next = new URLSearchParams(asked)
    for (const [name, value] of Object.entries(changes)) value === '' ? next.delete(name) : next.set(name, value)
    ask(next)
  }

  return (
    <div className="wide">
      <Title>办事指南</Title>
      <Search
        label="查找事项"
        placeholder="事项名称、拼音首字母、材料名称或编码"
        value={q}
        search={text => narrow({ q: text })}
      />
      {departments.length > 1 || department !== '' ? (
        <fieldset className="row" style={{ margin: '1rem 0' }}>
          <legend className="only-read">按部门</legend>
          {['', ...departments].map(d => (
            <button
              key={d}
              type="button"
              className={d === department ? 'button light main' : 'button light'}
              aria-pressed={d === department}
              onClick={() => narrow({ department: d })}
            >
              {d === '' ? '全部部门' : d}
            </button>
          ))}
        </fieldset>
      ) : (
        <p />
      )}
      <LoadedRows
        of={items}
        empty={
          <>
            <p>没有找到{q === '' ? '' : `与“${q}”有关的`}事项。</p>
            <p>可以换一个说法，用更短的词，或者只输入拼音首字母。</p>
          </>
        }
      >
        {rows => (
          <div className="grid">
            {rows.map(item => (
              <ItemCard key={item.code} of={item} />
            ))}
          </div>
        )}
      </LoadedRows>
    </div>
  )
}
