import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Input, Radio } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { ApplicantKind, ShowHolderAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { dayText, shortDay } from '../../words/dates'
import { identifierFault, spacedIdentifier, tidyIdentifier } from '../../words/identifiers'
import { type Content, hasValidNumber, kindOf, kindOfApplicant } from './content'
import { windowWords } from './words'

/** What is known here of whoever applies; asked when the number is complete and right. */
export function useHolder(content: Content) {
  const identifier = hasValidNumber(content) ? content.identifier : ''
  return useQuery({
    queryKey: ['holder', identifier],
    queryFn: () => answer(api.GET('/api/holders/{identifier}', { params: { path: { identifier } } })),
    enabled: identifier !== '',
  })
}

/** 申请人: the number first, for it says who it is and whether he is known here. */
export function ApplicantSection(props: {
  content: Content
  change: (next: (now: Content) => Content) => void
  holder: ShowHolderAnswer | undefined
  complain: boolean
}) {
  const { content, change, holder } = props
  const kind = kindOfApplicant(content)
  const fault = identifierFault(kind, content.identifier)
  const isWrong = fault !== undefined && (content.identifier.length >= 18 || props.complain)
  const isNumberMissing = props.complain && content.identifier === ''
  const isNameMissing = props.complain && content.name.trim() === ''
  const known = holder && holder.identifier === content.identifier ? holder : undefined

  // Known by another case: the name is not typed again. What somebody typed himself stays.
  useEffect(() => {
    const name = known?.name
    if (name) change(now => (now.name === '' ? { ...now, name } : now))
  }, [known, change])

  return (
    <Card size="small" title={<h2 className="card-title">申请人</h2>}>
      <div className="applicant">
        <div className="field">
          <label className="field-label" htmlFor="applicant-identifier">
            公民身份号码或者统一社会信用代码
          </label>
          <Input
            id="applicant-identifier"
            autoFocus
            autoComplete="off"
            className="tabular"
            status={isWrong || isNumberMissing ? 'error' : undefined}
            aria-invalid={isWrong || isNumberMissing ? true : undefined}
            aria-describedby="applicant-identifier-help"
            value={content.identifier}
            onChange={e => change(now => ({ ...now, identifier: tidyIdentifier(e.target.value), kind: undefined }))}
          />
          <div
            id="applicant-identifier-help"
            role="status"
            className={isWrong || isNumberMissing ? 'field-fault' : 'field-hint'}
          >
            {isNumberMissing
              ? '请填写号码。'
              : (fault ?? (content.identifier ? spacedIdentifier(content.identifier) : ' '))}
          </div>
          <Radio.Group
            size="small"
            aria-label="申请人类型"
            value={kind}
            disabled={kindOf(content.identifier) !== undefined}
            onChange={e => change(now => ({ ...now, kind: e.target.value as ApplicantKind }))}
            options={[
              { value: 'person', label: '个人' },
              { value: 'organisation', label: '单位' },
            ]}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="applicant-name">
            {kind === 'person' ? '姓名' : '名称'}
          </label>
          <Input
            id="applicant-name"
            autoComplete="off"
            status={isNameMissing ? 'error' : undefined}
            aria-invalid={isNameMissing ? true : undefined}
            aria-describedby="applicant-name-help"
            value={content.name}
            onChange={e => change(now => ({ ...now, name: e.target.value }))}
          />
          <div id="applicant-name-help" className="field-fault">
            {isNameMissing ? '请填写姓名或者名称。' : ''}
          </div>
          {known?.name && known.name !== content.name ? (
            <Button size="small" type="link" onClick={() => change(now => ({ ...now, name: known.name ?? now.name }))}>
              本局登记为“{known.name}”，改用
            </Button>
          ) : null}
        </div>
        <div className="field">
          <label className="field-label" htmlFor="applicant-contact">
            联系方式
          </label>
          <Input
            id="applicant-contact"
            autoComplete="off"
            value={content.contact}
            onChange={e => change(now => ({ ...now, contact: e.target.value }))}
          />
        </div>
      </div>
      {known ? <Known of={known} /> : null}
    </Card>
  )
}

function Known(props: { of: ShowHolderAnswer }) {
  const { of } = props
  const feedback = useQuery({
    queryKey: ['holder', of.identifier, 'feedback'],
    queryFn: () =>
      answer(
        api.GET('/api/holders/{identifier}/feedback', {
          params: { path: { identifier: of.identifier }, query: { limit: 5 } },
        }),
      ),
  })
  const adverse = feedback.data?.feedback.items.filter(f => f.adverse) ?? []
  if (of.licences.length === 0 && of.cases.length === 0 && adverse.length === 0) return null
  return (
    <div style={{ marginTop: 10 }} className="stack known">
      {adverse.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={windowWords.adverse}
          description={
            <ul className="missing-list">
              {adverse.map(f => (
                <li key={f.id}>
                  <Link to={`/feedback/${f.id}`}>
                    {f.organisationName}，{shortDay(f.happenedOn)}
                  </Link>
                  {f.itemName ? `：${f.itemName}` : ''}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      {of.licences.length > 0 ? (
        <div>
          <span className="quiet">本局证照：</span>
          {of.licences.slice(0, 6).map(l => (
            <span key={l.identifier} style={{ marginRight: 12 }}>
              <Link to={`/licences/${l.identifier}`}>{l.name}</Link>
              <span className="quiet">
                （{l.stateName}
                {l.validUntil ? `，至${dayText(l.validUntil)}` : ''}）
              </span>
            </span>
          ))}
          {of.licences.length > 6 ? <span className="quiet">等{of.licences.length}件</span> : null}
        </div>
      ) : null}
      {of.cases.length > 0 ? (
        <div>
          <span className="quiet">在办：</span>
          {of.cases.slice(0, 4).map(c => (
            <span key={c.id} style={{ marginRight: 12 }}>
              <Link to={`/cases/${c.id}`}>{c.itemName}</Link>
            </span>
          ))}
        </div>
      ) : null}
    </div>
  )
}
