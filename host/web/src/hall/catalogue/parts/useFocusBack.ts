import { useEffect, useState } from 'react'

/** When a dialog goes, the focus goes back to what opened it; to the page's content where that is gone too. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      setTimeout(() => {
        const isStillThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
        const target = isStillThere ? opener : document.getElementById('content')
        target?.focus({ preventScroll: !isStillThere })
      })
    },
    [opener],
  )
}
