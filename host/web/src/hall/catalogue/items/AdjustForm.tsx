import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Form, Input, InputNumber, Radio, Space } from 'antd'
import type { AdjustItemRequest, Limit, Material, ShowItemAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useKept } from '../../../forms/kept'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { dayText, localToday } from '../../../words/dates'
import { useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput, LimitInput } from '../parts/inputs'

interface Draft {
  from: string
  statutoryLimit: Limit | null
  promisedLimit: Limit | null
  materials: Material[] | null
  fee: 'same' | 'none' | 'other'
  amount: number | null
  basis: string
  reason: string
}

/** 动态调整: limits, materials or fee of an item from a day on. What is left alone stays as it is. */
export function AdjustForm(props: { of: ShowItemAnswer; done: () => void }) {
  const { of } = props
  const { elements } = of.inForce
  const me = useMe()
  const { message } = App.useApp()
  const [draft, setDraft, forget] = useKept<Draft>(me.id, `adjust.${of.code}`, {
    from: localToday(),
    statutoryLimit: null,
    promisedLimit: null,
    materials: null,
    fee: 'same',
    amount: elements.fee?.amount ?? null,
    basis: elements.fee?.basis ?? '',
    reason: '',
  })
  const adjust = useCommand(
    (body: AdjustItemRequest, headers) =>
      answer(api.POST('/api/items/{code}/adjustments', { params: { path: { code: of.code } }, body, headers })),
    {
      version: of.version,
      touches: [['item', of.code], ['items']],
      then: () => {
        forget()
        message.success(`调整自${dayText(draft.from)}起生效。`)
        props.done()
      },
    },
  )
  const change = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }))
  const fault = (place: string) => faultAt(adjust.refused, place)

  function send() {
    void adjust.run({
      from: draft.from,
      statutoryLimit: draft.statutoryLimit,
      promisedLimit: draft.promisedLimit,
      materials: draft.materials?.map(m => ({ ...m, name: m.name.trim(), key: m.key.trim() })) ?? null,
      fee: draft.fee === 'other' ? { amount: draft.amount, basis: draft.basis } : null,
      noFee: draft.fee === 'none',
      reason: draft.reason,
    })
  }

  return (
    <Form onChange={adjust.clear} layout="vertical" onFinish={send} style={{ marginBottom: 16 }} aria-label="调整要素">
      <RefusalAlert of={adjust.refused} close={adjust.clear} />
      <div className="rows-of-form">
        <Field label="自哪一天起" required fault={fault('from')} hint="不能早于今天">
          {c => <DayInput {...c} value={draft.from} min={localToday()} onChange={from => change({ from })} />}
        </Field>
        <Field label="法定办结时限改为" fault={fault('statutoryLimit')} hint="不填为不变">
          {c => (
            <LimitInput
              {...c}
              name="法定办结时限"
              value={draft.statutoryLimit}
              onChange={statutoryLimit => change({ statutoryLimit })}
            />
          )}
        </Field>
        <Field label="承诺办结时限改为" fault={fault('promisedLimit')} hint="不填为不变；不能长于法定时限">
          {c => (
            <LimitInput
              {...c}
              name="承诺办结时限"
              value={draft.promisedLimit}
              onChange={promisedLimit => change({ promisedLimit })}
            />
          )}
        </Field>
      </div>
      <Form.Item label="收费">
        <Radio.Group
          aria-label="收费"
          value={draft.fee}
          onChange={e => change({ fee: e.target.value })}
          options={[
            { value: 'same', label: '不变' },
            { value: 'none', label: '不收费' },
            { value: 'other', label: '改为' },
          ]}
        />
      </Form.Item>
      {draft.fee === 'other' ? (
        <div className="rows-of-form">
          <Field label="金额（元）" hint="不填为按情形计收">
            {c => (
              <InputNumber<number>
                {...c}
                min={0}
                precision={2}
                value={draft.amount}
                onChange={amount => change({ amount })}
                style={{ width: 160 }}
              />
            )}
          </Field>
          <Field label="收费依据" required fault={fault('fee')}>
            {c => <Input {...c} value={draft.basis} onChange={e => change({ basis: e.target.value })} />}
          </Field>
        </div>
      ) : null}
      <Form.Item>
        <Checkbox
          checked={draft.materials !== null}
          onChange={e => change({ materials: e.target.checked ? elements.materials : null })}
        >
          调整材料清单
        </Checkbox>
      </Form.Item>
      {draft.materials ? (
        <MaterialRows of={draft.materials} fault={fault} change={materials => change({ materials })} />
      ) : null}
      <Field label="理由" required fault={fault('reason')}>
        {c => (
          <Input.TextArea {...c} rows={2} value={draft.reason} onChange={e => change({ reason: e.target.value })} />
        )}
      </Field>
      <Space>
        <Button type="primary" htmlType="submit" loading={adjust.running}>
          调整
        </Button>
        <Button onClick={props.done}>暂不调整</Button>
      </Space>
    </Form>
  )
}

function MaterialRows(props: {
  of: Material[]
  fault: (place: string) => string | undefined
  change: (materials: Material[]) => void
}) {
  const { of, change } = props
  const set = (index: number, part: Partial<Material>) =>
    change(of.map((m, i) => (i === index ? { ...m, ...part } : m)))
  return (
    <fieldset className="group">
      <legend>申请材料（全部列出）</legend>
      {props.fault('materials') ? <p role="alert">{props.fault('materials')}</p> : null}
      {of.map((m, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name while its key is being typed
        <Space key={i} wrap style={{ display: 'flex', marginBottom: 6 }}>
          <Input
            aria-label={`材料${i + 1}名称`}
            status={props.fault(`materials[${i}].name`) ? 'error' : ''}
            value={m.name}
            onChange={e => set(i, { name: e.target.value })}
            style={{ width: 320 }}
          />
          <Input
            aria-label={`材料${i + 1}要求`}
            placeholder="要求"
            value={m.requirement ?? ''}
            onChange={e => set(i, { requirement: e.target.value })}
            style={{ width: 260 }}
          />
          <Input
            aria-label={`材料${i + 1}标识`}
            placeholder="标识（英文）"
            value={m.key}
            onChange={e => set(i, { key: e.target.value })}
            style={{ width: 170 }}
          />
          <Checkbox checked={m.required ?? false} onChange={e => set(i, { required: e.target.checked })}>
            必要
          </Checkbox>
          <Button
            icon={<DeleteOutlined />}
            aria-label={`删除材料“${m.name || i + 1}”`}
            onClick={() => change(of.filter((_, at) => at !== i))}
          />
        </Space>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => change([...of, { key: '', name: '', requirement: '', required: true, heldAs: null }])}
      >
        增加材料
      </Button>
    </fieldset>
  )
}
