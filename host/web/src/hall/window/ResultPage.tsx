import { PrinterOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Tag } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { ArchiveCaseInventoryAnswer, NoticeContent, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useWatched } from '../../api/live'
import { DocumentPreview } from '../../kit/DocumentPreview'
import { Due } from '../../kit/Due'
import { Facts } from '../../kit/Facts'
import { fileAddress } from '../../kit/Files'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { dayText } from '../../words/dates'
import { spacedIdentifier } from '../../words/identifiers'
import { useMe } from '../shell/Session'
import { DeliverForm } from './DeliverForm'
import { touched } from './IntakePage'
import { NextResult } from './NextResult'
import { useShortcuts } from './shortcuts'
import './window.css'

/** 出件: one result — issued, handed out, put away. */
export default function ResultPage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  })
  useWatched(
    'case',
    id,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['case', id] }), [queries, id]),
  )
  return found.data ? (
    <Result of={found.data} />
  ) : (
    <Page title="出件">
      <Loaded of={found}>{() => null}</Loaded>
    </Page>
  )
}

function Result(props: { of: ShowCaseAnswer }) {
  const { of } = props
  const c = of.case
  const me = useMe()
  const [search] = useSearchParams()
  const [print, setPrint] = useState<NoticeContent>()
  const mine = of.tasks.filter(t => t.organisation.code === me.organisation.code && me.roles.includes(t.role))
  const may = (key: string) => mine.some(t => t.key === key)
  const others = of.tasks.filter(t => !mine.includes(t))
  const inventory = useQuery({
    queryKey: ['case', of.id, 'inventory', of.version],
    queryFn: () => answer(api.GET('/api/cases/{id}/inventory', { params: { path: { id: of.id } } })),
    enabled: c.number !== null,
    placeholderData: shown => shown,
  })
  const issue = useCommand(
    async (_: null, headers) => answer(api.POST('/api/cases/{id}/issue', { params: { path: { id: of.id } }, headers })),
    { version: of.version, touches: [...touched(of.id), ['licences'], ['holder']] },
  )
  const archive = useCommand(
    async (_: null, headers) =>
      answer(api.POST('/api/cases/{id}/archive', { params: { path: { id: of.id } }, headers })),
    { version: of.version, touches: touched(of.id) },
  )
  useShortcuts({
    'Ctrl+Enter': may('issue') ? () => void issue.run(null) : may('archive') ? () => void archive.run(null) : undefined,
  })

  const licence = c.decision?.licence
  const papers = c.notices.filter(n => n.seal !== null)
  return (
    <Page
      title={c.itemName}
      sub={
        <span className="results-line">
          <Tag color="blue">{of.stageName}</Tag>
          {c.application?.applicant.name}
          <span className="mono">{c.number}</span>
          <Link to={`/cases/${of.id}`}>全部情况</Link>
        </span>
      }
      actions={
        <span className="results-line">
          <Link to={`/results?list=${search.get('list') ?? 'issue'}`}>回到出件与归档</Link>
          <NextResult id={of.id} />
        </span>
      }
    >
      <div className="apply">
        <div className="stack">
          <Card size="small" title={<h2 className="card-title">结果</h2>}>
            <Facts
              items={[
                ['申请人', c.application?.applicant.name],
                [
                  '号码',
                  <span className="mono" key="n">
                    {spacedIdentifier(c.application?.applicant.identifier ?? '')}
                  </span>,
                ],
                ['联系方式', c.application?.applicant.contact || '—'],
                ['决定', c.decision ? `${c.decision.granted ? '准予' : '不予'}，${dayText(c.decision.on)}` : '—'],
                ['证照', licence ? licence.name : undefined],
                [
                  '证照编号',
                  c.licence ? (
                    <span className="mono" key="l">
                      {c.licence}
                    </span>
                  ) : undefined,
                ],
                ['送达', c.deliveredOn ? dayText(c.deliveredOn) : undefined],
                ['归档单位', c.archivedBy?.name],
              ]}
            />
          </Card>
          <Card size="small" title={<h2 className="card-title">文书</h2>}>
            {c.notices.length === 0 ? <span className="quiet">没有文书。</span> : null}
            <ul className="checklist">
              {c.notices.map(n => (
                <li key={String(n.number)}>
                  <span>
                    {n.displayNumber} <span className="quiet">{dayText(n.issuedOn)}</span>
                  </span>
                  <span className="results-line">
                    <span className="quiet">{n.seal ? '已用印' : '待用印'}</span>
                    <Button
                      size="small"
                      icon={<PrinterOutlined />}
                      aria-label={`查看打印${n.displayNumber}`}
                      onClick={() => setPrint(n)}
                    >
                      查看打印
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Card
            size="small"
            title={<h2 className="card-title">{c.archivedBy ? '卷内目录' : '卷内目录（归档时按此整理）'}</h2>}
            extra={
              <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
                打印
              </Button>
            }
          >
            <Loaded of={inventory}>{answered => <Inventory of={answered} />}</Loaded>
          </Card>
        </div>
        <aside className="stack no-print" aria-label="出件">
          {may('issue') ? (
            <Card size="small" title={<h2 className="card-title">颁发证照</h2>}>
              <div className="stack" style={{ gap: 10 }}>
                <div>
                  {licence?.name}
                  <div className="quiet">
                    颁发以后证照即行生效，并推送监管部门。最迟{<Due day={c.issueBy} plain />}。
                  </div>
                </div>
                <RefusalAlert of={issue.refused} />
                <Button type="primary" size="large" block loading={issue.running} onClick={() => void issue.run(null)}>
                  颁发{' '}
                  <span className="keys" aria-hidden="true">
                    Ctrl+Enter
                  </span>
                </Button>
              </div>
            </Card>
          ) : null}
          {may('deliver') ? <DeliverForm key={of.id} of={of} /> : null}
          {may('archive') ? (
            <Card size="small" title={<h2 className="card-title">归档</h2>}>
              <div className="stack" style={{ gap: 10 }}>
                <div className="quiet">核对卷内目录，归档以后不再改动。</div>
                <RefusalAlert of={archive.refused} />
                <Button
                  type="primary"
                  size="large"
                  block
                  loading={archive.running}
                  onClick={() => void archive.run(null)}
                >
                  归档{' '}
                  <span className="keys" aria-hidden="true">
                    Ctrl+Enter
                  </span>
                </Button>
              </div>
            </Card>
          ) : null}
          {c.archivedBy ? (
            <Alert
              role="note"
              type="success"
              showIcon
              title={`已由${c.archivedBy.name}归档，共${c.inventory.length}件。`}
            />
          ) : null}
          {others.length > 0 ? (
            <Card size="small" title={<h2 className="card-title">等候他人办理</h2>}>
              <ul className="missing-list">
                {others.map(t => (
                  <li key={t.key}>
                    {t.title}：{t.organisation.name}
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          {papers.length > 0 && (may('issue') || may('deliver')) ? (
            <p className="quiet">交给申请人：{papers.map(n => n.displayNumber).join('、')}</p>
          ) : null}
        </aside>
      </div>
      {print ? (
        <DocumentPreview number={String(print.number)} title={print.displayNumber} close={() => setPrint(undefined)} />
      ) : null}
    </Page>
  )
}

const isFile = /^[0-9a-f]{32}$/

function Inventory(props: { of: ArchiveCaseInventoryAnswer }) {
  return (
    <table className="inventory">
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">题名</th>
          <th scope="col">文号、形式</th>
          <th scope="col">日期</th>
        </tr>
      </thead>
      <tbody>
        {props.of.entries.map(entry => (
          <tr key={entry.number}>
            <td className="tabular">{entry.number}</td>
            <td>{entry.name}</td>
            <td>
              {isFile.test(entry.reference) ? (
                <a href={fileAddress(entry.reference)} target="_blank" rel="noreferrer">
                  电子文件
                </a>
              ) : (
                entry.reference
              )}
            </td>
            <td className="nowrap">{dayText(entry.on)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
