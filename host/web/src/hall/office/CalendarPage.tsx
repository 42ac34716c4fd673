import { LeftOutlined, RightOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Segmented, Space, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CalendarNotice } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { daysBetween, dayText, localToday, shortDay } from '../../words/dates'
import { isKnown } from './calendar'
import { DeadlineTool } from './DeadlineTool'
import { ImportNotice } from './ImportNotice'
import { words } from './words'
import { YearCalendar } from './YearCalendar'

/** 日历: which days are worked, by which notice; a new notice; and how many working days from a day make which day. */
export default function CalendarPage() {
  const [address, setAddress] = useSearchParams()
  const [importing, setImporting] = useState(false)
  const year = Number(address.get('year')) || Number(localToday().slice(0, 4))
  const view = address.get('view') === 'tool' ? 'tool' : 'year'
  const notices = useQuery({
    queryKey: ['calendars'],
    queryFn: () => answer(api.GET('/api/locality/calendars')),
  })

  function show(changes: Record<string, string>) {
    const next = new URLSearchParams(address)
    for (const [name, value] of Object.entries(changes)) next.set(name, value)
    setAddress(next, { replace: true })
  }

  return (
    <Page
      title="日历"
      sub={words.calendar.sub}
      actions={
        <>
          <Segmented
            aria-label="显示"
            value={view}
            onChange={v => show({ view: v })}
            options={[
              { value: 'year', label: '年历' },
              { value: 'tool', label: '推算期限' },
            ]}
          />
          <Button type="primary" icon={<UploadOutlined />} onClick={() => setImporting(true)}>
            导入放假安排
          </Button>
        </>
      }
    >
      {view === 'tool' ? (
        <DeadlineTool />
      ) : (
        <Loaded of={notices} rows={12}>
          {all => (
            <div className="stack">
              <Space>
                <Button icon={<LeftOutlined />} aria-label="上一年" onClick={() => show({ year: String(year - 1) })} />
                <h2 style={{ margin: 0, fontSize: 18 }} className="tabular">
                  {year}年
                </h2>
                <Button icon={<RightOutlined />} aria-label="下一年" onClick={() => show({ year: String(year + 1) })} />
                <span className="quiet">“休”为放假，“班”为调休上班，灰底为周末。</span>
              </Space>
              {isKnown(year, all) ? null : <Alert type="warning" showIcon title={words.calendar.provisional(year)} />}
              <YearCalendar year={year} notices={all} provisional={!isKnown(year, all)} />
              <Sources of={all.filter(n => n.year === year)} year={year} />
            </div>
          )}
        </Loaded>
      )}
      {importing && notices.data ? (
        <ImportNotice
          notices={notices.data}
          close={imported => {
            setImporting(false)
            if (imported) show({ year: String(imported), view: 'year' })
          }}
        />
      ) : null}
    </Page>
  )
}

/** 放假安排 of a year, with where it can be looked up. */
function Sources(props: { of: CalendarNotice[]; year: number }) {
  const rows = props.of.flatMap((notice, place) => [
    ...notice.holidays.map(h => ({
      key: `${place}${h.name}${h.from}`,
      first: h.from,
      name: h.name,
      days:
        h.from === h.to
          ? shortDay(h.from, h.from)
          : `${shortDay(h.from, h.from)}至${shortDay(h.to, h.from)}，共${daysBetween(h.from, h.to) + 1}天`,
      worked: notice.makeUpDays.filter(d => d.name === h.name).map(d => shortDay(d.date, h.from)),
      notice,
    })),
  ])
  if (rows.length === 0) return null
  return (
    <Card size="small" title={`${props.year}年放假安排`} styles={{ body: { padding: 0 } }}>
      <Table
        size="small"
        pagination={false}
        dataSource={rows.sort((a, b) => a.first.localeCompare(b.first))}
        columns={[
          { title: '节日', dataIndex: 'name', width: 140 },
          { title: '放假', dataIndex: 'days', width: 340 },
          { title: '调休上班', render: (_, r) => r.worked.join('、') || '—' },
          {
            title: '依据',
            render: (_, r) => (
              <>
                {r.notice.region ? '本地区：' : ''}
                {r.notice.notices.map(n => `${n.source}（${dayText(n.issued)}发布）`).join('；')}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
