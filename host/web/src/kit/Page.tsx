import type { ReactNode } from 'react'
import { useEffect } from 'react'

/** A page of the hall: its heading, what can be done with it, and its content. */
export function Page(props: { title: string; sub?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { title } = props
  useEffect(() => {
    document.title = `${title} · 一章通办`
  }, [title])
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {props.sub ? <div className="sub">{props.sub}</div> : null}
        </div>
        {props.actions ? <div className="actions no-print">{props.actions}</div> : null}
      </header>
      {props.children}
    </div>
  )
}
