import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What a list is narrowed to, kept in the address. */
export function useFilter(): [get: (name: string) => string | undefined, set: (name: string, value?: string) => void] {
  const [asked, ask] = useSearchParams()
  const set = useCallback(
    (name: string, value?: string) => {
      // From the address itself: a second change may come before the first is drawn, and must not undo it.
      const next = new URLSearchParams(window.location.search)
      if (value) next.set(name, value)
      else next.delete(name)
      ask(next, { replace: true })
    },
    [ask],
  )
  return [name => asked.get(name) || undefined, set]
}
