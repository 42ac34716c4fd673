import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { liveLine } from '../../api/live'
import { useMe } from '../shell/Session'

/** Who else of the staff has something open now, by name; what is shown must be watched. */
export function usePresent(kind: string, id: string): string[] {
  const queries = useQueryClient()
  const me = useMe()
  const [names, setNames] = useState<string[]>([])
  useEffect(
    () =>
      liveLine(queries).present.on(m => {
        if (m.kind === kind && m.id === id) setNames(m.names.filter(n => n !== me.name))
      }),
    [queries, kind, id, me.name],
  )
  return names
}
