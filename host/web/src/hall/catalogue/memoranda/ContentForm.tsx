import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Collapse, Empty, Input, InputNumber, Select, Space, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type {
  HandoverEntry,
  HandoverKind,
  IfSilent,
  ItemElements,
  MemorandumContent,
  MemorandumItem,
  NoticeKind,
  PushRule,
  SupervisionTopic,
  TechnicalSupport,
} from '../../../../generated/api'
import { planOf, type Schema } from '../../../forms/plan'
import { noticeTitle } from '../../../words/cases'
import { anyLimit, handoverKindName, ifSilentName } from '../../../words/catalogue'
import { topicName } from '../../../words/supervision'
import { Field } from '../parts/Field'
import { DayInput, ItemPicker, LimitInput, OrganisationInput } from '../parts/inputs'
import { Section } from '../parts/Section'
import { itemOf, itemQuery, pushRuleTo, stepNameOf, useElements } from './items'

export interface FormOf {
  content: MemorandumContent
  change: (part: Partial<MemorandumContent>) => void
  fault: (place: string) => string | undefined
}

const options = <T extends string>(names: Record<T, string>) =>
  (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }))

/** 双方与交接: number, title, the two sides and the day. */
export function SidesSection(props: FormOf) {
  const { content, change, fault } = props
  return (
    <Section title="一、双方与交接日期">
      <div className="rows-of-form">
        <Field label="备忘录标题" required fault={fault('title')}>
          {c => (
            <Input
              {...c}
              placeholder="例如：区某局行政许可事项划转审管衔接备忘录"
              value={content.title}
              onChange={e => change({ title: e.target.value })}
            />
          )}
        </Field>
        <Field label="文号" required fault={fault('number')}>
          {c => <Input {...c} value={content.number} onChange={e => change({ number: e.target.value })} />}
        </Field>
      </div>
      <div className="rows-of-form">
        <Field label="移交方" required fault={fault('from.name') ?? fault('from.code') ?? fault('from')}>
          {c => (
            <OrganisationInput
              {...c}
              value={content.from.code || content.from.name ? content.from : null}
              onChange={from => change({ from: from ?? { name: '', code: '' } })}
            />
          )}
        </Field>
        <Field label="承接方" required fault={fault('to.name') ?? fault('to.code') ?? fault('to')}>
          {c => (
            <OrganisationInput
              {...c}
              value={content.to.code || content.to.name ? content.to : null}
              onChange={to => change({ to: to ?? { name: '', code: '' } })}
            />
          )}
        </Field>
        <Field label="交接日期" required fault={fault('handoverOn')} hint="双方签字晚于这一天的，自签字时生效">
          {c => <DayInput {...c} value={content.handoverOn} onChange={handoverOn => change({ handoverOn })} />}
        </Field>
      </div>
    </Section>
  )
}

/** 事项与职责边界: of each item who approves what, who supervises what, and who supports which step. */
export function ItemsSection(props: FormOf & { isAmendment?: boolean }) {
  const { content, change, fault } = props
  const queries = useQueryClient()
  const elements = useElements(content.items.map(i => i.item))
  const [open, setOpen] = useState<string[]>([])
  const set = (index: number, part: Partial<MemorandumItem>) =>
    change({ items: content.items.map((i, at) => (at === index ? { ...i, ...part } : i)) })

  async function add(code: string) {
    const item = await queries.ensureQueryData(itemQuery(code))
    change({ items: [...content.items, itemOf(item.inForce.elements, content.from, content.to)] })
    setOpen(shown => [...shown, code])
  }

  return (
    <Section title={`二、事项与职责边界（${content.items.length}个事项）`}>
      {props.isAmendment ? null : (
        <Field
          label="加入事项"
          fault={fault('items')}
          hint={content.from.code ? '加入后按事项目录填好技术支撑，请再逐项核对' : '请先选择移交方'}
        >
          {c => (
            <ItemPicker
              {...c}
              disabled={!content.from.code || !content.to.code}
              without={content.items.map(i => i.item)}
              onPick={item => void add(item.code)}
            />
          )}
        </Field>
      )}
      {content.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有事项" />
      ) : (
        <Collapse
          size="small"
          activeKey={open}
          onChange={keys => setOpen([keys].flat())}
          items={content.items.map((covered, i) => {
            const of = elements.get(covered.item)
            const name = of?.name ?? covered.item
            const wrong = fault(`items[${i}].item`)
            return {
              key: covered.item,
              label: (
                <>
                  {name}
                  {covered.boundarySettled ? null : <span className="quiet">　边界尚未明确</span>}
                  {wrong ? <span role="alert">　{wrong}</span> : null}
                </>
              ),
              children: (
                <ItemFields
                  {...props}
                  of={covered}
                  place={`items[${i}]`}
                  elements={of}
                  set={part => set(i, part)}
                  remove={() => change({ items: content.items.filter((_, at) => at !== i) })}
                />
              ),
            }
          })}
        />
      )}
    </Section>
  )
}

function ItemFields(
  props: FormOf & {
    of: MemorandumItem
    place: string
    elements: ItemElements | undefined
    set: (part: Partial<MemorandumItem>) => void
    remove: () => void
    isAmendment?: boolean
  },
) {
  const { of, place, elements, set, fault } = props
  const missing = (elements?.steps ?? []).filter(
    s => s.performer !== 'system' && of.support.every(agreed => agreed.stepKey !== s.key),
  )
  const setSupport = (index: number, part: Partial<TechnicalSupport>) =>
    set({ support: of.support.map((s, at) => (at === index ? { ...s, ...part } : s)) })
  return (
    <>
      {props.isAmendment ? null : (
        <>
          <Field
            label="监管部门"
            required
            fault={
              fault(`${place}.supervisor.name`) ?? fault(`${place}.supervisor.code`) ?? fault(`${place}.supervisor`)
            }
          >
            {c => (
              <OrganisationInput
                {...c}
                value={of.supervisor.code || of.supervisor.name ? of.supervisor : null}
                onChange={supervisor => set({ supervisor: supervisor ?? { name: '', code: '' } })}
              />
            )}
          </Field>
          <p>
            <Checkbox checked={of.boundarySettled} onChange={e => set({ boundarySettled: e.target.checked })}>
              双方对职责边界已经达成一致
            </Checkbox>
            {of.boundarySettled ? null : (
              <span className="quiet">　没有达成一致的，事项仍由移交方办理，直到双方另行商定。</span>
            )}
          </p>
        </>
      )}
      <div className="rows-of-form">
        <Field label="审批职责" fault={fault(`${place}.approves`)}>
          {c => (
            <Input.TextArea {...c} autoSize value={of.approves} onChange={e => set({ approves: e.target.value })} />
          )}
        </Field>
        <Field label="监管职责" fault={fault(`${place}.supervises`)}>
          {c => (
            <Input.TextArea {...c} autoSize value={of.supervises} onChange={e => set({ supervises: e.target.value })} />
          )}
        </Field>
      </div>
      <h3 style={{ fontSize: 14, margin: '4px 0 6px' }}>技术支撑</h3>
      {of.support.length === 0 ? <p className="quiet">没有约定技术支撑，各环节由承接方自行办理。</p> : null}
      {of.support.map((agreed, i) => {
        const step = stepNameOf(elements, agreed.stepKey)
        const at = `${place}.support[${i}]`
        return (
          <fieldset key={agreed.stepKey} className="group">
            <legend>{step}</legend>
            {fault(`${at}.stepKey`) ? <p role="alert">{fault(`${at}.stepKey`)}</p> : null}
            <div className="rows-of-form">
              <Field label="主体责任" required fault={fault(`${at}.lead.name`) ?? fault(`${at}.lead`)}>
                {c => (
                  <OrganisationInput
                    {...c}
                    value={agreed.lead}
                    onChange={lead => setSupport(i, { lead: lead ?? { name: '', code: '' } })}
                  />
                )}
              </Field>
              <Field label="配合责任" fault={fault(`${at}.helper`)} hint="没有的留空">
                {c => (
                  <OrganisationInput
                    {...c}
                    clear
                    value={agreed.helper ?? null}
                    onChange={helper => setSupport(i, { helper })}
                  />
                )}
              </Field>
              <Field label="完成时限" required fault={fault(`${at}.limit`)}>
                {c => (
                  <LimitInput
                    {...c}
                    name={`${step}完成时限`}
                    min={1}
                    value={agreed.limit}
                    onChange={limit => limit && setSupport(i, { limit })}
                  />
                )}
              </Field>
              <Field label="逾期未出具意见的">
                {c => (
                  <Select<IfSilent>
                    {...c}
                    value={agreed.ifSilent ?? 'wait'}
                    options={options(ifSilentName)}
                    onChange={ifSilent => setSupport(i, { ifSilent })}
                  />
                )}
              </Field>
            </div>
            <Button
              size="small"
              icon={<DeleteOutlined />}
              onClick={() => set({ support: of.support.filter((_, other) => other !== i) })}
            >
              不约定“{step}”的技术支撑
            </Button>
          </fieldset>
        )
      })}
      {missing.length > 0 ? (
        <Space wrap>
          {missing.map(s => (
            <Button
              key={s.key}
              size="small"
              icon={<PlusOutlined />}
              onClick={() =>
                set({
                  support: [
                    ...of.support,
                    {
                      stepKey: s.key,
                      lead: props.content.from,
                      helper: props.content.to,
                      limit: anyLimit(s.limit) ?? { count: 2, unit: 'workingDay' },
                      ifSilent: 'wait',
                    },
                  ],
                })
              }
            >
              约定“{s.name}”的技术支撑
            </Button>
          ))}
        </Space>
      ) : null}
      <p style={{ margin: '8px 0 0' }}>
        <Link to={`/items/${of.item}`} target="_blank">
          查看事项的实施清单
        </Link>
        {props.isAmendment ? null : (
          <Button size="small" icon={<DeleteOutlined />} style={{ marginInlineStart: 16 }} onClick={props.remove}>
            移出“{elements?.name ?? of.item}”
          </Button>
        )}
      </p>
    </>
  )
}

/** 审管信息推送: to whom, what, by when. */
export function PushSection(props: FormOf & { number: string }) {
  const { content, change, fault } = props
  const elements = useElements(content.items.map(i => i.item))
  const fields = new Map(
    [...elements.values()].flatMap(e =>
      planOf(e.form as Schema).flatMap(g => g.fields.map(f => [f.name, f.label] as const)),
    ),
  )
  const set = (index: number, part: Partial<PushRule>) =>
    change({ pushRules: content.pushRules.map((r, at) => (at === index ? { ...r, ...part } : r)) })
  return (
    <Section title={`${props.number}、审管信息推送（${content.pushRules.length}条）`}>
      {content.pushRules.length === 0 ? (
        <p className="quiet">没有约定推送的，监管部门收不到审批信息。请至少约定一条。</p>
      ) : null}
      {content.pushRules.map((rule, i) => {
        const at = `pushRules[${i}]`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own
          <fieldset key={i} className="group">
            <legend>推送约定{i + 1}</legend>
            <div className="rows-of-form">
              <Field label="推送对象" required fault={fault(`${at}.recipient.name`) ?? fault(`${at}.recipient`)}>
                {c => (
                  <OrganisationInput
                    {...c}
                    value={rule.recipient.code || rule.recipient.name ? rule.recipient : null}
                    onChange={recipient => set(i, { recipient: recipient ?? { name: '', code: '' } })}
                  />
                )}
              </Field>
              <Field label="推送环节" required fault={fault(`${at}.topics`)}>
                {c => (
                  <Select<SupervisionTopic[]>
                    {...c}
                    mode="multiple"
                    value={rule.topics}
                    options={options(topicName)}
                    onChange={topics => set(i, { topics })}
                  />
                )}
              </Field>
              <Field label="推送时限" required fault={fault(`${at}.within`)}>
                {c => (
                  <LimitInput
                    {...c}
                    name="推送时限"
                    min={1}
                    value={rule.within}
                    onChange={within => within && set(i, { within })}
                  />
                )}
              </Field>
              <Field label="认领时限" fault={fault(`${at}.claimWithin`)} hint="不填按本地区规定">
                {c => (
                  <LimitInput
                    {...c}
                    name="认领时限"
                    min={1}
                    value={anyLimit(rule.claimWithin)}
                    onChange={claimWithin => set(i, { claimWithin: claimWithin as PushRule['claimWithin'] })}
                  />
                )}
              </Field>
            </div>
            <div className="rows-of-form">
              <Field label="推送内容" fault={fault(`${at}.content`)}>
                {c => <Input {...c} value={rule.content} onChange={e => set(i, { content: e.target.value })} />}
              </Field>
              <Field label="随附文书" hint="不选为只附决定书">
                {c => (
                  <Select<NoticeKind[]>
                    {...c}
                    mode="multiple"
                    maxTagCount={3}
                    value={rule.documents ?? []}
                    options={options(noticeTitle)}
                    onChange={documents => set(i, { documents: documents.length > 0 ? documents : null })}
                  />
                )}
              </Field>
              <Field
                label="推送申请表中的内容"
                fault={(rule.fields ?? []).map((_, n) => fault(`${at}.fields[${n}]`)).find(f => f)}
                hint="不选为不推送"
              >
                {c => (
                  <Select<string[]>
                    {...c}
                    mode="multiple"
                    maxTagCount={4}
                    value={rule.fields ?? []}
                    options={[...fields].map(([value, label]) => ({ value, label }))}
                    onChange={chosen => set(i, { fields: chosen })}
                  />
                )}
              </Field>
            </div>
            <Button
              size="small"
              icon={<DeleteOutlined />}
              onClick={() => change({ pushRules: content.pushRules.filter((_, other) => other !== i) })}
            >
              删除推送约定{i + 1}
            </Button>
          </fieldset>
        )
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => change({ pushRules: [...content.pushRules, pushRuleTo(content.from)] })}
      >
        增加推送约定
      </Button>
    </Section>
  )
}

/** 交接清单: what is handed over, by kind. */
export function ChecklistSection(props: FormOf & { number: string; done?: string[] }) {
  const { content, change, fault } = props
  const set = (index: number, part: Partial<HandoverEntry>) =>
    change({ checklist: content.checklist.map((c, at) => (at === index ? { ...c, ...part } : c)) })
  return (
    <Section title={`${props.number}、交接清单（${content.checklist.length}项）`}>
      {fault('checklist') ? <p role="alert">{fault('checklist')}</p> : null}
      <Table
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={content.checklist}
        columns={[
          {
            title: '类别',
            width: 190,
            render: (_, entry, i) => (
              <Select<HandoverKind>
                aria-label={`第${i + 1}项类别`}
                value={entry.kind}
                options={options(handoverKindName)}
                onChange={kind => set(i, { kind })}
                style={{ width: '100%' }}
              />
            ),
          },
          {
            title: '内容',
            render: (_, entry, i) => (
              <Input
                aria-label={`第${i + 1}项内容`}
                value={entry.description}
                onChange={e => set(i, { description: e.target.value })}
              />
            ),
          },
          {
            title: '数量',
            width: 110,
            render: (_, entry, i) => (
              <InputNumber<number>
                aria-label={`第${i + 1}项数量`}
                min={0}
                precision={0}
                value={entry.count}
                onChange={count => set(i, { count: count ?? 0 })}
                style={{ width: '100%' }}
              />
            ),
          },
          {
            title: <span className="quiet">删除</span>,
            width: 64,
            render: (_, entry, i) =>
              props.done?.includes(entry.key) ? (
                <span className="quiet">已交接</span>
              ) : (
                <Button
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`删除第${i + 1}项`}
                  onClick={() => change({ checklist: content.checklist.filter((_e, other) => other !== i) })}
                />
              ),
          },
        ]}
      />
      <Button
        size="small"
        icon={<PlusOutlined />}
        style={{ marginTop: 8 }}
        onClick={() =>
          change({
            checklist: [
              ...content.checklist,
              { key: `entry-${crypto.randomUUID().slice(0, 8)}`, kind: 'files', description: '', count: 1 },
            ],
          })
        }
      >
        增加交接条目
      </Button>
    </Section>
  )
}
