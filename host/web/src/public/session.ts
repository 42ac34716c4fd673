import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeResponse } from '../../generated/api'
import { answer, api } from '../api/client'
import { Refused } from '../api/refused'

/** Who is signed in: undefined while it is asked, null for nobody. */
export function useMe(): MeResponse | null | undefined {
  return useQuery({
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
  }).data
}

/** Whatever is answered with "nobody is signed in" is asked of the session itself. */
export function useSignedOutNoticed(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      queries.getQueryCache().subscribe(event => {
        if (event.type === 'updated' && event.action.type === 'error' && Refused.from(event.action.error).isSignedOut)
          void queries.invalidateQueries({ queryKey: ['me'] })
      }),
    [queries],
  )
}

export function useDistrict() {
  return useQuery({
    queryKey: ['district'],
    queryFn: () => answer(api.GET('/api/district')),
    staleTime: 3600_000,
  }).data
}
