import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Segmented, type TableColumnsType } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ListTasksRow, Role, TaskLight } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useTasksChanged } from '../../api/live'
import { type Rows, usePages } from '../../api/pages'
import { Code } from '../../kit/Code'
import { Due } from '../../kit/Due'
import { Light } from '../../kit/Light'
import { Page } from '../../kit/Page'
import { PageTable } from '../../kit/PageTable'
import { shortDay } from '../../words/dates'
import { roleName } from '../../words/roles'
import { useMe } from '../shell/Session'
import { addressOf } from './addressOf'
import { freshKeys } from './fresh'
import { Notices } from './Notices'
import { type LightOf, Tiles } from './Tiles'
import './tasks.css'

/** 工作台: what I must do now, most urgent first. */
export default function TasksPage() {
  const me = useMe()
  const queries = useQueryClient()
  const [asked, setAsked] = useSearchParams()
  const role: Role = me.roles.find(r => r === asked.get('role')) ?? me.roles[0] ?? 'window'
  const light = (asked.get('light') as LightOf | null) ?? undefined
  const kind = asked.get('kind') ?? undefined
  const summary = useQuery({
    queryKey: ['tasks', 'summary'],
    queryFn: () => answer(api.GET('/api/tasks/summary')),
  })
  const rows = usePages(['tasks', role], after =>
    answer(api.GET('/api/tasks', { params: { query: { role, after, limit: 100 } } })),
  )
  useTasksChanged(useCallback(() => void queries.invalidateQueries({ queryKey: ['tasks'] }), [queries]))

  const shown = rows.rows.filter(
    r => (light === undefined || (r.light ?? 'undated') === light) && (kind === undefined || r.kind === kind),
  )
  const isNew = useNewRows(role, rows)
  const list = useRef<HTMLDivElement>(null)

  function ask(change: Record<string, string | undefined>) {
    setAsked(
      now => {
        const next = new URLSearchParams(now)
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  }

  return (
    <Page
      title="工作台"
      sub="需要我办理的，最急的在最前。按 J、K 键上下移动，回车打开。"
      actions={
        me.roles.length > 1 ? (
          <Segmented
            aria-label="岗位"
            value={role}
            onChange={r => ask({ role: r, light: undefined, kind: undefined })}
            options={me.roles.map(r => ({ value: r, label: roleName[r] }))}
          />
        ) : undefined
      }
    >
      <Notices />
      <Tiles
        of={summary.data?.roles.find(r => r.role === role)}
        light={light}
        kind={kind}
        choose={(part, value) => ask({ [part]: value })}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus between the links of the rows, which do the rest. */}
      <div ref={list} onKeyDown={e => move(e, list.current)}>
        <Shortcuts list={list} />
        {rows.more && (light || kind) ? (
          <Alert
            role="note"
            type="info"
            title="筛选的是已显示的待办；更多的请在下方继续显示。"
            style={{ marginBottom: 8 }}
          />
        ) : null}
        <PageTable<ListTasksRow>
          label="待办"
          of={{ ...rows, rows: shown }}
          columns={columnsFor(role, isNew)}
          rowKey={keyOf}
          rowClass={r => (isNew(r) ? 'task-new' : '')}
          empty={light || kind ? '没有这一类的待办。' : '现在没有需要您办理的事项。'}
        />
      </div>
    </Page>
  )
}

function keyOf(row: ListTasksRow): string {
  return `${row.kind}/${row.id}/${row.key}`
}

/** What came while the list was open; what was there at first is not new. */
function useNewRows(role: Role, list: Rows<ListTasksRow>): (row: ListTasksRow) => boolean {
  const seen = useRef<{ role: Role; keys: string[]; hadMore: boolean; fresh: Set<string> } | undefined>(undefined)
  const keys = list.rows.map(keyOf)
  if (!list.loading) {
    const before = seen.current?.role === role ? seen.current : undefined
    const fresh = before ? [...before.fresh, ...freshKeys(before.keys, before.hadMore, keys)] : []
    seen.current = { role, keys, hadMore: list.more !== undefined, fresh: new Set(fresh) }
  }
  return row => seen.current?.fresh.has(keyOf(row)) ?? false
}

function links(list: HTMLElement | null): HTMLAnchorElement[] {
  return [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-task]') ?? [])]
}

function move(event: KeyboardEvent | globalThis.KeyboardEvent, list: HTMLElement | null) {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const all = links(list)
  const at = all.indexOf(document.activeElement as HTMLAnchorElement)
  const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** J and K begin the movement from anywhere on the page where nothing is being typed. */
function Shortcuts({ list }: { list: { readonly current: HTMLElement | null } }) {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (target.closest('input, textarea, select, [contenteditable], [role=dialog]') || list.current?.contains(target))
        return
      if (event.key === 'j' || event.key === 'k') move(event, list.current)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [list])
  return null
}

function columnsFor(role: Role, isNew: (row: ListTasksRow) => boolean): TableColumnsType<ListTasksRow> {
  return [
    {
      title: '办什么',
      width: 180,
      render: (_, r) => (
        <>
          <Link data-task to={`${addressOf(r)}?role=${role}&work=${encodeURIComponent(r.key.split(':')[0] ?? '')}`}>
            {r.title}
          </Link>
          {isNew(r) ? <span className="task-new-word">新</span> : null}
        </>
      ),
    },
    { title: '时限', render: (_, r) => <Light of={r.light as TaskLight | null} />, width: 110 },
    { title: '最迟', render: (_, r) => <Due day={r.due} />, width: 190 },
    { title: '事项', dataIndex: 'itemName' },
    { title: '申请人（持证人）', dataIndex: 'party' },
    { title: '编号', render: (_, r) => <Code short={16}>{r.number}</Code>, width: 190 },
    { title: '等候自', render: (_, r) => <span className="nowrap">{shortDay(r.since)}</span>, width: 130 },
  ]
}
