import { Input, InputNumber, Radio, Select } from 'antd'
import { localToday } from '../../../words/dates'
import { Field } from '../parts/Asked'
import { DayInput } from '../parts/DayInput'
import type { ContentForm } from './contentForm'
import { feedbackWords } from './words'

interface Fields {
  value: ContentForm
  change: (part: Partial<ContentForm>) => void
}

/** What each kind of feedback says. */
export function ContentFields(props: Fields) {
  switch (props.value.kind) {
    case 'inspection':
      return <Inspection {...props} />
    case 'finding':
      return <Finding {...props} />
    case 'penalty':
      return <Penalty {...props} />
    case 'credit':
      return <Credit {...props} />
    case 'normChange':
      return <NormChange {...props} />
  }
}

function Inspection({ value, change }: Fields) {
  return (
    <>
      <Day {...{ value, change }} field="on" label="检查日期" past />
      <Field name="content.passed" label="检查结论" required group>
        {() => (
          <Radio.Group
            value={value.passed}
            onChange={e => change({ passed: e.target.value })}
            options={[
              { value: true, label: '合格' },
              { value: false, label: '不合格' },
            ]}
          />
        )}
      </Field>
      <Long {...{ value, change }} field="findings" label="检查情况" />
      <Field name="content.inspectors" label="检查人员" required hint={feedbackWords.inspectors}>
        {(id, invalid) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={value.inspectors}
            onChange={inspectors => change({ inspectors })}
            tokenSeparators={['、', '，', ',', ' ', '；']}
            status={invalid ? 'error' : undefined}
            placeholder="填写姓名后按回车"
          />
        )}
      </Field>
    </>
  )
}

function Finding({ value, change }: Fields) {
  return (
    <>
      <Day {...{ value, change }} field="on" label="发现日期" past />
      <Long {...{ value, change }} field="fault" label="问题" />
      <Day {...{ value, change }} field="rectifyBy" label="整改期限" from={value.on} />
    </>
  )
}

function Penalty({ value, change }: Fields) {
  return (
    <>
      <Day {...{ value, change }} field="on" label="处罚决定日期" past />
      <Short {...{ value, change }} field="document" label="处罚决定书文号" />
      <Short {...{ value, change }} field="article" label="处罚依据" />
      <Short {...{ value, change }} field="sanction" label="处罚种类" />
      <Field name="content.amount" label="罚没金额（元）" hint={feedbackWords.amount}>
        {(id, invalid) => (
          <InputNumber
            id={id}
            value={value.amount}
            onChange={amount => change({ amount: amount ?? undefined })}
            min={0}
            precision={2}
            status={invalid ? 'error' : undefined}
            style={{ width: 200 }}
          />
        )}
      </Field>
    </>
  )
}

function Credit({ value, change }: Fields) {
  return (
    <>
      <Field name="content.good" label="守信还是失信" required group>
        {() => (
          <Radio.Group
            value={value.good}
            onChange={e => change({ good: e.target.value })}
            options={[
              { value: true, label: '守信' },
              { value: false, label: '失信' },
            ]}
          />
        )}
      </Field>
      <Short {...{ value, change }} field="level" label="等级" />
      <Short {...{ value, change }} field="source" label="认定机关或者来源" />
      <Day {...{ value, change }} field="from" label="起始日期" past />
      <Day
        {...{ value, change }}
        field="until"
        label="截止日期"
        from={value.from}
        optional
        hint={feedbackWords.until}
      />
    </>
  )
}

function NormChange({ value, change }: Fields) {
  return (
    <>
      <Short {...{ value, change }} field="document" label="文件文号" />
      <Day {...{ value, change }} field="on" name="content.issuedOn" label="文件日期" past />
      <Long {...{ value, change }} field="what" label="调整的内容" />
      <Day {...{ value, change }} field="from" label="施行日期" />
    </>
  )
}

type TextName = 'findings' | 'fault' | 'document' | 'article' | 'sanction' | 'level' | 'source' | 'what'
type DayName = 'on' | 'rectifyBy' | 'from' | 'until'

function Short(props: Fields & { field: TextName; label: string }) {
  return (
    <Field name={`content.${props.field}`} label={props.label} required>
      {(id, invalid) => (
        <Input
          id={id}
          value={props.value[props.field]}
          onChange={e => props.change({ [props.field]: e.target.value })}
          status={invalid ? 'error' : undefined}
        />
      )}
    </Field>
  )
}

function Long(props: Fields & { field: TextName; label: string }) {
  return (
    <Field name={`content.${props.field}`} label={props.label} required>
      {(id, invalid) => (
        <Input.TextArea
          id={id}
          rows={4}
          value={props.value[props.field]}
          onChange={e => props.change({ [props.field]: e.target.value })}
          status={invalid ? 'error' : undefined}
        />
      )}
    </Field>
  )
}

function Day(
  props: Fields & {
    field: DayName
    label: string
    name?: string
    past?: boolean
    from?: string
    optional?: boolean
    hint?: string
  },
) {
  return (
    <Field
      name={props.name ?? `content.${props.field}`}
      label={props.label}
      required={!props.optional}
      hint={props.hint}
    >
      {(id, invalid) => (
        <DayInput
          id={id}
          value={props.value[props.field]}
          onChange={day => props.change({ [props.field]: day })}
          from={props.from}
          until={props.past ? localToday() : undefined}
          invalid={invalid}
        />
      )}
    </Field>
  )
}
