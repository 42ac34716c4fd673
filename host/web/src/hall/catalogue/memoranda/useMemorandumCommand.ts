import { App } from 'antd'
import type { MemorandumAnswer } from '../../../../generated/api'
import { type Command, type CommandHeaders, useCommand } from '../../../api/command'

/** A command on one memorandum; whatever follows from it elsewhere is asked anew too. */
export function useMemorandumCommand<T>(
  of: MemorandumAnswer,
  send: (body: T, headers: CommandHeaders) => Promise<MemorandumAnswer>,
  options: { said: string; then?: (answer: MemorandumAnswer) => void },
): Command<T, MemorandumAnswer> {
  const { message } = App.useApp()
  return useCommand(send, {
    version: of.version,
    touches: [['memorandum', of.id], ['memoranda'], ['item'], ['boundaries'], ['duties']],
    then: answer => {
      message.success(options.said)
      options.then?.(answer)
    },
  })
}
