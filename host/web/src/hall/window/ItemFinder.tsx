import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Tag } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ListItemsRow } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useMe } from '../shell/Session'
import { recentFirst, recentItems } from './recent'
import { WhyOwner } from './WhyOwner'
import './window.css'
import { windowWords } from './words'

/** 查找事项: typed, chosen with the arrows, opened with Enter; says beforehand whose it is if it is not this window's. */
export function ItemFinder() {
  const me = useMe()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const asked = useDebounced(typed.trim(), 160)
  const [at, setAt] = useState(0)
  const [why, setWhy] = useState<ListItemsRow>()
  const [elsewhere, setElsewhere] = useState<ListItemsRow>()
  // Enter was pressed by somebody quicker than the answer.
  const [hurried, setHurried] = useState(false)
  const [recent] = useState(() => recentItems(me.id))
  const found = useQuery({
    queryKey: ['items', asked],
    queryFn: () =>
      answer(api.GET('/api/items', { params: { query: { q: asked === '' ? undefined : asked, limit: 30 } } })),
    placeholderData: shown => shown,
  })
  const rows = recentFirst(found.data?.items ?? [], recent)
  const active = Math.min(at, rows.length - 1)
  const isAnswered = asked === typed.trim() && found.data !== undefined && !found.isPlaceholderData

  function open(row: ListItemsRow | undefined) {
    if (!row) return
    if (obstacle(row, me.organisation.code)) setElsewhere(row)
    else navigate(`/window/new/${row.code}`)
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && event.altKey) setWhy(rows[active])
    // What is being asked for may not be what is shown yet.
    else if (event.key === 'Enter') setHurried(true)
    else return
    event.preventDefault()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is opened once, when what was asked for is there.
  useEffect(() => {
    if (!hurried || !isAnswered) return
    setHurried(false)
    open(rows[active])
  }, [hurried, isAnswered])

  useEffect(() => {
    document.getElementById(`item-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <section aria-label={windowWords.find}>
      <Input
        size="large"
        autoFocus
        allowClear
        prefix={<SearchOutlined />}
        placeholder={windowWords.findHint}
        aria-label={windowWords.find}
        aria-describedby="find-keys"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-haspopup="grid"
        aria-controls="found-items"
        aria-activedescendant={rows.length > 0 ? `item-${active}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={e => {
          setTyped(e.target.value)
          setAt(0)
          setHurried(false)
          setElsewhere(undefined)
        }}
        onKeyDown={onKey}
      />
      <div id="find-keys" className="quiet find-keys">
        {windowWords.findKeys}
      </div>
      {found.error ? <RefusalAlert of={found.error} again={() => void found.refetch()} /> : null}
      {elsewhere ? (
        <p role="alert" className="elsewhere">
          {obstacle(elsewhere, me.organisation.code)?.long}{' '}
          <Button size="small" type="link" onClick={() => setWhy(elsewhere)}>
            {windowWords.why}
          </Button>
        </p>
      ) : null}
      <div id="found-items" role="grid" aria-label="事项" className="found-items" aria-busy={found.isFetching}>
        {rows.map((row, index) => {
          const no = obstacle(row, me.organisation.code)
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box; the row is its active descendant.
            <div
              key={row.code}
              id={`item-${index}`}
              role="row"
              aria-selected={index === active}
              className="found-item"
              onPointerMove={() => setAt(index)}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: what is in it has the focus. */}
              <div role="gridcell" className="found-name">
                {no ? (
                  <button type="button" className="as-link" onClick={() => setElsewhere(row)}>
                    {row.name}
                  </button>
                ) : (
                  <Link to={`/window/new/${row.code}`}>{row.name}</Link>
                )}
                <span className="quiet tabular">{row.initials.toUpperCase().slice(0, 14)}</span>
                {recent.some(r => r.code === row.code) ? <Tag>{windowWords.recent}</Tag> : null}
                <span className="quiet">{row.department}</span>
              </div>
              {/* biome-ignore lint/a11y/useFocusableInteractive: what is in it has the focus. */}
              <div role="gridcell" className="found-owner">
                {no ? <Tag>{no.short}</Tag> : <span className="quiet">{windowWords.here}</span>}
                <Button
                  size="small"
                  type="text"
                  onClick={() => setWhy(row)}
                  aria-label={`${row.name}由谁办理，${windowWords.why}`}
                >
                  {windowWords.why}
                </Button>
              </div>
            </div>
          )
        })}
      </div>
      <div role="status" className="quiet">
        {found.data && rows.length === 0 ? windowWords.nothingFound : ''}
      </div>
      {why ? (
        <WhyOwner
          code={why.code}
          name={why.name}
          owner={why.owner?.name ?? windowWords.cancelled}
          close={() => setWhy(undefined)}
        />
      ) : null}
    </section>
  )
}

/** Why this window cannot take it, in short and at length. */
function obstacle(row: ListItemsRow, mine: string): { short: string; long: string } | undefined {
  if (!row.owner) return { short: windowWords.cancelled, long: `“${row.name}”已经取消，不再办理。` }
  if (row.owner.code !== mine)
    return {
      short: windowWords.notHere(row.owner.name),
      long: `“${row.name}”由${row.owner.name}办理，${windowWords.goThere(row.owner.name)}`,
    }
  return row.served
    ? undefined
    : { short: windowWords.notServed, long: `“${row.name}”暂不能受理：${windowWords.notServedHelp}` }
}

function useDebounced<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}
