import type { ReactNode } from 'react'
import { Link } from 'react-router'

const at = (section: string, id: string) => `/${section}/${encodeURIComponent(id)}`

export function LicenceLink(props: { of: string; children: ReactNode }) {
  return <Link to={at('licences', props.of)}>{props.children}</Link>
}

export function CaseLink(props: { of: string; children: ReactNode }) {
  return <Link to={at('cases', props.of)}>{props.children}</Link>
}

export function HolderLink(props: { of: string; children: ReactNode }) {
  return <Link to={at('holders', props.of)}>{props.children}</Link>
}

export function ItemLink(props: { of: string; children: ReactNode }) {
  return <Link to={at('items', props.of)}>{props.children}</Link>
}

export function FeedbackLink(props: { of: string; children: ReactNode }) {
  return <Link to={at('feedback', props.of)}>{props.children}</Link>
}

/** Where a new feedback or request begins that is about something. */
export function newAddress(section: 'feedback' | 'requests', about: Record<string, string | null | undefined>): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(about)) if (value) asked.set(name, value)
  return `/${section}/new?${asked}`
}
