import { useQuery } from '@tanstack/react-query'
import type { Organisation } from '../../../../generated/api'
import { answer, api } from '../../../api/client'

/** The bureau, and whoever has a part in some item today. */
export function useOrganisations(): Organisation[] {
  const named = useQuery({
    queryKey: ['organisations'],
    queryFn: () => answer(api.GET('/api/boundaries/organisations')),
    staleTime: 300_000,
  })
  const bureau = useBureau()
  const others = (named.data ?? []).filter(o => o.code !== bureau?.code)
  return bureau ? [bureau, ...others] : others
}

export function useBureau(): Organisation | undefined {
  const locality = useQuery({
    queryKey: ['locality'],
    queryFn: () => answer(api.GET('/api/locality')),
    staleTime: 3600_000,
  })
  return locality.data?.locality.bureau
}

/** The names of items by their codes. */
export function useItemNames(codes: string[]): (code: string) => string {
  const asked = [...new Set(codes)].sort()
  const named = useQuery({
    queryKey: ['item-names', asked],
    queryFn: async () => {
      const pages = await Promise.all(
        chunks(asked, 100).map(code => answer(api.GET('/api/item-names', { params: { query: { code } } }))),
      )
      return new Map(pages.flat().map(i => [i.code, i.name]))
    },
    enabled: asked.length > 0,
    staleTime: 600_000,
    placeholderData: shown => shown,
  })
  return code => named.data?.get(code) ?? code
}

function chunks<T>(all: T[], size: number): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < all.length; i += size) parts.push(all.slice(i, i + size))
  return parts
}
