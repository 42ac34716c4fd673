import type { MeResponse, paths, Role } from '../../generated/api'
import roles from '../../generated/roles.json'

type Method = 'get' | 'post' | 'put'

/** An operation as the host names it, for instance `post /api/cases/{id}/accept`. */
export type Operation = {
  [P in keyof paths]: {
    [M in Method]: paths[P] extends Record<M, infer O> ? (O extends undefined ? never : `${M} ${P & string}`) : never
  }[Method]
}[keyof paths]

const table = roles as Record<string, string[]>

/** Whether the host lets somebody do something, by the table it publishes. It still decides each time itself. */
export function may(me: MeResponse | null | undefined, operation: Operation): boolean {
  const allowed = table[operation]
  if (allowed === undefined) return false
  return allowed.length === 0 || (me?.roles.some((r: Role) => allowed.includes(r)) ?? false)
}
