import { CalendarOutlined } from '@ant-design/icons'
import { Button, Calendar, Input, Popover, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { parseDay } from '../editing'
import { formWords } from '../words'
import type { ControlProps } from './Fields'

/** A day, typed as 20261122 or picked. */
export function DayInput(
  props: Pick<ControlProps, 'id' | 'aria' | 'value' | 'onChange'> & {
    disabled?: boolean
    context?: ControlProps['context']
  },
) {
  const { id, aria } = props
  const disabled = props.disabled ?? props.context?.disabled ?? false
  const [typing, setTyping] = useState<string>()
  const [open, setOpen] = useState(false)
  const value = typeof props.value === 'string' ? props.value : ''
  const day = parseDay(value)
  return (
    <Space.Compact block>
      <Input
        id={id}
        {...aria}
        autoComplete="off"
        inputMode="numeric"
        className="tabular"
        placeholder={formWords.dayHint}
        disabled={disabled}
        value={typing ?? value}
        onChange={e => {
          const text = e.target.value
          setTyping(text)
          props.onChange(text.trim() === '' ? undefined : (parseDay(text) ?? text))
        }}
        onBlur={() => setTyping(undefined)}
      />
      <Popover
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={
          <div style={{ width: 280 }}>
            <Calendar
              fullscreen={false}
              defaultValue={dayjs(day ?? undefined)}
              onSelect={(picked, { source }) => {
                if (source !== 'date') return
                props.onChange(picked.format('YYYY-MM-DD'))
                setOpen(false)
              }}
            />
          </div>
        }
      >
        {/* Whoever works by keyboard types the day; the calendar is one more stop for nothing. */}
        <Button icon={<CalendarOutlined />} aria-label={formWords.pickDay} tabIndex={-1} disabled={disabled} />
      </Popover>
    </Space.Compact>
  )
}
