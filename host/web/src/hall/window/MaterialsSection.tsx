import { Button, Card, Radio } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import type { HeldMaterial } from '../../../generated/api'
import { FileUpload, type NamedFile, UploadsShown, useUploads } from '../../kit/Files'
import { dayText } from '../../words/dates'
import {
  allOnPaper,
  filesOf,
  type MaterialLine,
  missingOf,
  type Standing,
  standingOf,
  withFiles,
  withStanding,
} from './materials'
import { windowWords } from './words'

/** 材料清单: each material on paper, as files, already here, or not there yet. */
export function MaterialsSection(props: {
  lines: MaterialLine[]
  handedIn: HeldMaterial[]
  onChange: (next: (now: HeldMaterial[]) => HeldMaterial[]) => void
  complain: boolean
  title?: string
}) {
  const { lines, handedIn, onChange } = props
  const missing = missingOf(lines, handedIn)
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{props.title ?? '申请材料'}</h2>}
      extra={
        lines.length > 0 ? (
          <span className="results-line">
            <span className="quiet" role="status">
              {missing.length === 0 ? '必要材料已齐' : `还缺${missing.length}项`}
            </span>
            <Button
              size="small"
              disabled={missing.length === 0}
              onClick={() => onChange(now => allOnPaper(now, lines))}
              aria-keyshortcuts="Alt+P"
            >
              全部收到纸质{' '}
              <span className="keys" aria-hidden="true">
                Alt+P
              </span>
            </Button>
          </span>
        ) : null
      }
    >
      {lines.length === 0 ? <span className="quiet">该事项不要求提交材料。</span> : null}
      <ul className="checklist">
        {lines.map(line => (
          <Line key={line.key} line={line} handedIn={handedIn} onChange={onChange} complain={props.complain} />
        ))}
      </ul>
    </Card>
  )
}

function Line(props: {
  line: MaterialLine
  handedIn: HeldMaterial[]
  onChange: (next: (now: HeldMaterial[]) => HeldMaterial[]) => void
  complain: boolean
}) {
  const { line, handedIn, onChange } = props
  const id = useId()
  const standing = standingOf(line.key, handedIn)
  // 上传 is chosen before there is a file.
  const [uploading, setUploading] = useState(false)
  const [names, setNames] = useState<Record<string, string>>({})
  const [over, setOver] = useState(false)
  const files: NamedFile[] = filesOf(line.key, handedIn).map(file => ({ id: file, name: names[file] }))
  const shown: Standing = uploading && standing === 'none' ? 'file' : standing
  const isHeld = line.held.length > 0

  function setFiles(next: NamedFile[]) {
    setNames(now => ({ ...now, ...Object.fromEntries(next.flatMap(f => (f.name ? [[f.id, f.name]] : []))) }))
    onChange(now =>
      withFiles(
        now,
        line.key,
        next.map(f => f.id),
      ),
    )
  }

  const uploads = useUploads(files, setFiles)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    setUploading(true)
    for (const file of event.dataTransfer.files) void uploads.take(file)
  }

  return (
    <li
      id={`material-${line.key}`}
      className={over ? 'dropping' : undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>
        <span id={id}>{line.name}</span>
        {line.necessary ? null : <span className="quiet">（按情形提交）</span>}
        {line.requirement === '' ? null : <div className="quiet">{line.requirement}</div>}
      </div>
      <Radio.Group
        size="small"
        optionType="button"
        aria-labelledby={id}
        value={shown}
        onChange={e => {
          const next = e.target.value as Standing
          setUploading(next === 'file')
          onChange(now => withStanding(now, line.key, next))
        }}
        options={[
          { value: 'none', label: '未提交', disabled: isHeld },
          { value: 'paper', label: '收到纸质' },
          { value: 'file', label: '上传' },
          ...(line.mayBeHeld ? [{ value: 'held', label: '本局已有', disabled: !isHeld }] : []),
        ]}
      />
      {shown === 'file' ? (
        <div className="below">
          <UploadsShown of={uploads} />
          <FileUpload label={`选择“${line.name}”的文件，也可拖到这一行`} value={files} onChange={setFiles} />
        </div>
      ) : null}
      {isHeld ? (
        <div className="below quiet">
          {windowWords.held(
            line.held[0]?.name ?? '',
            line.held.flatMap(l => (l.validUntil ? [dayText(l.validUntil)] : [])).join('、'),
          )}
        </div>
      ) : null}
      {props.complain && line.necessary && standing === 'none' ? (
        <div className="below field-fault">未提交。</div>
      ) : null}
    </li>
  )
}

/** Moves the focus to a material's line. */
export function focusMaterial(key: string): void {
  const line = document.getElementById(`material-${key}`)
  line?.scrollIntoView({ block: 'center' })
  const control = line?.querySelector<HTMLElement>('input:checked') ?? line?.querySelector<HTMLElement>('input')
  control?.focus()
}
