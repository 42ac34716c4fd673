import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../../api/client'
import { useMe } from '../../shell/Session'

/** Whether the person belongs to the bureau, which sees what every department was told and did; undefined until it is known. */
export function useIsOfBureau(): boolean | undefined {
  const me = useMe()
  const locality = useQuery({
    queryKey: ['locality'],
    queryFn: () => answer(api.GET('/api/locality')),
    staleTime: 3600_000,
  })
  return locality.data ? locality.data.locality.bureau.code === me.organisation.code : undefined
}
