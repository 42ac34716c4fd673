import { useEffect } from 'react'

const dialog = '.ant-modal-root'

/**
 * Whoever works by keyboard is, after a dialog, where he was before it. The dialogs themselves see to that only where they are hidden;
 * most here are taken away.
 */
export function useFocusReturned() {
  useEffect(() => {
    let last: HTMLElement | undefined
    let isInDialog = false
    function remember(event: FocusEvent) {
      if (!(event.target instanceof HTMLElement)) return
      isInDialog = event.target.closest(dialog) !== null
      if (!isInDialog) last = event.target
    }
    // A dialog hangs directly below the body. Once it is gone, nothing has the focus.
    const gone = new MutationObserver(() => {
      if (isInDialog && document.activeElement === document.body && last?.isConnected) last.focus()
    })
    document.addEventListener('focusin', remember)
    gone.observe(document.body, { childList: true })
    return () => {
      document.removeEventListener('focusin', remember)
      gone.disconnect()
    }
  }, [])
}
