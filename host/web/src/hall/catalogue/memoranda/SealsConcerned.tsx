import { useQuery } from '@tanstack/react-query'
import { Table, Tag } from 'antd'
import { Link } from 'react-router'
import type { MemorandumAnswer, ShowSealsRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { Loaded } from '../../../kit/Loaded'
import { Section } from '../parts/Section'
import { sealStatusName } from '../seals/status'

/** 印章衔接: which seals the memorandum concerns, and what is to be done with them. */
export function SealsConcerned(props: { of: MemorandumAnswer }) {
  const { content, effectiveFrom, endedAt } = props.of.memorandum
  const seals = useQuery({ queryKey: ['seals'], queryFn: () => answer(api.GET('/api/seals')) })
  if (!content) return null

  function nextOf(seal: ShowSealsRow): string {
    if (endedAt || !content) return ''
    if (seal.code === content.to.code && seal.status === 'registered') return effectiveFrom ? '请启用' : '生效后启用'
    if (seal.code === content.from.code && seal.status === 'inForce') return '旧件办结后废止封存'
    return ''
  }

  return (
    <Section title="印章衔接">
      <p className="quiet" style={{ marginTop: 0 }}>
        {endedAt
          ? '备忘录已经终止，事项恢复由此前的单位办理，由其印章用印。'
          : effectiveFrom
            ? '生效后，移交方的印章对已划转的事项自动停用，此前已提出的申请办结时仍用原印章；承接方的专用章启用后用印。'
            : '备忘录生效后承接方的行政审批专用章才能启用；移交方的印章对已划转的事项自动停用。'}
      </p>
      <Loaded of={seals} rows={2}>
        {all => (
          <Table
            size="small"
            pagination={false}
            rowKey="id"
            dataSource={all.filter(s => s.code === content.from.code || s.code === content.to.code)}
            locale={{ emptyText: '双方都还没有登记印章' }}
            columns={[
              {
                title: '印章',
                render: (_, s) => (
                  <>
                    <Link to={`/seals/${encodeURIComponent(s.id)}`}>{s.name}</Link>
                    <div className="quiet">
                      {s.code === content.from.code ? '移交方' : '承接方'}
                      {nextOf(s) ? `：${nextOf(s)}` : ''}
                    </div>
                  </>
                ),
              },
              { title: '状态', render: (_, s) => <Tag>{sealStatusName[s.status] ?? s.status}</Tag>, width: 84 },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}
