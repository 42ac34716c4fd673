import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Refused } from '../../../api/refused'
import { Asked } from './Asked'

/** A dialog that asks what a command needs; it stays open with everything typed until the command is done or given up. */
export function AskDialog(props: {
  title: string
  okText: string
  danger?: boolean
  disabled?: boolean
  width?: number
  command: { running: boolean; refused: Refused | undefined; clear: () => void }
  send: () => void
  close: () => void
  children: ReactNode
}) {
  return (
    <Modal
      open
      title={props.title}
      width={props.width ?? 560}
      okText={props.okText}
      cancelText="取消"
      okButtonProps={{ danger: props.danger, disabled: props.disabled }}
      confirmLoading={props.command.running}
      onOk={props.send}
      onCancel={props.close}
      mask={{ closable: false }}
    >
      <Asked refused={props.command.refused} clear={props.command.clear}>
        {props.children}
      </Asked>
    </Modal>
  )
}
