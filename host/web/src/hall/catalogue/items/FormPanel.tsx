import { Button, Empty, Table } from 'antd'
import { useState } from 'react'
import { type FieldKind, type FieldPlan, type FormValues, planOf, type Schema } from '../../../forms/plan'
import { RecordForm } from '../../../forms/RecordForm'
import { Section } from '../parts/Section'

const kinds: Record<FieldKind, string> = {
  text: '文字',
  multiline: '长文字',
  address: '地址',
  integer: '整数',
  number: '数',
  amount: '金额',
  date: '日期',
  yesNo: '是或否',
  choice: '单选',
  choices: '多选',
  texts: '多条文字',
  rows: '多行表格',
  record: '一组内容',
  creditCode: '统一社会信用代码',
  citizenNumber: '公民身份号码',
}

interface Row extends FieldPlan {
  children?: Row[]
}

/** 申请表: what the item's form asks, before anybody fills it in. */
export default function FormPanel(props: { form: unknown }) {
  const groups = planOf(props.form as Schema)
  const labels = new Map(groups.flatMap(g => g.fields.map(f => [f.name, f])))
  const [values, setValues] = useState<FormValues>({})
  if (groups.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这个事项除申请人外不填写其他内容" />
  return (
    <div className="stack">
      <Section
        title="试填"
        extra={
          <Button size="small" onClick={() => setValues({})}>
            清空
          </Button>
        }
      >
        <p className="quiet" style={{ marginTop: 0 }}>
          与窗口和网上申请时看到的相同。这里填写的内容不会保存，也不会提交。
        </p>
        <RecordForm groups={groups} values={values} onChange={setValues} />
      </Section>
      {groups.map((group, i) => (
        <Section
          key={`${group.heading}${group.fields[0]?.name ?? i}`}
          title={`填写内容一览${group.heading ? `：${group.heading}` : ''}`}
        >
          <Table<Row>
            size="small"
            pagination={false}
            rowKey="name"
            dataSource={group.fields.map(rowOf)}
            expandable={{ defaultExpandAllRows: true }}
            columns={[
              { title: '填写内容', render: (_, f) => f.label, width: 300 },
              {
                title: '方式',
                render: (_, f) => `${kinds[f.kind]}${f.unit ? `（${f.unit}）` : ''}`,
                width: 170,
              },
              { title: '必填', render: (_, f) => (f.required ? '必填' : '选填'), width: 80 },
              { title: '说明', render: (_, f) => <About of={f} labels={labels} /> },
            ]}
          />
        </Section>
      ))}
    </div>
  )
}

function About(props: { of: FieldPlan; labels: Map<string, FieldPlan> }) {
  const { of } = props
  const range = [of.min !== undefined ? `不小于${of.min}` : '', of.max !== undefined ? `不大于${of.max}` : ''].filter(
    t => t,
  )
  const asked = of.when ? props.labels.get(of.when.field) : undefined
  return (
    <>
      {of.hint}
      {of.choices.length > 0 ? <div>{of.choices.map(c => c.label).join('、')}</div> : null}
      {range.length > 0 ? <div className="quiet">{range.join('，')}</div> : null}
      {of.when ? (
        <div className="quiet">
          “{asked?.label ?? of.when.field}”为{of.when.in.map(v => valueText(asked, v)).join('、')}时填写
        </div>
      ) : null}
    </>
  )
}

function valueText(field: FieldPlan | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field?.choices.find(c => c.value === value)?.label ?? String(value)
}

function rowOf(field: FieldPlan): Row {
  return field.fields.length > 0 ? { ...field, children: field.fields.map(rowOf) } : field
}
