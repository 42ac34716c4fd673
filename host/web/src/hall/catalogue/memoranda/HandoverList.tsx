import { Button, Form, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import type { HandOverRequest, HandoverEntry, MemorandumAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKept } from '../../../forms/kept'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { handoverKindName } from '../../../words/catalogue'
import { dayText, localToday } from '../../../words/dates'
import { useMay, useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput } from '../parts/inputs'
import { Section } from '../parts/Section'
import { useFocusBack } from '../parts/useFocusBack'
import { useMemorandumCommand } from './useMemorandumCommand'

/** 交接清点: what is handed over, entry by entry, and who has received it. */
export function HandoverList(props: { of: MemorandumAnswer }) {
  const { of } = props
  const may = useMay()
  const [taking, setTaking] = useState<HandoverEntry>()
  const { content, handovers, effectiveFrom, endedAt } = of.memorandum
  const isOpen = !!effectiveFrom && !endedAt && may('post /api/memoranda/{id}/handovers')
  const outstanding = (content?.checklist ?? []).filter(c => handovers.every(h => h.key !== c.key)).length
  return (
    <Section
      title="交接清单"
      extra={<span role="status">{outstanding === 0 ? '全部交接完毕' : `还有${outstanding}项没有交接`}</span>}
    >
      <Table
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={content?.checklist ?? []}
        columns={[
          { title: '类别', render: (_, e) => handoverKindName[e.kind], width: 170 },
          { title: '内容', dataIndex: 'description' },
          { title: '数量', dataIndex: 'count', width: 70, align: 'end' },
          {
            title: '交接',
            width: 300,
            render: (_, entry) => {
              const done = handovers.find(h => h.key === entry.key)
              if (done)
                return (
                  <>
                    {dayText(done.on)}，{done.receivedBy}接收
                    {done.remark ? <div className="quiet">{done.remark}</div> : null}
                  </>
                )
              return isOpen ? (
                <Button
                  size="small"
                  aria-label={`登记交接：${handoverKindName[entry.kind]}`}
                  onClick={() => setTaking(entry)}
                >
                  登记交接
                </Button>
              ) : (
                <span className="quiet">{effectiveFrom ? '待交接' : '双方签字后交接'}</span>
              )
            },
          },
        ]}
      />
      {taking ? <Take of={of} entry={taking} close={() => setTaking(undefined)} /> : null}
    </Section>
  )
}

function Take(props: { of: MemorandumAnswer; entry: HandoverEntry; close: () => void }) {
  const { of, entry, close } = props
  useFocusBack()
  const me = useMe()
  const [paper, setPaper, forget] = useKept(me.id, `handover.${of.id}.${entry.key}`, {
    receivedBy: '',
    on: localToday(),
    remark: '',
  })
  const take = useMemorandumCommand(
    of,
    (body: HandOverRequest, headers) =>
      answer(api.POST('/api/memoranda/{id}/handovers', { params: { path: { id: of.id } }, body, headers })),
    {
      said: '已登记交接。',
      then: () => {
        forget()
        close()
      },
    },
  )
  return (
    <Modal
      open
      title={`登记交接：${handoverKindName[entry.kind]}`}
      okText="登记"
      confirmLoading={take.running}
      onOk={() => void take.run({ key: entry.key, ...paper })}
      onCancel={close}
    >
      <RefusalAlert of={take.refused} close={take.clear} />
      <p>
        {entry.description}（{entry.count}）
      </p>
      <Form onChange={take.clear} layout="vertical">
        <Field label="接收人" required fault={faultAt(take.refused, 'receivedBy')}>
          {c => (
            <Input
              {...c}
              value={paper.receivedBy}
              onChange={e => setPaper(now => ({ ...now, receivedBy: e.target.value }))}
            />
          )}
        </Field>
        <Field label="交接日期" required fault={faultAt(take.refused, 'on') ?? faultAt(take.refused, 'key')}>
          {c => (
            <DayInput {...c} max={localToday()} value={paper.on} onChange={on => setPaper(now => ({ ...now, on }))} />
          )}
        </Field>
        <Field label="备注">
          {c => (
            <Input.TextArea
              {...c}
              rows={2}
              value={paper.remark}
              onChange={e => setPaper(now => ({ ...now, remark: e.target.value }))}
            />
          )}
        </Field>
      </Form>
    </Modal>
  )
}
