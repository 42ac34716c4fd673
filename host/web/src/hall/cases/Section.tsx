import { Card } from 'antd'
import { type ReactNode, useId } from 'react'
import './cases.css'

/** A part of the case's page under its heading. */
export function Section(props: { title: string; extra?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <Card
      size="small"
      role="region"
      aria-labelledby={id}
      title={
        <h2 id={id} style={{ fontSize: 15, margin: 0, fontWeight: 600 }}>
          {props.title}
        </h2>
      }
      extra={props.extra}
    >
      {props.children}
    </Card>
  )
}
