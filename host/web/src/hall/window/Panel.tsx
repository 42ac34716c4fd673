import { Button, Card } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Refused } from '../../api/refused'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { useShortcuts } from './shortcuts'

/** Something done in a moment of its own: its fields, Ctrl+Enter to do it, Esc to leave it; the focus comes here and goes back. */
export function Panel(props: {
  title: string
  help: ReactNode
  action: string
  danger?: boolean
  running: boolean
  disabled?: boolean
  refused: Refused | undefined
  run: () => void
  close: () => void
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useShortcuts({
    'Ctrl+Enter': props.running || props.disabled ? undefined : props.run,
    Escape: props.close,
  })
  return (
    <div ref={box}>
      <Card size="small" title={<h2 className="card-title">{props.title}</h2>}>
        <div className="stack" style={{ gap: 10 }}>
          <div className="quiet">{props.help}</div>
          {props.children}
          <RefusalAlert of={props.refused} />
          <div className="results-line">
            <Button
              type="primary"
              danger={props.danger}
              loading={props.running}
              disabled={props.disabled}
              onClick={props.run}
            >
              {props.action}{' '}
              <span className="keys" aria-hidden="true">
                Ctrl+Enter
              </span>
            </Button>
            <Button onClick={props.close}>
              返回{' '}
              <span className="keys" aria-hidden="true">
                Esc
              </span>
            </Button>
          </div>
        </div>
      </Card>
    </div>
  )
}
