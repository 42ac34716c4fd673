import { Card, Radio } from 'antd'
import type { LicenceRow, Limit, ResultLicence } from '../../../generated/api'
import { dayText } from '../../words/dates'
import { limitText } from '../../words/limits'

/** 新办 or 延续: asked only where the item's licence can be renewed and the applicant holds one. */
export function RenewalSection(props: {
  result: ResultLicence
  licences: LicenceRow[]
  renews: string | undefined
  onChange: (renews: string | undefined) => void
}) {
  return (
    <Card size="small" title={<h2 className="card-title">新办还是延续</h2>}>
      <Radio.Group
        aria-label="新办还是延续"
        value={props.renews ?? ''}
        onChange={e => props.onChange(e.target.value === '' ? undefined : (e.target.value as string))}
        style={{ display: 'flex', flexDirection: 'column', gap: 6 }}
        options={[
          { value: '', label: '新办' },
          ...props.licences.map(l => ({
            value: l.identifier,
            label: `延续“${l.name}”（有效至${dayText(l.validUntil)}，${l.identifier}）`,
          })),
        ]}
      />
      {props.result.renewalWindow ? (
        <p className="quiet" style={{ margin: '6px 0 0' }}>
          延续应当在有效期届满{limitText(props.result.renewalWindow as Limit)}前提出（行政许可法第五十条）。
        </p>
      ) : null}
    </Card>
  )
}

/** The licences of this item for which more time can be asked. */
export function renewable(licences: readonly LicenceRow[], item: string): LicenceRow[] {
  return licences.filter(l => l.item === item && l.validUntil && ['valid', 'changed', 'renewed'].includes(l.state))
}
