const sections: Record<string, string> = {
  case: '/cases',
  push: '/pushes',
  request: '/requests',
  feedback: '/feedback',
}

/** Where in the hall a stream is shown. */
export function addressOf(of: { kind: string; id: string }): string {
  return `${sections[of.kind] ?? '/'}/${encodeURIComponent(of.id)}`
}
