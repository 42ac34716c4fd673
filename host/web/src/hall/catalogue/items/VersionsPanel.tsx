import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Select, Table } from 'antd'
import { useState } from 'react'
import type { ShowItemAnswer } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { Loaded } from '../../../kit/Loaded'
import { instantText } from '../../../words/dates'
import { useMay } from '../../shell/Session'
import { Section } from '../parts/Section'
import { AdjustForm } from './AdjustForm'
import { changesBetween } from './changes'

/** 版本与调整: every version with its day, what changed between two of them, and the adjusting of the next. */
export default function VersionsPanel(props: { of: ShowItemAnswer }) {
  const { of } = props
  const may = useMay()
  const [adjusting, setAdjusting] = useState(false)
  const numbers = of.versions.map(v => v.number)
  const [before, setBefore] = useState(numbers.at(-2) ?? numbers[0] ?? '')
  const [after, setAfter] = useState(numbers.at(-1) ?? '')
  const now = of.inForce.number

  return (
    <div className="stack">
      <Section
        title="版本"
        extra={
          may('post /api/items/{code}/adjustments') ? (
            <Button size="small" onClick={() => setAdjusting(shown => !shown)} aria-expanded={adjusting}>
              {adjusting ? '收起' : '调整要素'}
            </Button>
          ) : null
        }
      >
        {adjusting ? <AdjustForm of={of} done={() => setAdjusting(false)} /> : null}
        <Table
          size="small"
          pagination={false}
          rowKey="number"
          dataSource={[...of.versions].reverse()}
          columns={[
            {
              title: '版本',
              render: (_, v) => (
                <>
                  {v.number}
                  {v.number === now ? <strong>　现行</strong> : null}
                </>
              ),
              width: 130,
            },
            { title: '生效时间', render: (_, v) => <span className="tabular">{instantText(v.from)}</span>, width: 220 },
            { title: '来源', dataIndex: 'source' },
          ]}
        />
        <p className="quiet" style={{ margin: '8px 0 0' }}>
          已受理的办件按受理时的版本办理。
        </p>
      </Section>
      {numbers.length > 1 ? (
        <Section
          title="两个版本的差异"
          extra={
            <span className="no-print">
              <Choice label="从版本" value={before} of={numbers} choose={setBefore} />
              {' 到 '}
              <Choice label="到版本" value={after} of={numbers} choose={setAfter} />
            </span>
          }
        >
          <Difference code={of.code} before={before} after={after} />
        </Section>
      ) : null}
    </div>
  )
}

function Choice(props: { label: string; value: string; of: string[]; choose: (number: string) => void }) {
  return (
    <Select
      size="small"
      aria-label={props.label}
      value={props.value}
      options={props.of.map(n => ({ value: n, label: n }))}
      onChange={props.choose}
      style={{ width: 90 }}
    />
  )
}

function Difference(props: { code: string; before: string; after: string }) {
  const { code, before, after } = props
  const both = useQuery({
    queryKey: ['item', code, 'difference', before, after],
    queryFn: async () => {
      const [was, is] = await Promise.all([before, after].map(number => version(code, number)))
      return was && is ? changesBetween(was.elements, is.elements) : []
    },
    staleTime: 600_000,
  })
  return (
    <Loaded of={both}>
      {changes => (
        <Table
          size="small"
          pagination={false}
          rowKey="title"
          dataSource={changes}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="两个版本没有差异" /> }}
          columns={[
            { title: '要素', dataIndex: 'title', width: 150 },
            { title: `版本${before}`, render: (_, c) => <span className="before-after">{c.before}</span> },
            { title: `版本${after}`, render: (_, c) => <strong className="before-after">{c.after}</strong> },
          ]}
        />
      )}
    </Loaded>
  )
}

function version(code: string, number: string) {
  return answer(api.GET('/api/items/{code}/versions/{number}', { params: { path: { code, number } } }))
}
