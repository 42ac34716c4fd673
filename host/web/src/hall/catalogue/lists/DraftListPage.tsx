import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select, Space, Table } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { DraftTransferListRequest, Organisation, TransferAction, TransferEntry } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { transferActionName } from '../../../words/catalogue'
import { useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt } from '../parts/faults'
import { ItemPicker, OrganisationInput } from '../parts/inputs'
import { useBureau, useItemNames } from '../parts/organisations'
import { Section } from '../parts/Section'

type Draft = DraftTransferListRequest & { basedOn?: number }

/** 拟订清单: drawn up, and drawn up anew until it is published. */
export default function DraftListPage() {
  const { id = '' } = useParams()
  const list = useQuery({
    queryKey: ['transfer-list', id, 'draft'],
    queryFn: async () => {
      try {
        return await answer(api.GET('/api/transfer-lists/{id}', { params: { path: { id } } }))
      } catch (thrown) {
        if (Refused.from(thrown).code === 'transfer-list-unknown') return null
        throw thrown
      }
    },
  })
  return (
    <Page title={list.data ? '修改清单' : '拟订清单'} sub="写明每个事项的调整方式和承接单位">
      <Loaded of={list}>
        {data => (
          <Draft
            id={id}
            version={data?.version}
            initial={
              data
                ? { title: data.list.title, batch: data.list.batch, entries: data.list.entries }
                : { title: '', batch: 1, entries: [] }
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function Draft(props: { id: string; version: number | undefined; initial: Draft }) {
  const { id } = props
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const bureau = useBureau()
  const [draft, setDraft, forget] = useKept<Draft>(me.id, `list.${id}.${props.version ?? 0}`, props.initial)
  const nameOf = useItemNames(draft.entries.map(e => e.item))
  const save = useCommand(
    (body: DraftTransferListRequest, headers) =>
      answer(api.PUT('/api/transfer-lists/{id}', { params: { path: { id } }, body, headers })),
    {
      version: props.version,
      touches: [['transfer-list', id], ['transfer-lists']],
      then: () => {
        forget()
        message.success('清单已保存，公布前可以继续修改。')
        navigate(`/transfer-lists/${id}`)
      },
    },
  )
  const change = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }))
  const fault = (place: string) => faultAt(save.refused, place)
  const setEntry = (index: number, part: Partial<TransferEntry>) =>
    change({ entries: draft.entries.map((e, i) => (i === index ? { ...e, ...part } : e)) })

  useEffect(() => {
    if (save.refused) document.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' })
  }, [save.refused])

  return (
    <Form
      onChange={save.clear}
      layout="vertical"
      onFinish={() => void save.run({ title: draft.title, batch: draft.batch, entries: draft.entries })}
    >
      <RefusalAlert of={save.refused} close={save.clear} />
      <div className="stack">
        <Section title="清单">
          <div className="rows-of-form">
            <Field label="标题" required fault={fault('title')}>
              {c => (
                <Input
                  {...c}
                  placeholder="例如：行政许可事项划转清单（第二批）"
                  value={draft.title}
                  onChange={e => change({ title: e.target.value })}
                />
              )}
            </Field>
            <Field label="第几批" required fault={fault('batch')}>
              {c => (
                <InputNumber<number>
                  {...c}
                  min={1}
                  precision={0}
                  value={draft.batch}
                  onChange={batch => change({ batch: batch ?? 1 })}
                />
              )}
            </Field>
          </div>
        </Section>
        <Section title={`事项（${draft.entries.length}个）`}>
          <Field label="加入事项" fault={fault('entries')}>
            {c => (
              <ItemPicker
                {...c}
                without={draft.entries.map(e => e.item)}
                onPick={item =>
                  change({
                    entries: [...draft.entries, { item: item.code, action: 'transfer', to: bureau ?? null }],
                  })
                }
              />
            )}
          </Field>
          <Table
            size="small"
            pagination={false}
            rowKey="item"
            dataSource={draft.entries}
            locale={{ emptyText: '还没有事项，请在上面查找并加入。' }}
            columns={[
              {
                title: '事项',
                render: (_, e, i) => (
                  <>
                    {nameOf(e.item)}
                    {fault(`entries[${i}].item`) ? <div role="alert">{fault(`entries[${i}].item`)}</div> : null}
                  </>
                ),
              },
              {
                title: '调整方式',
                width: 130,
                render: (_, e, i) => (
                  <Select<TransferAction>
                    aria-label={`${nameOf(e.item)}的调整方式`}
                    value={e.action}
                    options={Object.entries(transferActionName).map(([value, label]) => ({
                      value: value as TransferAction,
                      label,
                    }))}
                    onChange={action =>
                      setEntry(i, { action, to: action === 'cancel' ? null : toOf(action, e, bureau) })
                    }
                    style={{ width: 110 }}
                  />
                ),
              },
              {
                title: '承接单位',
                width: 340,
                render: (_, e, i) =>
                  e.action === 'cancel' ? (
                    <span className="quiet">取消的事项没有承接单位</span>
                  ) : (
                    <>
                      <OrganisationInput
                        aria-label={`${nameOf(e.item)}的承接单位`}
                        value={e.to ?? null}
                        onChange={to => setEntry(i, { to })}
                      />
                      {[`entries[${i}].to`, `entries[${i}].to.name`, `entries[${i}].to.code`].map(place =>
                        fault(place) ? (
                          <div key={place} role="alert">
                            {fault(place)}
                          </div>
                        ) : null,
                      )}
                    </>
                  ),
              },
              {
                title: <span className="quiet">移出</span>,
                width: 64,
                render: (_, e, i) => (
                  <Button
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={`移出${nameOf(e.item)}`}
                    onClick={() => change({ entries: draft.entries.filter((_e, at) => at !== i) })}
                  />
                ),
              },
            ]}
          />
        </Section>
        <Space>
          <Button type="primary" htmlType="submit" loading={save.running}>
            保存清单
          </Button>
          <Button onClick={() => navigate(props.version ? `/transfer-lists/${id}` : '/transfer-lists')}>返回</Button>
          <span className="quiet">填写的内容随时保存在本机，没有保存清单前离开也不会丢失。</span>
        </Space>
      </div>
    </Form>
  )
}

function toOf(action: TransferAction, entry: TransferEntry, bureau: Organisation | undefined): Organisation | null {
  if (action === 'transfer') return entry.to ?? bureau ?? null
  return entry.to?.code === bureau?.code ? null : (entry.to ?? null)
}
