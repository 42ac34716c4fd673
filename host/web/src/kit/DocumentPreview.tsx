import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Modal, Space } from 'antd'
import { useRef, useState } from 'react'
import { useFocusBack } from './focusBack'

const height = 'min(72vh, 900px)'

/** 文书: the paper as it is printed, in a frame of its own; it runs nothing. */
export function Paper(props: { title: string; address?: string; html?: string }) {
  return (
    <iframe
      title={props.title}
      src={props.address}
      srcDoc={props.html}
      sandbox="allow-same-origin allow-modals"
      style={{ width: '100%', height, border: '1px solid #d9dfe5', background: '#fff' }}
    />
  )
}

/** A document by its number, to be read, printed and taken as PDF. */
export function DocumentPreview(props: { number: string; title: string; close: () => void }) {
  useFocusBack()
  const address = `/api/documents/${encodeURIComponent(props.number)}`
  const body = useRef<HTMLDivElement>(null)
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.close}
      width={860}
      footer={
        <Space>
          <Button icon={<FilePdfOutlined />} href={`${address}/pdf`}>
            下载 PDF
          </Button>
          <Button
            autoFocus
            type="primary"
            icon={<PrinterOutlined />}
            onClick={() => body.current?.querySelector('iframe')?.contentWindow?.print()}
          >
            打印
          </Button>
        </Space>
      }
    >
      <div ref={body}>
        <Paper title={props.title} address={address} />
      </div>
    </Modal>
  )
}

/** A document's name; a press shows its paper. */
export function DocumentLink(props: { number: string; title: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} onClick={() => setOpen(true)}>
        {props.title}
      </Button>
      {open ? <DocumentPreview number={props.number} title={props.title} close={() => setOpen(false)} /> : null}
    </>
  )
}
