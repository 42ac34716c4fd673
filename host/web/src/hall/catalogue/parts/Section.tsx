import { Card } from 'antd'
import type { ReactNode } from 'react'
import './section.css'

/** A part of a page with its own heading. */
export function Section(props: { title: ReactNode; extra?: ReactNode; children: ReactNode }) {
  return (
    <Card size="small" title={<h2 className="section-title">{props.title}</h2>} extra={props.extra}>
      {props.children}
    </Card>
  )
}
