import { Descriptions } from 'antd'
import type { ReactNode } from 'react'

/** Facts, each under its name; what is not known is left out by giving undefined. */
export function Facts(props: { items: [label: string, value: ReactNode][]; column?: number; label?: string }) {
  return (
    <Descriptions
      aria-label={props.label}
      size="small"
      bordered
      styles={{ label: { whiteSpace: 'nowrap' }, content: { background: '#fff' } }}
      column={props.column ?? 2}
      items={props.items
        .filter(([, value]) => value !== undefined)
        .map(([label, value]) => ({ key: label, label, children: value ?? '—' }))}
    />
  )
}
