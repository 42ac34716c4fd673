import { DatePicker } from 'antd'
import dayjs from 'dayjs'

/** A day as the host writes it, 2026-11-22; without one it is undefined. */
export function DayInput(props: {
  id?: string
  value: string | undefined | null
  onChange: (day: string | undefined) => void
  /** The first and the last day that can be. */
  from?: string
  until?: string
  invalid?: boolean
  placeholder?: string
}) {
  return (
    <DatePicker
      id={props.id}
      value={props.value ? dayjs(props.value) : null}
      onChange={day => props.onChange(day ? day.format('YYYY-MM-DD') : undefined)}
      minDate={props.from ? dayjs(props.from) : undefined}
      maxDate={props.until ? dayjs(props.until) : undefined}
      status={props.invalid ? 'error' : undefined}
      placeholder={props.placeholder ?? '选择日期'}
      style={{ width: 200 }}
    />
  )
}
