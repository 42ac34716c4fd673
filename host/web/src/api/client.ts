import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '../../generated/api'
import { Refused } from './refused'

const everyAnswer: Middleware = {
  onRequest({ request }) {
    // The host's guard against requests forged by other sites' pages.
    request.headers.set('X-Requested-With', 'OneSeal')
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await Refused.of(response)
    return response
  },
  onError() {
    return Refused.ofSilence()
  },
}

/** The host's API, typed by its own description of it. Whatever is not an answer is thrown as {@link Refused}. */
export const api = createClient<paths>({ baseUrl: '/' })
api.use(everyAnswer)

/** The answer alone: `await answer(api.GET('/api/me'))`. */
export async function answer<T>(asked: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await asked
  return data as NonNullable<T>
}
