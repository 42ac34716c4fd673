import { useEffect, useRef } from 'react'
import type { FormFault } from '../../forms/plan'
import { idOf } from './FormFields'

/** All that is wrong, above the form; each entry leads to its field. It takes the focus when it comes. */
export function FaultList(props: { of: readonly FormFault[]; attempt: number }) {
  const box = useRef<HTMLDivElement>(null)
  const { attempt } = props
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (props.of.length === 0) return null
  return (
    <div className="note bad" role="alert" ref={box} tabIndex={-1}>
      <p>
        <strong>还有{props.of.length}处需要填写或者改正：</strong>
      </p>
      <ul>
        {props.of.map(f => (
          <li key={f.path}>
            <a
              href={`#${idOf(f.path)}`}
              onClick={e => {
                e.preventDefault()
                document.getElementById(idOf(f.path))?.focus()
              }}
            >
              {f.text.includes(f.label) ? f.text : `${f.label}：${f.text}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
