import { useRef, useState } from 'react'
import type { HeldLicence, HeldMaterial, Material } from '../../../generated/api'
import { Refused } from '../../api/refused'
import { acceptedKinds, upload } from '../../api/upload'
import { RefusalNote } from '../parts/RefusalNote'

/** What is shown of a file beside its id. */
export type FileNames = Record<string, string>

/** One material: photographed or chosen, with its progress; or brought to the window; or with the bureau already. */
export function MaterialFields(props: {
  of: Material
  /** Whether it must be there, as far as is known. */
  necessary: boolean
  value: readonly HeldMaterial[]
  names: FileNames
  held: readonly HeldLicence[]
  onChange: (value: HeldMaterial[], names?: FileNames) => void
}) {
  const { of, value } = props
  const [running, setRunning] = useState<{ name: string; done: number }[]>([])
  const [refused, setRefused] = useState<Refused>()
  const latest = useRef(value)
  latest.current = value
  const input = useRef<HTMLInputElement>(null)
  const files = value.filter(v => v.form === 'file')
  const other = value.find(v => v.form !== 'file')

  async function take(file: File) {
    setRunning(now => [...now, { name: file.name, done: 0 }])
    const tell = (done: number) => setRunning(now => now.map(r => (r.name === file.name ? { ...r, done } : r)))
    try {
      const stored = await upload(file, tell)
      const others = latest.current.filter(v => v.form === 'file' && v.attachment !== stored.id)
      latest.current = [...others, { key: of.key, form: 'file', attachment: stored.id }]
      props.onChange([...latest.current], { [stored.id]: stored.name })
    } catch (thrown) {
      setRefused(Refused.from(thrown))
    } finally {
      setRunning(now => now.filter(r => r.name !== file.name))
    }
  }

  async function takeAll(chosen: FileList | null) {
    setRefused(undefined)
    for (const file of chosen ?? []) await take(file)
    if (input.current) input.current.value = ''
  }

  return (
    <fieldset className="card">
      <legend className="only-read">{of.name}</legend>
      <div className="row spread">
        <h3>{of.name}</h3>
        {value.length > 0 ? (
          <span className="tag good">✓ 已备</span>
        ) : (
          <span className={props.necessary ? 'tag warn' : 'tag'}>{props.necessary ? '必须提交' : '视情形提交'}</span>
        )}
      </div>
      {of.requirement ? <p className="quiet">{of.requirement}</p> : null}
      {files.length > 0 ? (
        <ul className="bare">
          {files.map((file, i) => {
            const name = (file.attachment && props.names[file.attachment]) || `文件${i + 1}`
            return (
              <li key={file.attachment} className="row spread">
                <a href={`/api/attachments/${file.attachment}`} target="_blank" rel="noreferrer">
                  {name}
                </a>
                <button
                  type="button"
                  className="button light"
                  aria-label={`移除${name}`}
                  onClick={() => props.onChange(value.filter(v => v !== file))}
                >
                  移除
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      {running.map(r => (
        <div key={r.name} role="status">
          正在上传{r.name}
          <progress value={r.done} max={1} aria-label={`正在上传${r.name}`} />
        </div>
      ))}
      <RefusalNote of={refused} />
      {other === undefined ? (
        <div className="row" style={{ marginTop: '0.5rem' }}>
          <input
            ref={input}
            className="only-read"
            tabIndex={-1}
            aria-hidden="true"
            type="file"
            accept={acceptedKinds}
            multiple
            data-material={of.key}
            onChange={e => void takeAll(e.target.files)}
          />
          <button type="button" className="button" onClick={() => input.current?.click()}>
            {files.length > 0 ? '再加一份' : '拍照或者选择文件'}
            <span className="only-read">：{of.name}</span>
          </button>
        </div>
      ) : null}
      {files.length === 0
        ? props.held.map(licence => (
            <label className="choice" key={licence.identifier}>
              <input
                type="checkbox"
                checked={other?.form === 'held'}
                onChange={e =>
                  props.onChange(e.target.checked ? [{ key: of.key, form: 'held', attachment: null }] : [])
                }
              />
              免于提交：本局已有您的“{licence.name}”（{licence.identifier}）
            </label>
          ))
        : null}
      {files.length === 0 && other?.form !== 'held' ? (
        <label className="choice">
          <input
            type="checkbox"
            checked={other?.form === 'paper'}
            onChange={e => props.onChange(e.target.checked ? [{ key: of.key, form: 'paper', attachment: null }] : [])}
          />
          我把纸质件送到窗口
        </label>
      ) : null}
    </fieldset>
  )
}
