import { Alert, Button, Card, Descriptions } from 'antd'
import type { CheckDraftDraftCheck, ItemElements } from '../../../generated/api'
import { shortDay } from '../../words/dates'
import { limitText } from '../../words/limits'

/** One thing that is still to be done, and where. */
export interface Gap {
  key: string
  text: string
  go: () => void
}

/** 预检: what is still missing, and what would follow if it were handed in today. */
export function SummaryPanel(props: {
  elements: ItemElements
  check: CheckDraftDraftCheck | undefined
  gaps: Gap[]
  owner: string
}) {
  const { check, gaps, elements } = props
  const obstacles = check?.obstacles ?? []
  return (
    <Card size="small" title={<h2 className="card-title">预检</h2>}>
      {gaps.length === 0 && obstacles.length === 0 && check?.mayBeAccepted ? (
        <Alert type="success" showIcon title="材料齐全，可以受理。" role="status" />
      ) : null}
      {gaps.length > 0 ? (
        <>
          <div role="status">
            还有<strong>{gaps.length}</strong>处：
          </div>
          <ul className="missing-list">
            {gaps.slice(0, 6).map(gap => (
              <li key={gap.key}>
                <button type="button" className="as-link" onClick={gap.go}>
                  {gap.text}
                </button>
              </li>
            ))}
            {gaps.length > 6 ? <li className="quiet">等</li> : null}
          </ul>
        </>
      ) : null}
      {obstacles.map(o => (
        <Alert key={o.code + o.text} type="error" showIcon title={o.text} style={{ marginTop: 8 }} />
      ))}
      {check && check.unmetConditions.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title="按所填内容，下列条件不具备，不能受理："
          description={
            <ul className="missing-list">
              {check.unmetConditions.map(c => (
                <li key={c.key}>{c.text}</li>
              ))}
            </ul>
          }
          style={{ marginTop: 8 }}
        />
      ) : null}
      <Descriptions
        size="small"
        column={1}
        style={{ marginTop: 10 }}
        items={[
          { key: 'owner', label: '实施机关', children: check?.owner?.name ?? props.owner },
          ...(check?.tier ? [{ key: 'tier', label: '时限档次', children: check.tier }] : []),
          {
            key: 'statutory',
            label: '法定时限',
            children: limitText(check?.statutory ?? elements.statutoryLimit),
          },
          {
            key: 'promised',
            label: '承诺时限',
            children: limitText(check?.promised ?? elements.promisedLimit),
          },
          ...(check?.promisedDue
            ? [{ key: 'due', label: '今天受理', children: `承诺${shortDay(check.promisedDue)}前办结` }]
            : []),
          ...(check?.statutoryDue
            ? [{ key: 'latest', label: '最迟', children: `${shortDay(check.statutoryDue)}（法定）` }]
            : []),
          ...(elements.result ? [{ key: 'result', label: '结果', children: elements.result.name }] : []),
          {
            key: 'fee',
            label: '收费',
            children: elements.fee
              ? `${elements.fee.amount ?? ''}${elements.fee.amount ? '元，' : ''}${elements.fee.basis}`
              : '不收费',
          },
          ...(check && check.steps.length > 0
            ? [
                {
                  key: 'steps',
                  label: '环节',
                  children: check.steps.map(s => `${s.name}（${s.performer}）`).join(' → '),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** The main action and its neighbours, each with its key. */
export function SummaryActions(props: { ready: boolean; running: boolean; accept: () => void; fileOnly: () => void }) {
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Button type="primary" size="large" block loading={props.running} onClick={props.accept}>
        收件并受理{' '}
        <span className="keys" aria-hidden="true">
          Ctrl+Enter
        </span>
      </Button>
      <Button block disabled={props.running} onClick={props.fileOnly}>
        只收件，再办补正或不予受理{' '}
        <span className="keys" aria-hidden="true">
          Ctrl+Shift+Enter
        </span>
      </Button>
    </div>
  )
}
