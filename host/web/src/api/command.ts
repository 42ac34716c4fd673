import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Refused } from './refused'

/** What every command carries: a key under which a repetition is the same command, and the version its sender saw. */
export type CommandHeaders = {
  'Idempotency-Key': string
  'If-Match'?: string
}

export interface Command<TArgument, TAnswer> {
  /** Sends it, or sends it again under the same key where the last attempt got no answer. */
  run: (argument: TArgument) => Promise<TAnswer | undefined>
  running: boolean
  /** Why not, until the next attempt. */
  refused: Refused | undefined
  clear: () => void
}

/**
 * A command of a person. After silence (a dropped line, a restarted host) the next attempt with the same argument goes under the same
 * key, so that nothing is done twice.
 * @param send Sends it with the headers it is given.
 * @param options `version`: what the person has on the screen; `touches`: the first parts of the query keys that are to be asked anew.
 */
export function useCommand<TArgument, TAnswer>(
  send: (argument: TArgument, headers: CommandHeaders) => Promise<TAnswer>,
  options: { version?: number; touches?: readonly (readonly unknown[])[]; then?: (answer: TAnswer) => void } = {},
): Command<TArgument, TAnswer> {
  const queries = useQueryClient()
  const unanswered = useRef<{ key: string; of: string } | undefined>(undefined)
  const [refused, setRefused] = useState<Refused>()
  const mutation = useMutation({
    mutationFn: async ({ argument, version }: { argument: TArgument; version: number | undefined }) => {
      const of = JSON.stringify(argument ?? null)
      const key = unanswered.current?.of === of ? unanswered.current.key : crypto.randomUUID()
      unanswered.current = { key, of }
      const headers: CommandHeaders = { 'Idempotency-Key': key }
      if (version !== undefined) headers['If-Match'] = `"${version}"`
      return await send(argument, headers)
    },
  })

  async function askAnew() {
    await Promise.all((options.touches ?? []).map(queryKey => queries.invalidateQueries({ queryKey })))
  }

  return {
    running: mutation.isPending,
    refused,
    clear: () => setRefused(undefined),
    run: async argument => {
      setRefused(undefined)
      try {
        // The version as it was when the button was drawn: who confirms what he was asked before it changed does not do it unseen.
        const answer = await mutation.mutateAsync({ argument, version: options.version })
        unanswered.current = undefined
        await askAnew()
        options.then?.(answer)
        return answer
      } catch (thrown) {
        const fault = Refused.from(thrown)
        if (!fault.isSilence) unanswered.current = undefined
        setRefused(fault)
        if (fault.isStale) await askAnew()
        return undefined
      }
    },
  }
}
