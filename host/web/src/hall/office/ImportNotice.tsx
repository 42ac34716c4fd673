import { FileOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input, Modal, Progress, Table, Upload } from 'antd'
import { useState } from 'react'
import type { CalendarNotice } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { shortDay } from '../../words/dates'
import { type CalendarDay, changesBy, readNotice } from './calendar'
import { words } from './words'
import { dayKindName } from './YearCalendar'

const example = `{
  "year": 2027,
  "notices": [{ "source": "文件来源", "issued": "2026-11-20" }],
  "holidays": [{ "name": "元旦", "from": "2027-01-01", "to": "2027-01-03" }],
  "makeUpDays": [{ "date": "2027-01-09", "name": "元旦" }]
}`

/** 导入放假安排: chosen as a file or pasted; first what it changes is seen, then it is imported. */
export function ImportNotice(props: { notices: readonly CalendarNotice[]; close: (imported?: number) => void }) {
  const [text, setText] = useState('')
  const notice = readNotice(text)
  const add = useCommand(
    (body: CalendarNotice, headers) => answer(api.POST('/api/locality/calendars', { body, headers })),
    { touches: [['calendars'], ['district'], ['tasks'], ['case'], ['cases']] },
  )
  const [moved, setMoved] = useState<{ year: number; rederived: number }>()

  async function run(body: CalendarNotice) {
    const after = await add.run(body)
    if (after) setMoved(after)
  }

  if (moved)
    return (
      <Modal
        open
        title="导入放假安排"
        onCancel={() => props.close(moved.year)}
        footer={
          <Button type="primary" onClick={() => props.close(moved.year)}>
            查看{moved.year}年
          </Button>
        }
      >
        <Alert role="status" type="success" showIcon title={words.calendar.moved(moved.year, moved.rederived)} />
      </Modal>
    )

  return (
    <Modal
      open
      width={720}
      title="导入放假安排"
      okText="导入并重新推算期限"
      okButtonProps={{ disabled: !notice, loading: add.running }}
      cancelButtonProps={{ disabled: add.running }}
      closable={!add.running}
      mask={{ closable: false }}
      keyboard={!add.running}
      onOk={() => notice && void run(notice)}
      onCancel={() => props.close()}
    >
      <RefusalAlert of={add.refused} />
      {add.running ? (
        <div role="status" style={{ marginBottom: 12 }}>
          <Progress percent={100} status="active" showInfo={false} aria-label="正在导入" />
          {words.calendar.importing}
        </div>
      ) : null}
      <p style={{ marginTop: 0 }}>{words.calendar.whole}</p>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={file => {
          add.clear()
          void file.text().then(setText)
          return false
        }}
      >
        <Button icon={<FileOutlined />}>选择 JSON 文件</Button>
      </Upload>
      <Form layout="vertical" component="div">
        <Form.Item
          label="或者粘贴内容"
          htmlFor="notice"
          validateStatus={text.trim() !== '' && !notice ? 'error' : undefined}
          help={text.trim() !== '' && !notice ? words.calendar.unreadable : undefined}
          style={{ margin: '12px 0' }}
        >
          <Input.TextArea
            id="notice"
            className="mono"
            rows={7}
            placeholder={example}
            value={text}
            onChange={e => {
              add.clear()
              setText(e.target.value)
            }}
          />
        </Form.Item>
      </Form>
      {notice ? <Preview of={notice} notices={props.notices} /> : null}
    </Modal>
  )
}

function Preview(props: { of: CalendarNotice; notices: readonly CalendarNotice[] }) {
  const changes = changesBy(props.of, props.notices)
  return (
    <section aria-label="将有的变化">
      <p>
        {props.of.year}年{props.of.region ? '本地区' : ''}放假安排，依据：
        {props.of.notices.map(n => n.source).join('；') || '未写明'}。
        {changes.length === 0 ? words.calendar.noChange : `将有${changes.length}天与现行日历不同：`}
      </p>
      {changes.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <div tabIndex={0} role="group" aria-label="逐日变化" style={{ maxHeight: 240, overflow: 'auto' }}>
          <Table
            size="small"
            pagination={false}
            rowKey={c => c.date}
            dataSource={changes}
            columns={[
              { title: '日期', width: 200, render: (_, c) => shortDay(c.date) },
              { title: '现为', render: (_, c) => inWords(c.before) },
              { title: '改为', render: (_, c) => <strong>{inWords(c.after)}</strong> },
            ]}
          />
        </div>
      ) : null}
    </section>
  )
}

function inWords(day: CalendarDay): string {
  return day.name ? `${dayKindName[day.kind]}（${day.name}）` : dayKindName[day.kind]
}
