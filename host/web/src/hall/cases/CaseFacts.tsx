import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Case } from '../../../generated/api'
import { Code } from '../../kit/Code'
import { Facts } from '../../kit/Facts'
import { yuanText } from '../../words/amounts'
import { channelName, handlingName, itemTypeName, regimeName, startEventName } from '../../words/cases'
import { dayText } from '../../words/dates'
import { spacedIdentifier } from '../../words/identifiers'
import { limitText } from '../../words/limits'
import { Section } from './Section'

/** 办件信息: who handles it and why, under which version of the item, by which channel and when. */
export function CaseFacts({ of }: { of: Case }) {
  const { under, application } = of
  const items: [string, ReactNode][] = [
    [
      '事项',
      <Link key="item" to={`/items/${of.item}`}>
        {of.itemName}
      </Link>,
    ],
    ['事项编码', <Code key="code">{of.item}</Code>],
  ]
  if (under)
    items.push(
      ['办理机关', under.owner.name],
      [
        '办理依据',
        under.citation && under.memorandum ? (
          <Link key="memorandum" to={`/memoranda/${encodeURIComponent(under.memorandum)}`}>
            {under.citation}
          </Link>
        ) : (
          '事项未划转，由主管部门办理'
        ),
      ],
      ['过渡方式', under.regime ? (regimeName[under.regime] ?? under.regime) : undefined],
      ['监管部门', under.supervisor.name],
      ['事项版本', `${under.itemVersion}${under.tier ? `（${under.tier}）` : ''}`],
      ['事项类型', `${itemTypeName[under.type]}，${handlingName[under.handling]}`],
      [
        '时限',
        `承诺${limitText(under.promised)}，法定${limitText(under.statutory)}，自${startEventName[under.startEvent]}起算`,
      ],
      [
        '收费',
        under.fee ? `${under.fee.amount ? yuanText(under.fee.amount) : '按标准'}（${under.fee.basis}）` : '不收费',
      ],
      ['办理结果', under.result?.name],
    )
  items.push(
    ['申请人', application?.applicant.name],
    [
      application?.applicant.kind === 'person' ? '公民身份号码' : '统一社会信用代码',
      application ? (
        <span key="number" className="mono">
          {spacedIdentifier(application.applicant.identifier)}
        </span>
      ) : undefined,
    ],
    ['联系方式', application?.applicant.contact],
    ['申请渠道', channelName[of.channel]],
    [
      '申请延续',
      application?.renews ? (
        <Link key="renews" to={`/licences/${encodeURIComponent(application.renews)}`}>
          {application.renews}
        </Link>
      ) : undefined,
    ],
    ['收件', dayText(of.receivedOn)],
    ['受理', of.acceptedOn ? dayText(of.acceptedOn) : undefined],
    ['决定', of.decision ? dayText(of.decision.on) : undefined],
    ['送达', of.deliveredOn ? dayText(of.deliveredOn) : undefined],
    ['归档', of.archivedBy ? of.archivedBy.name : undefined],
    [
      '另行告知',
      of.addedRecipients.length > 0
        ? of.addedRecipients.map(r => `${r.organisation.name}（${r.reason}）`).join('；')
        : undefined,
    ],
    [
      '逾期记录',
      of.delays.length > 0 ? (
        <ul key="delays" style={{ margin: 0, paddingLeft: 18 }}>
          {of.delays.map(d => (
            <li key={`${d.key}${d.due}`}>
              {d.title}（{d.organisation.name}）应于{dayText(d.due)}办理，
              {d.doneOn ? `${dayText(d.doneOn)}完成` : '至今未完成'}
            </li>
          ))}
        </ul>
      ) : undefined,
    ],
  )
  return (
    <Section title="办件信息">
      <div className="case-facts">
        <Facts label="办件信息" items={items} />
      </div>
      {under && under.unmetConditions.length > 0 ? (
        <>
          <h3 style={{ fontSize: 14, margin: '12px 0 4px' }}>按填报内容尚不符合的条件</h3>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {under.unmetConditions.map(u => (
              <li key={u.key}>{u.text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}
