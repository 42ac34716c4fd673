import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Form, Input, InputNumber, Radio, Table } from 'antd'
import type {
  Limit,
  LinkageTerms,
  LocalityAnswer,
  Regime,
  SetLinkageTermsRequest,
  SetRegimeRequest,
} from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useKept } from '../../../forms/kept'
import { Facts } from '../../../kit/Facts'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { regimeName } from '../../../words/cases'
import { dayText, localToday } from '../../../words/dates'
import { limitText } from '../../../words/limits'
import { useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { DayInput, LimitInput } from '../parts/inputs'
import { Section } from '../parts/Section'
import { regimeText } from './regime'

/** 地区设置: what the district's own rules set, and from which day on. */
export default function LocalityPage() {
  const locality = useQuery({ queryKey: ['locality'], queryFn: () => answer(api.GET('/api/locality')) })
  const history = useQuery({
    queryKey: ['locality', 'history'],
    queryFn: () => answer(api.GET('/api/locality/history')),
  })
  return (
    <Page title="地区设置" sub="过渡办法、审管联动时限和提醒规则；各自从设定的日期起执行，已有的不受影响">
      <Loaded of={locality} rows={10}>
        {data => (
          <div className="columns">
            <div className="stack">
              <Regimes of={data} />
              <Terms of={data} />
            </div>
            <div className="stack">
              <Section title="基本信息">
                <Facts
                  column={1}
                  items={[
                    ['地区', `${data.locality.name}（${data.locality.region}）`],
                    ['行政审批服务局', data.locality.bureau.name],
                    ['代字', data.locality.abbreviation],
                    ['复议机关', data.locality.government],
                    ['管辖法院', data.locality.court],
                  ]}
                />
              </Section>
              <Section title="记录">
                <Loaded of={history}>
                  {lines => (
                    <History
                      of={lines}
                      more={line => {
                        const told = line.data as { basis?: string; from?: string }
                        return told.basis ? (
                          <div>
                            {told.basis}
                            {told.from ? `，自${dayText(told.from)}起` : ''}
                          </div>
                        ) : null
                      }}
                    />
                  )}
                </Loaded>
              </Section>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Which of dated settings holds today: the last that has begun. */
function current<T extends { from: string }>(dated: T[]): T | undefined {
  return dated.filter(d => d.from <= localToday()).at(-1)
}

function standing(from: string, now: { from: string } | undefined): string {
  return from > localToday() ? '未开始' : from === now?.from ? '现行' : '已被取代'
}

type RegimeKey = 'bySignature' | 'departmentLeads' | 'jointResponsibility'

function Regimes(props: { of: LocalityAnswer }) {
  const { of } = props
  const me = useMe()
  const { message, modal } = App.useApp()
  const { regimes } = of.locality
  const now = current(regimes)
  const [draft, setDraft, forget] = useKept(me.id, 'regime', {
    from: localToday(),
    key: 'bySignature' as RegimeKey,
    until: localToday(),
    issuedOn: localToday(),
    months: 6,
    basis: '',
  })
  const change = (part: Partial<typeof draft>) => setDraft(shown => ({ ...shown, ...part }))
  const set = useCommand(
    (body: SetRegimeRequest, headers) => answer(api.POST('/api/locality/regimes', { body, headers })),
    {
      version: of.version,
      touches: [['locality']],
      then: () => {
        forget()
        message.success('过渡办法已经设定。')
      },
    },
  )
  const fault = (place: string) => faultAt(set.refused, place)

  function regimeOf(): Regime {
    if (draft.key === 'departmentLeads') return { $type: 'departmentLeads', until: draft.until } as Regime
    if (draft.key === 'jointResponsibility')
      return { $type: 'jointResponsibility', issuedOn: draft.issuedOn, months: draft.months } as Regime
    return { $type: 'bySignature' } as Regime
  }

  function ask() {
    modal.confirm({
      title: '设定过渡办法？',
      content: `自${dayText(draft.from)}起生效的备忘录适用：${regimeText(regimeOf())}。此前已经生效的备忘录不变。`,
      okText: '设定',
      onOk: async () => {
        await set.run({ from: draft.from, regime: regimeOf(), basis: draft.basis })
      },
    })
  }

  return (
    <Section title="过渡办法">
      <p className="quiet" style={{ marginTop: 0 }}>
        备忘录签订后到交接完成前由谁办理。备忘录生效那一天的办法随备忘录执行到底。
      </p>
      <Table
        size="small"
        pagination={false}
        rowKey="from"
        dataSource={[...regimes].reverse()}
        locale={{ emptyText: `没有设定过，按“${regimeName.bySignature}”执行` }}
        columns={[
          { title: '自', render: (_, r) => dayText(r.from), width: 140 },
          { title: '办法', render: (_, r) => regimeText(r.regime) },
          { title: '状态', render: (_, r) => standing(r.from, now), width: 90 },
        ]}
      />
      <h3 style={{ fontSize: 14, margin: '14px 0 8px' }}>设定新的过渡办法</h3>
      <RefusalAlert of={set.refused} close={set.clear} />
      <Form onChange={set.clear} layout="vertical" onFinish={ask} aria-label="设定过渡办法">
        <Form.Item>
          <Radio.Group
            aria-label="办法"
            vertical
            value={draft.key}
            onChange={e => change({ key: e.target.value })}
            options={(Object.keys(regimeName) as RegimeKey[]).map(key => ({ value: key, label: regimeName[key] }))}
          />
        </Form.Item>
        <div className="rows-of-form">
          <Field label="自哪一天起" required fault={fault('from')} hint="不能早于今天">
            {c => <DayInput {...c} min={localToday()} value={draft.from} onChange={from => change({ from })} />}
          </Field>
          {draft.key === 'departmentLeads' ? (
            <Field label="过渡期截止日" required fault={fault('regime.until')} hint="原部门牵头的最后一天">
              {c => <DayInput {...c} value={draft.until} onChange={until => change({ until })} />}
            </Field>
          ) : null}
          {draft.key === 'jointResponsibility' ? (
            <>
              <Field label="文件印发之日" required fault={fault('regime.issuedOn')}>
                {c => <DayInput {...c} value={draft.issuedOn} onChange={issuedOn => change({ issuedOn })} />}
              </Field>
              <Field label="几个月" required fault={fault('regime.months')}>
                {c => (
                  <InputNumber<number>
                    {...c}
                    min={1}
                    max={36}
                    precision={0}
                    value={draft.months}
                    onChange={months => change({ months: months ?? 1 })}
                  />
                )}
              </Field>
            </>
          ) : null}
          <Field label="依据文号" required fault={fault('basis')}>
            {c => <Input {...c} value={draft.basis} onChange={e => change({ basis: e.target.value })} />}
          </Field>
        </div>
        <Button type="primary" htmlType="submit" loading={set.running}>
          设定过渡办法
        </Button>
      </Form>
    </Section>
  )
}

const limits: { key: 'claim' | 'feedback' | 'answer' | 'norm'; label: string; hint: string }[] = [
  { key: 'claim', label: '认领时限', hint: '自推送起，监管部门认领' },
  { key: 'feedback', label: '反馈时限', hint: '自监管情况发生起，部门反馈' },
  { key: 'answer', label: '答复时限', hint: '自收到部门来函起，审批局答复' },
  { key: 'norm', label: '依据变化处理时限', hint: '自部门通报起，审批局处理' },
]

function Terms(props: { of: LocalityAnswer }) {
  const { of } = props
  const me = useMe()
  const { message, modal } = App.useApp()
  const { linkageTerms } = of.locality
  const now = current(linkageTerms)
  const [draft, setDraft, forget] = useKept(me.id, 'linkage-terms', {
    from: localToday(),
    terms: of.terms,
    basis: '',
  })
  const set = useCommand(
    (body: SetLinkageTermsRequest, headers) => answer(api.POST('/api/locality/linkage-terms', { body, headers })),
    {
      version: of.version,
      touches: [['locality'], ['boundaries'], ['duties']],
      then: () => {
        forget()
        message.success('审管联动时限已经设定。')
      },
    },
  )
  const fault = (place: string) => faultAt(set.refused, place)
  const setTerms = (part: Partial<LinkageTerms>) =>
    setDraft(shown => ({ ...shown, terms: { ...shown.terms, ...part } }))

  function ask() {
    modal.confirm({
      title: '设定审管联动时限？',
      content: `自${dayText(draft.from)}起执行。已经开始计算的时限不变。`,
      okText: '设定',
      onOk: async () => {
        await set.run(draft)
      },
    })
  }

  return (
    <Section title="审管联动时限与提醒">
      {linkageTerms.length === 0 ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 10 }}
          title="本地区没有设定过，按常用的时限执行。其中答复和依据变化处理的时限没有查到文件依据，请按本地区规定设定。"
        />
      ) : null}
      <Table
        size="small"
        pagination={false}
        rowKey="from"
        dataSource={linkageTerms.length > 0 ? [...linkageTerms].reverse() : [{ from: '', terms: of.terms }]}
        columns={[
          { title: '自', render: (_, t) => (t.from ? dayText(t.from) : '常用'), width: 140 },
          {
            title: '认领',
            render: (_, t) => (t.terms.deemedClaimed ? '推送即认领' : limitText(t.terms.claim)),
          },
          { title: '反馈', render: (_, t) => limitText(t.terms.feedback) },
          { title: '答复', render: (_, t) => limitText(t.terms.answer) },
          { title: '依据变化', render: (_, t) => limitText(t.terms.norm) },
          { title: '提前提醒', render: (_, t) => `${t.terms.light.warnWorkingDaysBefore ?? 1}个工作日` },
          { title: '状态', render: (_, t) => (t.from ? standing(t.from, now) : '现行'), width: 90 },
        ]}
      />
      <h3 style={{ fontSize: 14, margin: '14px 0 8px' }}>设定新的时限</h3>
      <RefusalAlert of={set.refused} close={set.clear} />
      <Form onChange={set.clear} layout="vertical" onFinish={ask} aria-label="设定审管联动时限">
        <p>
          <Checkbox checked={draft.terms.deemedClaimed} onChange={e => setTerms({ deemedClaimed: e.target.checked })}>
            推送即认领（不需要部门另行认领）
          </Checkbox>
        </p>
        <div className="rows-of-form">
          {limits.map(({ key, label, hint }) => (
            <Field key={key} label={label} required hint={hint} fault={fault(`terms.${key}`)}>
              {c => (
                <LimitInput
                  {...c}
                  name={label}
                  min={1}
                  disabled={key === 'claim' && draft.terms.deemedClaimed}
                  value={draft.terms[key]}
                  onChange={(limit: Limit | null) => limit && setTerms({ [key]: limit })}
                />
              )}
            </Field>
          ))}
          <Field
            label="提前几个工作日提醒"
            required
            hint="还剩这么多工作日时亮黄灯"
            fault={fault('terms.light.warnWorkingDaysBefore')}
          >
            {c => (
              <InputNumber<number>
                {...c}
                min={0}
                max={60}
                precision={0}
                value={draft.terms.light.warnWorkingDaysBefore ?? 1}
                onChange={days => setTerms({ light: { warnWorkingDaysBefore: days ?? 0 } })}
              />
            )}
          </Field>
          <Field label="自哪一天起" required fault={fault('from')} hint="不能早于今天">
            {c => (
              <DayInput
                {...c}
                min={localToday()}
                value={draft.from}
                onChange={from => setDraft(shown => ({ ...shown, from }))}
              />
            )}
          </Field>
          <Field label="依据文号" required fault={fault('basis')}>
            {c => (
              <Input
                {...c}
                value={draft.basis}
                onChange={e => setDraft(shown => ({ ...shown, basis: e.target.value }))}
              />
            )}
          </Field>
        </div>
        <Button type="primary" htmlType="submit" loading={set.running}>
          设定联动时限
        </Button>
      </Form>
    </Section>
  )
}
