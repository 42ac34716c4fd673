import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Rows } from '../../api/pages'
import { RefusalNote } from './RefusalNote'
import { Title } from './Title'

export function Waiting() {
  return (
    <p className="wait" role="status">
      正在读取……
    </p>
  )
}

/** What was asked, when it is there; until then a word, and a refusal in its place. */
export function Loaded<T>(props: {
  of: UseQueryResult<T>
  /** The page's name, as long as what it shows cannot name it. */
  page?: string
  children: (data: T) => ReactNode
}) {
  const { of } = props
  if (of.data !== undefined)
    return (
      <>
        <RefusalNote of={of.error} again={() => void of.refetch()} />
        {props.children(of.data)}
      </>
    )
  return (
    <>
      {props.page ? <Title>{props.page}</Title> : null}
      {of.error ? <RefusalNote of={of.error} again={() => void of.refetch()} /> : <Waiting />}
    </>
  )
}

/** A list that pages by key: its rows, what is said when there are none, and more of it on demand. */
export function LoadedRows<T>(props: { of: Rows<T>; empty: ReactNode; children: (rows: T[]) => ReactNode }) {
  const { of } = props
  if (of.fault && of.rows.length === 0) return <RefusalNote of={of.fault} again={of.again} />
  if (of.loading) return <Waiting />
  if (of.rows.length === 0) return <div className="note">{props.empty}</div>
  return (
    <>
      {props.children(of.rows)}
      <RefusalNote of={of.fault} again={of.again} />
      {of.more ? (
        <button type="button" className="button" onClick={of.more} disabled={of.loadingMore}>
          {of.loadingMore ? '正在读取……' : '继续显示'}
        </button>
      ) : null}
    </>
  )
}
