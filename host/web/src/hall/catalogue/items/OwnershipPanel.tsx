import { useQuery } from '@tanstack/react-query'
import { Button, Slider, Tag } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Tenure } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { Loaded } from '../../../kit/Loaded'
import { regimeName } from '../../../words/cases'
import { daysBetween, dayText, instantText, localToday } from '../../../words/dates'
import { DayInput } from '../parts/inputs'
import './ownership.css'
import { Section } from '../parts/Section'
import { dayAfter, dayOf, spanOf } from './span'

/** 归属沿革: whose the item was, is and is going to be; any day can be asked. */
export default function OwnershipPanel(props: { code: string }) {
  const { code } = props
  const [asked, ask] = useSearchParams()
  const today = localToday()
  const at = /^\d{4}-\d{2}-\d{2}$/.test(asked.get('at') ?? '') ? (asked.get('at') as string) : today
  const tenures = useQuery({
    queryKey: ['item', code, 'ownerships'],
    queryFn: () => answer(api.GET('/api/items/{code}/ownerships', { params: { path: { code } } })),
  })

  function choose(day: string) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return
    ask(
      now => {
        const next = new URLSearchParams(now)
        if (day === today) next.delete('at')
        else next.set('at', day)
        return next
      },
      { replace: true },
    )
  }

  return (
    <div className="stack">
      <Section title="归属时间轴">
        <Loaded of={tenures}>{rows => <TimeLine of={rows} at={at} choose={choose} />}</Loaded>
      </Section>
      <OwnerAt code={code} at={at} />
      <Section title="历次归属">
        <Loaded of={tenures}>
          {rows => (
            <ol className="tenures">
              {rows.map(t => (
                <li key={t.from ?? ''}>
                  <span className="nowrap tabular">
                    {t.from ? instantText(t.from) : '自始'}　至　{t.until ? instantText(t.until) : '今后'}
                  </span>
                  <div>
                    <strong>{t.owner?.name ?? '事项取消，不再受理'}</strong>
                    {t.assisting ? <>，{t.assisting.name}协助</> : null}
                    <span className="quiet">　监管：{t.supervisor.name}</span>
                    {isOpen(rows, t) ? <Tag style={{ marginInlineStart: 8 }}>职责边界尚未明确</Tag> : null}
                  </div>
                  {t.citation ? (
                    <div className="quiet">
                      <Link to={`/memoranda/${t.memorandum}`}>{t.citation}</Link>
                      {t.regime && t.regime !== 'bySignature' ? `　${regimeName[t.regime] ?? t.regime}` : ''}
                    </div>
                  ) : (
                    <div className="quiet">依照法律、法规规定</div>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Loaded>
      </Section>
    </div>
  )
}

/** The picture of it; the list below says the same, so that a reader of lists loses nothing. */
function TimeLine(props: { of: Tenure[]; at: string; choose: (day: string) => void }) {
  const today = localToday()
  const span = spanOf(props.of, today)
  const [held, setHeld] = useState<number>()
  const shown = held ?? Math.min(Math.max(daysBetween(span.from, props.at), 0), span.days)
  const percent = (day: string) => (daysBetween(span.from, day) / span.days) * 100
  const owners = [...new Set(props.of.map(t => t.owner?.code ?? ''))]
  return (
    <div className="ownership-line">
      <div className="bar" aria-hidden="true">
        {span.stretches.map(s => (
          <div
            key={s.tenure.from ?? ''}
            className={`stretch tone${s.tenure.owner ? owners.indexOf(s.tenure.owner.code) % 4 : 'none'}`}
            style={{ left: `${s.left}%`, width: `${s.width}%` }}
            title={s.tenure.owner?.name ?? '已取消'}
          >
            <span>{s.tenure.owner?.name ?? '已取消'}</span>
            {s.tenure.assisting ? <small>{s.tenure.assisting.name}协助</small> : null}
          </div>
        ))}
        {span.stretches
          .filter(s => s.tenure.from)
          .map(s => (
            <i key={s.tenure.from} className="turn" style={{ left: `${s.left}%` }}>
              <small>{dayText(dayOf(s.tenure.from ?? ''))}</small>
            </i>
          ))}
        <i className="now" style={{ left: `${percent(today)}%` }}>
          <small>今天</small>
        </i>
      </div>
      <Slider
        min={0}
        max={span.days}
        value={shown}
        onChange={setHeld}
        onChangeComplete={days => {
          setHeld(undefined)
          props.choose(dayAfter(span.from, days))
        }}
        tooltip={{ formatter: days => dayText(dayAfter(span.from, days ?? 0)) }}
        ariaLabelForHandle="查看哪一天的归属"
        ariaValueTextFormatterForHandle={days => dayText(dayAfter(span.from, days))}
      />
      <div className="filters">
        <label htmlFor="ownership-at">查看日期</label>
        <DayInput id="ownership-at" value={dayAfter(span.from, shown)} onChange={props.choose} />
        <Button onClick={() => props.choose(today)} disabled={props.at === today}>
          今天
        </Button>
        <span className="quiet">拖动滑块，或者选择任意一天。</span>
      </div>
    </div>
  )
}

function OwnerAt(props: { code: string; at: string }) {
  const { code, at } = props
  const isToday = at === localToday()
  const owned = useQuery({
    queryKey: ['item', code, 'ownership', at],
    queryFn: () =>
      answer(
        api.GET('/api/items/{code}/ownership', { params: { path: { code }, query: { at: isToday ? undefined : at } } }),
      ),
    placeholderData: shown => shown,
  })
  return (
    <Section title={<>{dayText(at)}由谁办理</>}>
      <Loaded of={owned} rows={2}>
        {data => (
          <div role="status" aria-busy={owned.isPlaceholderData}>
            <strong style={{ fontSize: 16 }}>{data.owner?.name ?? '事项已取消，不再受理'}</strong>
            <span className="quiet">　监管部门：{data.supervisor.name}</span>
            {data.assisting ? <span className="quiet">　协助：{data.assisting.name}</span> : null}
            <ol style={{ margin: '6px 0 0', paddingLeft: 20 }}>
              {data.explanation.map(reason => (
                <li key={reason}>{reason}</li>
              ))}
            </ol>
            <span className="quiet">{isToday ? '以此刻为准。' : '以该日零时为准。'}</span>
          </div>
        )}
      </Loaded>
    </Section>
  )
}

/** A memorandum is named and yet the owner is whom the law or an earlier memorandum says: both sides do not agree yet. */
function isOpen(all: Tenure[], tenure: Tenure): boolean {
  const before = all[all.indexOf(tenure) - 1]
  return (
    !!tenure.memorandum &&
    before?.memorandum !== tenure.memorandum &&
    before?.owner?.code === tenure.owner?.code &&
    !tenure.assisting
  )
}
