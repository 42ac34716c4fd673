import { useQuery } from '@tanstack/react-query'
import type { ShowSealsRow } from '../../../generated/api'
import { answer, api } from '../../api/client'

export function useSeals() {
  return useQuery({ queryKey: ['seals'], queryFn: () => answer(api.GET('/api/seals')), staleTime: 60_000 })
}

/** The seals in force of the organisation that handles a case: no other may seal its papers. */
export function sealsFor(seals: readonly ShowSealsRow[], owner: string | undefined): ShowSealsRow[] {
  return seals.filter(s => s.status === 'inForce' && s.code === owner)
}
