import { CloseOutlined, FileOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Case } from '../../../generated/api'
import { answer, api } from '../../api/client'
import type { FormValues, Schema } from '../../forms/plan'
import { Facts } from '../../kit/Facts'
import { Loaded } from '../../kit/Loaded'
import { RecordView } from '../../kit/RecordView'
import { materialFormName } from '../../words/cases'
import { FileViewer } from './FileViewer'
import { Section } from './Section'

/** 申请内容与材料: the form as it was filled in, the materials under it, and a file that is opened beside both. */
export function CaseForm({ of }: { of: Case }) {
  const [open, setOpen] = useState<{ id: string; name: string }>()
  const opener = useRef<HTMLElement | null>(null)
  const item = useQuery({
    queryKey: ['item', of.item],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code: of.item } } })),
    staleTime: 5 * 60_000,
  })
  const values = (of.application?.form ?? {}) as FormValues

  function close() {
    setOpen(undefined)
    opener.current?.focus()
  }

  return (
    <Section title="申请内容与材料">
      <div className={open ? 'form-and-file open' : 'form-and-file'}>
        <div className="stack">
          <Loaded of={item}>
            {data => {
              const schema = (data.inForce?.elements.form ?? {}) as Schema
              const unknown = Object.entries(values).filter(([name]) => schema.properties?.[name] === undefined)
              return (
                <>
                  <RecordView schema={schema} value={values} column={open ? 1 : 2} />
                  {unknown.length > 0 ? (
                    <section aria-label="其他填报内容">
                      <h3 style={{ margin: '0 0 6px', fontSize: 14 }}>其他填报内容（收件时的版本）</h3>
                      <Facts
                        column={open ? 1 : 2}
                        items={unknown.map(([name, value]) => [
                          name,
                          typeof value === 'object' ? JSON.stringify(value) : String(value),
                        ])}
                      />
                    </section>
                  ) : null}
                </>
              )
            }}
          </Loaded>
          <Materials
            of={of}
            open={open?.id}
            show={(file, from) => {
              opener.current = from
              setOpen(file)
            }}
          />
        </div>
        {open ? (
          <section aria-label={`材料：${open.name}`}>
            <div style={{ display: 'flex', alignItems: 'center', gap: 8, marginBottom: 6 }}>
              <strong>{open.name}</strong>
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                style={{ marginLeft: 'auto' }}
                onClick={close}
                aria-label="关闭材料"
              />
            </div>
            <FileViewer key={open.id} id={open.id} name={open.name} />
          </section>
        ) : null}
      </div>
    </Section>
  )
}

function Materials(props: {
  of: Case
  open: string | undefined
  show: (file: { id: string; name: string }, from: HTMLElement) => void
}) {
  const { under, application, missing } = props.of
  const held = application?.materials ?? []
  const known = under?.materials ?? []
  const lines = [
    ...known.map(m => ({
      key: m.key,
      name: m.name,
      requirement: m.requirement ?? '',
      held: held.find(h => h.key === m.key),
    })),
    ...held
      .filter(h => !known.some(m => m.key === h.key))
      .map(h => ({ key: h.key, name: h.key, requirement: '', held: h })),
  ]
  return (
    <section aria-label="申请材料">
      <h3 style={{ margin: '0 0 2px', fontSize: 14 }}>申请材料</h3>
      {lines.length === 0 ? <span className="quiet">本事项不需要材料。</span> : null}
      <ol className="materials">
        {lines.map((line, index) => {
          const file = line.held?.attachment
          const asked = missing.find(m => m.name === line.name)
          return (
            <li key={line.key}>
              <span className="quiet tabular">{index + 1}.</span>
              <span>
                {line.name}
                {line.requirement ? <span className="quiet">（{line.requirement}）</span> : null}
              </span>
              <span className="end">
                {line.held ? (
                  <>
                    <span className="quiet">{materialFormName[line.held.form]}</span>
                    {file ? (
                      <Button
                        type="link"
                        size="small"
                        icon={<FileOutlined />}
                        aria-expanded={props.open === file}
                        aria-label={`查看${line.name}`}
                        onClick={e => props.show({ id: file, name: line.name }, e.currentTarget)}
                      >
                        查看
                      </Button>
                    ) : null}
                  </>
                ) : under?.requiredMaterials.includes(line.key) ? (
                  <span className="light near">
                    <i aria-hidden="true" />缺
                  </span>
                ) : (
                  <span className="quiet">未交（非必需）</span>
                )}
              </span>
              {asked ? <div style={{ width: '100%' }}>已要求补正：{asked.requirement}</div> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
