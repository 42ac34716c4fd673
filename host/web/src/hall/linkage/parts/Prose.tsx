import type { ReactNode } from 'react'

/** What somebody wrote, with its lines. */
export function Prose(props: { children: ReactNode }) {
  return <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{props.children}</span>
}
