import { useQuery } from '@tanstack/react-query'
import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { Link, useParams } from 'react-router'
import type { LicenceRow, ShowHolderRunningCase } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Code } from '../../kit/Code'
import { Due } from '../../kit/Due'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { stageName } from '../../words/cases'
import { dayText, shortDay } from '../../words/dates'
import { spacedIdentifier } from '../../words/identifiers'
import { feedbackText } from '../../words/supervision'
import { FeedbackLines } from '../cases/CaseFeedback'
import { Section } from '../cases/Section'
import { words } from '../cases/words'
import { licenceColumns } from './LicencesPage'

/** 一户一档: what stands under a holder's number. */
export default function HolderPage() {
  const { identifier = '' } = useParams()
  const path = { identifier }
  const holder = useQuery({
    queryKey: ['holder', identifier],
    queryFn: () => answer(api.GET('/api/holders/{identifier}', { params: { path } })),
  })
  const feedback = useQuery({
    queryKey: ['holder', identifier, 'feedback'],
    queryFn: () => answer(api.GET('/api/holders/{identifier}/feedback', { params: { path, query: { limit: 20 } } })),
  })
  return (
    <Page
      title={holder.data?.name ?? '申请人与持证人'}
      sub={<span className="mono">{spacedIdentifier(identifier)}</span>}
    >
      <Loaded of={holder} rows={8}>
        {data => (
          <div className="stack">
            {data.name ? null : (
              <Alert role="note" type="info" showIcon title="这个号码在本区没有证照，也没有在办的办件。" />
            )}
            <Section title="证照">
              <Table<LicenceRow>
                size="small"
                pagination={false}
                rowKey={r => r.identifier}
                columns={licenceColumns.filter(c => c.title !== '持证人')}
                dataSource={data.licences}
                tableLayout="fixed"
                locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有证照。" /> }}
              />
            </Section>
            <Section title="在办">
              <Table<ShowHolderRunningCase>
                size="small"
                pagination={false}
                rowKey={r => r.id}
                columns={caseColumns}
                dataSource={data.cases}
                tableLayout="fixed"
                locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有在办的办件。" /> }}
              />
            </Section>
            <Section title="信用与监管记录">
              <Loaded of={feedback}>
                {({ credit, feedback: rows }) => (
                  <div className="stack" style={{ gap: 10 }}>
                    {credit.bad.length + credit.penalties.length + credit.unrectifiedFindings.length > 0 ? (
                      <Alert role="note" type="info" showIcon title={words.feedbackCaution} />
                    ) : null}
                    <ul style={{ margin: 0, paddingLeft: 18 }}>
                      {credit.bad.map(c => (
                        <li key={`${c.level}${c.from}`}>{feedbackText({ $type: 'credit', ...c })}</li>
                      ))}
                      {credit.penalties.map(p => (
                        <li key={p.document}>
                          {dayText(p.on)}受到处罚：{feedbackText({ $type: 'penalty', ...p })}
                        </li>
                      ))}
                      {credit.unrectifiedFindings.map(f => (
                        <li key={`${f.on}${f.fault}`}>尚未整改：{feedbackText({ $type: 'finding', ...f })}</li>
                      ))}
                      {credit.good.map(c => (
                        <li key={`${c.level}${c.from}`}>{feedbackText({ $type: 'credit', ...c })}</li>
                      ))}
                    </ul>
                    {rows.items.length === 0 ? (
                      <span className="quiet">{words.noFeedback}</span>
                    ) : (
                      <FeedbackLines of={rows.items} />
                    )}
                    {rows.next ? <Link to={`/feedback?holder=${identifier}`}>全部监管反馈</Link> : null}
                  </div>
                )}
              </Loaded>
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const caseColumns: TableColumnsType<ShowHolderRunningCase> = [
  { title: '事项', render: (_, r) => <Link to={`/cases/${encodeURIComponent(r.id)}`}>{r.itemName}</Link> },
  { title: '阶段', width: 150, render: (_, r) => stageName[r.stage] },
  { title: '办理机关', dataIndex: 'ownerName' },
  { title: '收件', width: 130, render: (_, r) => shortDay(r.receivedOn) },
  { title: '法定到期', width: 190, render: (_, r) => <Due day={r.due} /> },
  { title: '编号', width: 190, render: (_, r) => <Code short={16}>{r.number}</Code> },
]
