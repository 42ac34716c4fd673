import { QueryClient } from '@tanstack/react-query'
import { Refused } from './refused'

/** What was read stays shown while it is asked anew; silence is tried again, a no is a no. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (times, fault) => Refused.from(fault).isSilence && times < 5,
        retryDelay: times => Math.min(1000 * 2 ** times, 15_000),
        throwOnError: false,
        networkMode: 'always',
      },
      // Off the line a command is not held back unseen: it says so, and whoever gave it decides.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
