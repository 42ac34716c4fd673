import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useRef, useState } from 'react'
import { Refused } from '../api/refused'
import { acceptedKinds, upload } from '../api/upload'
import { RefusalAlert } from './RefusalAlert'

export interface NamedFile {
  id: string
  name?: string
}

/** Where a stored file is read. */
export function fileAddress(id: string): string {
  return `/api/attachments/${encodeURIComponent(id)}`
}

/** Files to be opened. */
export function FileList(props: { of: readonly NamedFile[]; remove?: (id: string) => void }) {
  if (props.of.length === 0) return null
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {props.of.map((file, index) => {
        const name = file.name ?? `附件${index + 1}`
        return (
          <li key={file.id} style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
            <PaperClipOutlined aria-hidden />
            <a href={fileAddress(file.id)} target="_blank" rel="noreferrer">
              {name}
            </a>
            {props.remove ? (
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`移除${name}`}
                onClick={() => props.remove?.(file.id)}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Uploads files as they are taken, each with its progress; what is refused is kept to be said. */
export function useUploads(value: readonly NamedFile[], onChange: (value: NamedFile[]) => void, single = false) {
  const [running, setRunning] = useState<{ name: string; done: number }[]>([])
  const [refused, setRefused] = useState<Refused>()
  const latest = useRef(value)
  latest.current = value

  async function take(file: File) {
    setRefused(undefined)
    setRunning(now => [...now, { name: file.name, done: 0 }])
    const tell = (done: number) => setRunning(now => now.map(r => (r.name === file.name ? { ...r, done } : r)))
    try {
      const stored = await upload(file, tell)
      const others = single ? [] : latest.current.filter(f => f.id !== stored.id)
      latest.current = [...others, { id: stored.id, name: stored.name }]
      onChange([...latest.current])
    } catch (thrown) {
      setRefused(Refused.from(thrown))
    } finally {
      setRunning(now => now.filter(r => r.name !== file.name))
    }
  }

  return { take, running, refused, forgive: () => setRefused(undefined) }
}

/** What is being uploaded, and what was refused. */
export function UploadsShown(props: { of: ReturnType<typeof useUploads> }) {
  return (
    <>
      {props.of.running.map(r => (
        <div key={r.name} role="status">
          {r.name} <Progress percent={Math.round(r.done * 100)} size="small" aria-label={`正在上传${r.name}`} />
        </div>
      ))}
      <RefusalAlert of={props.of.refused} close={props.of.forgive} />
    </>
  )
}

/** Uploads files at once when they are chosen or dropped here. */
export function FileUpload(props: {
  label: string
  value: readonly NamedFile[]
  onChange: (value: NamedFile[]) => void
  single?: boolean
}) {
  const uploads = useUploads(props.value, props.onChange, props.single)
  return (
    <div>
      <FileList of={props.value} remove={id => props.onChange(props.value.filter(f => f.id !== id))} />
      <UploadsShown of={uploads} />
      <Upload
        accept={acceptedKinds}
        multiple={!props.single}
        showUploadList={false}
        beforeUpload={file => {
          void uploads.take(file)
          return false
        }}
      >
        <Button size="small" icon={<UploadOutlined />}>
          {props.label}
        </Button>
      </Upload>
    </div>
  )
}
