import { Card } from 'antd'
import type { ReactNode } from 'react'
import '../linkage.css'

/** One part of a page, under its heading. */
export function Part(props: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <Card
      size="small"
      className="part"
      title={<h2>{props.title}</h2>}
      extra={props.extra}
      role="region"
      aria-label={props.title}
    >
      {props.children}
    </Card>
  )
}
