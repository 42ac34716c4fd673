import { App } from 'antd'
import type { ShowRequestAnswer } from '../../../../generated/api'
import { type CommandHeaders, useCommand } from '../../../api/command'

/** A dialog over a request. */
export interface RequestDialog {
  of: ShowRequestAnswer
  close: () => void
}

/** A command on a request as the person saw it; done, what it changed is asked anew and its dialog goes. */
export function useRequestCommand<TArgument, TAnswer>(
  dialog: RequestDialog,
  send: (argument: TArgument, headers: CommandHeaders) => Promise<TAnswer>,
  done: { say: string; forget?: () => void },
) {
  const { message } = App.useApp()
  const { of, close } = dialog
  return useCommand(send, {
    version: of.version,
    touches: [['request', of.id], ['requests'], ['licence', of.request.licence?.identifier], ['tasks']],
    then: () => {
      done.forget?.()
      void message.success(done.say)
      close()
    },
  })
}
