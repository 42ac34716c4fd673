import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Command } from '../../api/command'
import { RefusalAlert } from '../../kit/RefusalAlert'

/** Asks once more before something that hurts, naming what will happen, and for the reason that is recorded with it. */
export function ReasonDialog<T>(props: {
  title: string
  explained: ReactNode
  doIt: string
  danger?: boolean
  command: Command<string, T>
  close: () => void
}) {
  const { command } = props
  const [reason, setReason] = useState('')
  const isOfReason = command.refused?.field === 'reason'

  function close() {
    command.clear()
    props.close()
  }

  return (
    <Modal
      open
      title={props.title}
      okText={props.doIt}
      okButtonProps={{ danger: props.danger ?? false, loading: command.running }}
      onOk={() => void command.run(reason.trim())}
      onCancel={close}
    >
      {props.explained}
      {isOfReason ? null : <RefusalAlert of={command.refused} />}
      <Form layout="vertical" component="div">
        <Form.Item
          label="原因（记入记录）"
          htmlFor="reason"
          validateStatus={isOfReason ? 'error' : undefined}
          help={isOfReason ? command.refused?.message : undefined}
          style={{ marginBottom: 0, marginTop: 12 }}
        >
          <Input.TextArea
            id="reason"
            rows={2}
            autoFocus
            maxLength={500}
            value={reason}
            onChange={e => setReason(e.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** The reason that an event gives, if it gives one. */
export function reasonOf(data: unknown): string | undefined {
  const reason = (data as { reason?: unknown } | null)?.reason
  return typeof reason === 'string' && reason !== '' ? reason : undefined
}
