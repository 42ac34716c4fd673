import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

/** How the line for changes stands. Without it everything works; changes are then seen when a page is opened again. */
export type LineState = 'connected' | 'reconnecting' | 'off'

/** A stream that has changed: never what, only that. Of kinds that not everybody may read one by one, only the kind is told. */
export interface Changed {
  kind: string
  id: string | null
  version: number | null
}

/** Who else has a stream open. */
export interface Presence {
  kind: string
  id: string
  names: string[]
}

type Listener<T> = (message: T) => void

class Emitter<T> {
  private readonly listeners = new Set<Listener<T>>()

  on(listener: Listener<T>): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tell(message: T) {
    for (const listener of this.listeners) listener(message)
  }
}

/** The line over which the host says what has changed (SignalR at `/api/live`). */
export class Live {
  readonly changed = new Emitter<Changed>()
  readonly tasks = new Emitter<void>()
  readonly present = new Emitter<Presence>()
  readonly work = new Emitter<{ id: string }>()
  private readonly stateChanged = new Emitter<LineState>()
  /** By what was asked for; the host may know it under a fuller identifier. */
  private readonly watched = new Map<string, { kind: string; id: string; times: number; answered: string }>()
  private current: LineState = 'off'
  private wanted = false
  private readonly connection = new HubConnectionBuilder()
    .withUrl('/api/live', { headers: { 'X-Requested-With': 'OneSeal' } })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => Math.min(500 * 2 ** c.previousRetryCount, 10_000) })
    .configureLogging(LogLevel.None)
    .build()

  constructor(private readonly queries: QueryClient) {
    this.connection.on('changed', (m: Changed) => this.changed.tell({ ...m, id: this.asked(m.kind, m.id) }))
    this.connection.on('tasks', () => this.tasks.tell())
    this.connection.on('present', (m: { kind: string; id: string; people: { name: string }[] }) =>
      this.present.tell({ kind: m.kind, id: this.asked(m.kind, m.id) ?? m.id, names: m.people.map(p => p.name) }),
    )
    this.connection.on('work', (m: { id: string }) => this.work.tell(m))
    this.connection.on('missed', () => void this.queries.invalidateQueries())
    this.connection.onreconnecting(() => this.become('reconnecting'))
    this.connection.onclose(() => void this.closed())
    this.connection.onreconnected(() => void this.begin(true))
  }

  get state(): LineState {
    return this.current
  }

  onState(listener: () => void): () => void {
    return this.stateChanged.on(listener)
  }

  async start(): Promise<void> {
    this.wanted = true
    if (this.connection.state !== HubConnectionState.Disconnected) return
    try {
      await this.connection.start()
      await this.begin(false)
    } catch {
      this.become('off')
    }
  }

  async stop(): Promise<void> {
    this.wanted = false
    await this.connection.stop()
  }

  /** Watches a stream until the returned function is called. */
  watch(kind: string, id: string): () => void {
    const key = `${kind}/${id}`
    const known = this.watched.get(key)
    if (known) known.times++
    else {
      this.watched.set(key, { kind, id, times: 1, answered: id })
      void this.ask(key)
    }
    return () => {
      const now = this.watched.get(key)
      if (!now || --now.times > 0) return
      this.watched.delete(key)
      void this.invoke('unwatch', kind, now.answered)
    }
  }

  // The host cuts the line when the account is locked or its post changed: who one is now is asked at once, and who still may connects anew.
  private async closed() {
    this.become('off')
    if (!this.wanted) return
    await this.queries.invalidateQueries()
    if (this.wanted) await this.start()
  }

  private async begin(again: boolean) {
    this.become('connected')
    for (const key of this.watched.keys()) void this.ask(key)
    // Whatever was said meanwhile was missed: everything shown is asked anew.
    if (again) await this.queries.invalidateQueries()
  }

  private async ask(key: string) {
    const watched = this.watched.get(key)
    if (!watched) return
    const answer = await this.invoke<{ id: string }>('watch', watched.kind, watched.id)
    if (answer) watched.answered = answer.id
  }

  private asked(kind: string, id: string | null): string | null {
    for (const watched of this.watched.values()) if (watched.kind === kind && watched.answered === id) return watched.id
    return id
  }

  private async invoke<T>(method: string, kind: string, id: string): Promise<T | undefined> {
    if (this.connection.state !== HubConnectionState.Connected) return undefined
    try {
      return await this.connection.invoke<T>(method, kind, id)
    } catch {
      // The line is cut, or it is not for him to watch: the page shows what it has.
      return undefined
    }
  }

  private become(state: LineState) {
    this.current = state
    this.stateChanged.tell(state)
  }
}

let line: Live | undefined

/** The one line of this tab. */
export function liveLine(queries: QueryClient): Live {
  line ??= new Live(queries)
  return line
}

/** How the line stands, for the light in the head of the page. */
export function useLineState(): LineState {
  return useSyncExternalStore(
    listener => line?.onState(listener) ?? (() => undefined),
    () => line?.state ?? 'off',
  )
}

/** Calls back when a stream changes; the stream is watched as long as the component is shown. */
export function useWatched(kind: string, id: string | undefined, changed: (version: number) => void): void {
  useEffect(() => {
    if (!id || !line) return
    const unwatch = line.watch(kind, id)
    const off = line.changed.on(m => {
      if (m.kind === kind && m.id === id) changed(m.version ?? 0)
    })
    return () => {
      off()
      unwatch()
    }
  }, [kind, id, changed])
}

/** Calls back, at most every two seconds, when the work list of one's organisation has changed. */
export function useTasksChanged(changed: () => void): void {
  useEffect(() => (line ? gently(line.tasks, changed) : undefined), [changed])
}

/** Calls back, at most every two seconds, when any stream of a kind has changed. */
export function useKindChanged(kind: string, changed: () => void): void {
  useEffect(() => (line ? gently(line.changed, changed, m => m.kind === kind) : undefined), [kind, changed])
}

/** Calls back, at most every two seconds, when a long work has started, come further or ended. */
export function useWorkChanged(changed: () => void): void {
  useEffect(() => (line ? gently(line.work, changed) : undefined), [changed])
}

// Everybody hears the same at once: a little chance spreads the questions that follow.
function gently<T>(emitter: Emitter<T>, changed: () => void, of: (message: T) => boolean = () => true): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const off = emitter.on(message => {
    if (waiting !== undefined || !of(message)) return
    const wait = Math.max(100 + Math.random() * 400, last + 2000 - Date.now())
    waiting = setTimeout(() => {
      waiting = undefined
      last = Date.now()
      changed()
    }, wait)
  })
  return () => {
    off()
    clearTimeout(waiting)
  }
}
