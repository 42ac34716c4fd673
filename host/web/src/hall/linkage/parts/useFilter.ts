import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What a list is narrowed to, kept in the address. */
export function useFilter(): [get: (name: string) => string | undefined, set: (name: string, value?: string) => void] {
  const [asked, ask] = useSearchParams()
  const set = useCallback(
    (name: string, value?: string) =>
      ask(
        now => {
          const next = new URLSearchParams(now)
          if (value) next.set(name, value)
          else next.delete(name)
          return next
        },
        { replace: true },
      ),
    [ask],
  )
  return [name => asked.get(name) || undefined, set]
}
