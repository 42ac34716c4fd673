import { Button, Empty, Table, type TableColumnsType, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import type { Rows } from '../api/pages'
import { RefusalAlert } from './RefusalAlert'

/** A dense list of rows that pages by key. The first cell should hold the link to what the row is about. */
export function PageTable<T extends object>(props: {
  label: string
  of: Rows<T>
  columns: TableColumnsType<T>
  rowKey: (row: T) => string
  empty: ReactNode
  rowClass?: (row: T) => string
  scrollX?: number
  choosing?: TableProps<T>['rowSelection']
}) {
  const { of } = props
  if (of.fault && of.rows.length === 0) return <RefusalAlert of={of.fault} again={of.again} />
  return (
    <section aria-label={props.label}>
      {of.fault ? <RefusalAlert of={of.fault} again={of.again} /> : null}
      <Table<T>
        size="small"
        bordered={false}
        pagination={false}
        loading={of.loading}
        columns={props.columns}
        dataSource={of.rows}
        rowKey={props.rowKey}
        rowClassName={props.rowClass}
        tableLayout="fixed"
        rowSelection={props.choosing}
        scroll={props.scrollX ? { x: props.scrollX } : undefined}
        locale={{
          emptyText: of.loading ? ' ' : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.empty} />,
        }}
      />
      {of.more ? (
        <div className="more">
          <Button onClick={of.more} loading={of.loadingMore}>
            继续显示
          </Button>
        </div>
      ) : null}
    </section>
  )
}
