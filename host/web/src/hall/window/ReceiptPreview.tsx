import { PrinterOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useRef } from 'react'
import { Paper } from '../../kit/DocumentPreview'
import { useFocusBack } from '../../kit/focusBack'

/** 收件凭证: what was handed in and when, to be printed and given to the applicant. */
export function ReceiptPreview(props: { id: string; close: () => void }) {
  useFocusBack()
  const body = useRef<HTMLDivElement>(null)
  return (
    <Modal
      open
      title="收件凭证"
      onCancel={props.close}
      width={860}
      footer={
        <Button
          autoFocus
          type="primary"
          icon={<PrinterOutlined />}
          onClick={() => body.current?.querySelector('iframe')?.contentWindow?.print()}
        >
          打印
        </Button>
      }
    >
      <div ref={body}>
        <Paper title="收件凭证" address={`/api/cases/${encodeURIComponent(props.id)}/receipt`} />
      </div>
    </Modal>
  )
}
