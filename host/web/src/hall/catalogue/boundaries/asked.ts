import { useSearchParams } from 'react-router'

/** What a list is asked, kept in its address. */
export function useAsked(): { asked: URLSearchParams; set: (name: string, value: string) => void } {
  const [asked, ask] = useSearchParams()
  return {
    asked,
    set: (name, value) => {
      // From the address itself: a second change may come before the first is drawn, and must not undo it.
      const next = new URLSearchParams(window.location.search)
      if (value) next.set(name, value)
      else next.delete(name)
      ask(next, { replace: true })
    },
  }
}

/** An address with what is asked, without what is not. */
export function addressWith(path: string, query: Record<string, string | undefined>): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value)
  return `${path}?${asked}`
}
