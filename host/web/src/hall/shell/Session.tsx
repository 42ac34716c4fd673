import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { MeResponse } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { liveLine } from '../../api/live'
import { may, type Operation } from '../../api/may'
import { Refused } from '../../api/refused'
import { FirstPasswordPage } from './FirstPasswordPage'

const SessionContext = createContext<MeResponse | null>(null)

/** Who is signed in. Everything inside may count on somebody being there. */
export function useMe(): MeResponse {
  const me = useContext(SessionContext)
  if (me === null) throw new Error('Nobody is signed in here.')
  return me
}

/** Whether the person signed in may do something, by the host's own table. */
export function useMay(): (operation: Operation) => boolean {
  const me = useMe()
  return operation => may(me, operation)
}

/** Shows the hall to whoever is signed in, and otherwise what is given for signing in. What was open stays open behind it. */
export function Session(props: {
  children: ReactNode
  signIn: (again: () => void, isOver: boolean) => ReactNode
  waiting: ReactNode
}) {
  const queries = useQueryClient()
  const wasSignedIn = useRef(false)
  const me = useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        return await answer(api.GET('/api/me'))
      } catch (thrown) {
        if (Refused.from(thrown).isSignedOut) return null
        throw thrown
      }
    },
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  })
  if (me.data) wasSignedIn.current = true
  const mustChangePassword = me.data?.mustChangePassword ?? false
  const id = mustChangePassword ? undefined : me.data?.id

  useEffect(() => {
    if (!id) return
    const live = liveLine(queries)
    void live.start()
    return () => void live.stop()
  }, [id, queries])

  // Whatever is answered with "nobody is signed in" is asked of the session itself.
  useEffect(
    () =>
      queries.getQueryCache().subscribe(event => {
        if (event.type === 'updated' && event.action.type === 'error' && Refused.from(event.action.error).isSignedOut)
          void queries.invalidateQueries({ queryKey: ['me'] })
      }),
    [queries],
  )

  if (me.data === undefined) return props.waiting
  if (me.data === null) return props.signIn(() => void queries.invalidateQueries(), wasSignedIn.current)
  if (mustChangePassword) return <FirstPasswordPage me={me.data} />
  return <SessionContext.Provider value={me.data}>{props.children}</SessionContext.Provider>
}
