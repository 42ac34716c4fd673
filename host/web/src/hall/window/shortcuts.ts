import { useEffect, useRef } from 'react'

/** A key as it is shown: 'Ctrl+Enter', 'Alt+N'. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key]
    .filter(part => part !== '')
    .join('+')
}

/** Keys of a page, wherever on it the focus is; not while a dialog is open over it. */
export function useShortcuts(keys: Record<string, (() => void) | undefined>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = latest.current[pressed(event)]
      if (!action || event.isComposing || document.querySelector('.ant-modal-wrap:not([style*="display: none"])'))
        return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
