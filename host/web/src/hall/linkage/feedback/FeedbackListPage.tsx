import { useQueryClient } from '@tanstack/react-query'
import { Segmented, Space, type TableColumnsType, Tag } from 'antd'
import { useCallback } from 'react'
import type { FeedbackRow } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useKindChanged } from '../../../api/live'
import { usePages } from '../../../api/pages'
import { Page } from '../../../kit/Page'
import { PageTable } from '../../../kit/PageTable'
import { instantText, shortDay } from '../../../words/dates'
import { feedbackKindName, feedbackStateName, feedbackText } from '../../../words/supervision'
import { useMay } from '../../shell/Session'
import { LinkButton } from '../parts/LinkButton'
import { FeedbackLink, HolderLink, ItemLink, LicenceLink } from '../parts/links'
import { useIsOfBureau } from '../parts/useBureau'
import { useFilter } from '../parts/useFilter'
import { feedbackWords } from './words'

const kinds = [
  { value: '', label: '全部' },
  ...(['inspection', 'finding', 'penalty', 'credit', 'normChange'] as const).map(value => ({
    value: value as string,
    label: feedbackKindName[value],
  })),
]

/** 监管反馈: what the department reported; for the bureau what all did. */
export default function FeedbackListPage() {
  const queries = useQueryClient()
  const may = useMay()
  const ofBureau = useIsOfBureau()
  const [filter, setFilter] = useFilter()
  const asked = { kind: filter('kind'), licence: filter('licence'), item: filter('item'), holder: filter('holder') }
  const rows = usePages(['feedback', 'list', asked], after =>
    answer(api.GET('/api/feedback', { params: { query: { ...asked, after, limit: 50 } } })),
  )
  useKindChanged(
    'feedback',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['feedback', 'list'] }), [queries]),
  )

  const columns: TableColumnsType<FeedbackRow> = [
    {
      title: '反馈',
      width: 128,
      render: (_, r) => <FeedbackLink of={r.id}>{feedbackKindName[r.kind]}</FeedbackLink>,
    },
    { title: '内容', render: (_, r) => feedbackText(r.content) },
    { title: '针对', width: 260, render: (_, r) => <About of={r} /> },
    { title: '发生于', width: 128, render: (_, r) => <span className="nowrap">{shortDay(r.happenedOn)}</span> },
    {
      title: ofBureau ? '反馈部门' : '反馈时间',
      width: 150,
      render: (_, r) => (
        <>
          {ofBureau ? r.organisationName : null}
          <div className={ofBureau ? 'quiet nowrap' : 'nowrap'}>{instantText(r.reportedAt).replace(/^\d+年/, '')}</div>
        </>
      ),
    },
    {
      title: '状态',
      width: 110,
      render: (_, r) => (
        <>
          {feedbackStateName[r.state]}
          {r.late ? (
            <div>
              <Tag>超期反馈</Tag>
            </div>
          ) : null}
        </>
      ),
    },
  ]

  return (
    <Page
      title="监管反馈"
      sub={feedbackWords.sub}
      actions={
        may('post /api/feedback') ? (
          <LinkButton to="/feedback/new" primary>
            反馈监管情况
          </LinkButton>
        ) : undefined
      }
    >
      <div className="filters">
        <Segmented
          aria-label="反馈类型"
          value={filter('kind') ?? ''}
          onChange={kind => setFilter('kind', kind || undefined)}
          options={kinds}
        />
        <Space>
          {(['licence', 'item', 'holder'] as const).map(name =>
            filter(name) ? (
              <Tag key={name} closable onClose={() => setFilter(name)}>
                {name === 'licence' ? '证照' : name === 'item' ? '事项' : '持证人'}：{filter(name)}
              </Tag>
            ) : null,
          )}
        </Space>
      </div>
      <PageTable<FeedbackRow>
        label="监管反馈"
        of={rows}
        columns={columns}
        rowKey={r => r.id}
        empty={feedbackWords.nothing}
      />
    </Page>
  )
}

function About(props: { of: FeedbackRow }) {
  const { of } = props
  if (of.licence)
    return (
      <>
        {of.holder}
        <div>
          <LicenceLink of={of.licence}>{of.itemName}</LicenceLink>
        </div>
      </>
    )
  if (of.item) return <ItemLink of={of.item}>{of.itemName}</ItemLink>
  return of.holderId ? <HolderLink of={of.holderId}>{of.holder}</HolderLink> : of.holder
}
