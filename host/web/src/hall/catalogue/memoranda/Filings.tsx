import { Button, Form, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import type { FileMemorandumRequest, FilingBody, MemorandumAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKept } from '../../../forms/kept'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { filingBodyName } from '../../../words/catalogue'
import { dayText, localToday } from '../../../words/dates'
import { useMay, useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput } from '../parts/inputs'
import { Section } from '../parts/Section'
import { useFocusBack } from '../parts/useFocusBack'
import { bodies } from './stage'
import { useMemorandumCommand } from './useMemorandumCommand'

/** 备案: with the three bodies, each with its receipt. */
export function Filings(props: { of: MemorandumAnswer }) {
  const { of } = props
  const may = useMay()
  const [filing, setFiling] = useState<FilingBody>()
  const { filings, effectiveFrom, endedAt } = of.memorandum
  const isOpen = !!effectiveFrom && !endedAt && may('post /api/memoranda/{id}/filings')
  return (
    <Section title="备案">
      <Table
        size="small"
        pagination={false}
        rowKey={b => b}
        dataSource={bodies}
        columns={[
          { title: '机关', render: (_, b) => filingBodyName[b], width: 110 },
          {
            title: '备案',
            render: (_, b) => {
              const done = filings.find(f => f.body === b)
              if (done)
                return (
                  <>
                    {done.receipt}
                    <div className="quiet">{dayText(done.on)}</div>
                  </>
                )
              return isOpen ? (
                <Button size="small" aria-label={`登记备案：${filingBodyName[b]}`} onClick={() => setFiling(b)}>
                  登记备案
                </Button>
              ) : (
                <span className="quiet">{effectiveFrom ? '未备案' : '双方签字后备案'}</span>
              )
            },
          },
        ]}
      />
      {filing ? <FileIt of={of} body={filing} close={() => setFiling(undefined)} /> : null}
    </Section>
  )
}

function FileIt(props: { of: MemorandumAnswer; body: FilingBody; close: () => void }) {
  const { of, body: filingBody, close } = props
  useFocusBack()
  const me = useMe()
  const [paper, setPaper, forget] = useKept(me.id, `filing.${of.id}.${filingBody}`, { receipt: '', on: localToday() })
  const file = useMemorandumCommand(
    of,
    (body: FileMemorandumRequest, headers) =>
      answer(api.POST('/api/memoranda/{id}/filings', { params: { path: { id: of.id } }, body, headers })),
    {
      said: `已向${filingBodyName[filingBody]}备案。`,
      then: () => {
        forget()
        close()
      },
    },
  )
  return (
    <Modal
      open
      title={`登记备案：${filingBodyName[filingBody]}`}
      okText="登记"
      confirmLoading={file.running}
      onOk={() => void file.run({ body: filingBody, ...paper })}
      onCancel={close}
    >
      <RefusalAlert of={file.refused} close={file.clear} />
      <Form onChange={file.clear} layout="vertical">
        <Field label="备案回执文号" required fault={faultAt(file.refused, 'receipt') ?? faultAt(file.refused, 'body')}>
          {c => (
            <Input
              {...c}
              value={paper.receipt}
              onChange={e => setPaper(now => ({ ...now, receipt: e.target.value }))}
            />
          )}
        </Field>
        <Field label="备案日期" required fault={faultAt(file.refused, 'on')}>
          {c => (
            <DayInput {...c} max={localToday()} value={paper.on} onChange={on => setPaper(now => ({ ...now, on }))} />
          )}
        </Field>
      </Form>
    </Modal>
  )
}
