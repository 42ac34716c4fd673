import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, DatePicker, Form, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { LimitUnit } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Loaded } from '../../kit/Loaded'
import { dayText, localToday, shortDay } from '../../words/dates'
import { limitText } from '../../words/limits'

interface Asked {
  start: string
  count: number
  unit: LimitUnit
}

const units: Record<LimitUnit, string> = { workingDay: '个工作日', calendarDay: '日（自然日）', month: '个月' }

/** 期限推算: when a period ends and why, as the clock of a case would say. */
export function DeadlineTool() {
  const [asked, setAsked] = useState<Asked>()
  const explained = useQuery({
    queryKey: ['explained', asked],
    queryFn: () =>
      answer(
        api.GET('/api/deadlines/explain', {
          params: { query: asked && { ...asked, count: String(asked.count) } },
        }),
      ),
    enabled: asked !== undefined,
  })
  return (
    <div className="stack">
      <Card size="small">
        <Form
          layout="inline"
          colon={false}
          requiredMark={false}
          initialValues={{ start: dayjs(localToday()), count: 20, unit: 'workingDay' }}
          onFinish={(v: { start: Dayjs; count: number; unit: LimitUnit }) =>
            setAsked({ start: v.start.format('YYYY-MM-DD'), count: v.count, unit: v.unit })
          }
        >
          <Form.Item name="start" label="自" rules={[{ required: true, message: '请选择起算日。' }]}>
            <DatePicker allowClear={false} format="YYYY年M月D日" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="count" label="起" rules={[{ required: true, message: '请填写数量。' }]}>
            <InputNumber min={0} max={999} precision={0} aria-label="期限数量" style={{ width: 80 }} />
          </Form.Item>
          <Form.Item name="unit">
            <Select
              aria-label="期限单位"
              style={{ width: 140 }}
              options={(Object.keys(units) as LimitUnit[]).map(u => ({ value: u, label: units[u] }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={explained.isFetching}>
            推算
          </Button>
        </Form>
      </Card>
      {asked ? (
        <Loaded of={explained}>
          {e => (
            <Card size="small">
              <p role="status" style={{ fontSize: 16, marginTop: 0 }}>
                自{dayText(e.start)}起{limitText({ count: e.count, unit: e.unit })}，至
                <strong>{shortDay(e.due)}</strong>
                {e.provisional ? '（暂定）' : ''}。
              </p>
              {e.provisional ? (
                <Alert
                  type="warning"
                  showIcon
                  title="所跨年度的放假安排尚未公布，到期日为暂定。"
                  style={{ marginBottom: 8 }}
                />
              ) : null}
              <h2 style={{ fontSize: 15, margin: '8px 0 4px' }}>逐日说明</h2>
              <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }}>
                {e.steps.map(day => (
                  <li key={day.date} style={{ display: 'grid', gridTemplateColumns: '190px 1fr', gap: 8 }}>
                    <time dateTime={day.date} className="tabular">
                      {shortDay(day.date)}
                    </time>
                    <span className={day.counted ? undefined : 'quiet'}>{day.why}</span>
                  </li>
                ))}
              </ol>
            </Card>
          )}
        </Loaded>
      ) : null}
    </div>
  )
}
