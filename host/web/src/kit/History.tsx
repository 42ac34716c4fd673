import { Empty, Timeline } from 'antd'
import type { ReactNode } from 'react'
import type { Actor } from '../../generated/api'
import { instantText } from '../words/dates'
import { roleName } from '../words/roles'

/** A line of a record: what happened, when, by whom. */
export interface Happened {
  version: number
  title: string
  at: string
  by: Actor
}

/** 办理记录: who did what, for whom and on what basis, newest first. */
export function History<T extends Happened>(props: { of: readonly T[]; more?: (line: T) => ReactNode }) {
  if (props.of.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有记录。" />
  return (
    <Timeline
      items={[...props.of].reverse().map(line => ({
        key: line.version,
        content: (
          <>
            <strong>{line.title}</strong>{' '}
            <time className="quiet tabular nowrap" dateTime={line.at}>
              {instantText(line.at)}
            </time>
            <div className="quiet">{whoText(line.by)}</div>
            {props.more?.(line)}
          </>
        ),
      }))}
    />
  )
}

/** 周某，窗口人员，锦源区行政审批服务局（岗位授权） */
export function whoText(by: Actor): string {
  const parts = [by.name, by.role === 'system' || by.role === 'public' ? '' : roleName[by.role], by.organisation.name]
  return `${parts.filter(p => p !== '').join('，')}${by.authority ? `（${by.authority}）` : ''}`
}
