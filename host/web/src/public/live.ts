import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Calls back when one's case has changed, as long as the page is shown. The line is fetched only by whoever is signed in and looks at it. */
export function useCaseWatched(id: string, changed: () => void): void {
  const queries = useQueryClient()
  useEffect(() => {
    let over = false
    let leave = () => undefined as undefined
    void import('../api/live').then(({ liveLine }) => {
      if (over) return
      const line = liveLine(queries)
      const unwatch = line.watch('case', id)
      const off = line.changed.on(m => {
        if (m.kind === 'case' && m.id === id) changed()
      })
      void line.start()
      leave = () => {
        off()
        unwatch()
      }
    })
    return () => {
      over = true
      leave()
    }
  }, [queries, id, changed])
}
