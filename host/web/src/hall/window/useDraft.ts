import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { forgetKept, keep, kept } from '../../forms/kept'
import type { FieldPlan } from '../../forms/plan'
import { useMe } from '../shell/Session'
import { Autosave, type Saved, type SaveState } from './autosave'
import { type Content, canBeSaved, contentOf, emptyContent, requestOf } from './content'

interface Kept {
  content: Content
  /** What the host had when this was typed; 0 before there was a draft. */
  version: number
}

export interface Draft {
  content: Content
  change: (next: (now: Content) => Content) => void
  saved: Saved | undefined
  state: SaveState
  /** Sends what is typed; what the host has then, or undefined where it could not be saved. */
  flush: () => Promise<Saved | undefined>
  /** Typed at this machine before, and not saved, while somebody saved something else. */
  unsaved: Content | undefined
  takeUnsaved: (take: boolean) => void
  /** Whose words count after another has saved: one's own, or the other's. */
  settle: (own: boolean) => Promise<void>
  /** Handed in, or given up: nothing of it stays in this browser. */
  forget: () => void
}

/** A draft that is saved by itself: at the host as soon as there is somebody who applies, in this browser until then and in between. */
export function useDraft(item: string, opened: ShowCaseAnswer | undefined, fields: FieldPlan[]): Draft {
  const me = useMe()
  const queries = useQueryClient()
  const [saved, setSaved] = useState<Saved | undefined>(opened && { id: opened.id, version: opened.version })
  const [state, setState] = useState<SaveState>({ is: 'saved', at: undefined })
  const [start] = useState(() => begin(me.id, item, opened))
  const [content, setContent] = useState(start.content)
  const [unsaved, setUnsaved] = useState(start.unsaved)
  const latest = useRef({ content, saved, fields })
  latest.current.fields = fields
  const autosave = useRef<Autosave<Content> | undefined>(undefined)

  const told = useCallback(
    (next: SaveState, now: Saved | undefined) => {
      const before = latest.current.saved
      latest.current.saved = now
      setState(next)
      setSaved(now)
      if (now && !before) {
        forgetKept(me.id, nameOf(item, undefined))
        void queries.invalidateQueries({ queryKey: ['cases'] })
      }
      if (next.is === 'saved' && now) forgetKept(me.id, nameOf(item, now.id))
    },
    [item, me.id, queries],
  )

  useEffect(() => {
    const send = async (typed: Content, now: Saved | undefined, key: string): Promise<Saved> => {
      const body = requestOf(typed, latest.current.fields)
      const headers = { 'Idempotency-Key': key, ...(now ? { 'If-Match': `"${now.version}"` } : {}) }
      const of = now
        ? await answer(api.PUT('/api/cases/{id}/draft', { params: { path: { id: now.id } }, body, headers }))
        : await answer(api.POST('/api/cases', { body: { item, channel: 'window', ...body }, headers }))
      return { id: of.id, version: of.version }
    }
    const saver = new Autosave<Content>(latest.current.saved, send, told)
    autosave.current = saver
    if (start.isTyped && canBeSaved(latest.current.content)) saver.change(latest.current.content)
    const leave = () => void saver.flush()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      void saver.flush()
    }
  }, [item, start, told])

  const change = useCallback(
    (next: (now: Content) => Content) => {
      const now = next(latest.current.content)
      if (now === latest.current.content) return
      latest.current.content = now
      setContent(now)
      const of = latest.current.saved
      keep<Kept>(me.id, nameOf(item, of?.id), { content: now, version: of?.version ?? 0 })
      if (canBeSaved(now)) autosave.current?.change(now)
    },
    [item, me.id],
  )

  const flush = useCallback(async () => {
    if (!canBeSaved(latest.current.content)) return undefined
    if (!latest.current.saved) autosave.current?.change(latest.current.content)
    return (await autosave.current?.flush()) ? latest.current.saved : undefined
  }, [])

  const settle = useCallback(
    async (own: boolean) => {
      const id = latest.current.saved?.id
      if (!id) return
      const now = await answer(api.GET('/api/cases/{id}', { params: { path: { id } } }))
      autosave.current?.adopt({ id, version: now.version })
      told({ is: 'saved', at: undefined }, { id, version: now.version })
      if (own) change(typed => ({ ...typed }))
      else if (now.case.application) {
        latest.current.content = contentOf(now.case.application)
        setContent(latest.current.content)
      }
    },
    [change, told],
  )

  const takeUnsaved = useCallback(
    (take: boolean) => {
      if (take && unsaved) change(() => unsaved)
      else forgetKept(me.id, nameOf(item, latest.current.saved?.id))
      setUnsaved(undefined)
    },
    [change, item, me.id, unsaved],
  )

  const forget = useCallback(() => {
    autosave.current?.stop()
    forgetKept(me.id, nameOf(item, undefined))
    forgetKept(me.id, nameOf(item, latest.current.saved?.id))
  }, [item, me.id])

  return { content, change, saved, state, flush, unsaved, takeUnsaved, settle, forget }
}

function nameOf(item: string, id: string | undefined): string {
  return id ? `draft.${id}` : `draft.new.${item}`
}

function begin(me: string, item: string, opened: ShowCaseAnswer | undefined) {
  const here = kept<Kept>(me, nameOf(item, opened?.id))
  if (!opened) return { content: here?.content ?? emptyContent, unsaved: undefined, isTyped: here !== undefined }
  const theirs = opened.case.application ? contentOf(opened.case.application) : emptyContent
  if (!here) return { content: theirs, unsaved: undefined, isTyped: false }
  return here.version === opened.version
    ? { content: here.content, unsaved: undefined, isTyped: true }
    : { content: theirs, unsaved: here.content, isTyped: false }
}
