import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { RefusalAlert } from './RefusalAlert'

/** What was asked, when it is there; until then its outline, and a refusal in its place. */
export function Loaded<T>(props: { of: UseQueryResult<T>; children: (data: T) => ReactNode; rows?: number }) {
  const { of } = props
  if (of.data !== undefined)
    return (
      <>
        {of.error ? <RefusalAlert of={of.error} again={() => void of.refetch()} /> : null}
        {props.children(of.data)}
      </>
    )
  if (of.error) return <RefusalAlert of={of.error} again={() => void of.refetch()} />
  return (
    <div aria-busy="true" role="status" aria-label="正在读取">
      <Skeleton active paragraph={{ rows: props.rows ?? 4 }} />
    </div>
  )
}
