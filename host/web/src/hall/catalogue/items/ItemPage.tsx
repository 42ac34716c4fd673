import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Descriptions, Skeleton, Tabs, Tag } from 'antd'
import { lazy, Suspense, useCallback } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { answer, api } from '../../../api/client'
import { useWatched } from '../../../api/live'
import { Code } from '../../../kit/Code'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { handlingName, itemTypeName, regimeName } from '../../../words/cases'
import { elementName, levelName } from '../../../words/catalogue'
import { useMay } from '../../shell/Session'
import { ElementsPanel } from './ElementsPanel'

const OwnershipPanel = lazy(() => import('./OwnershipPanel'))
const ProcedurePanel = lazy(() => import('./ProcedurePanel'))
const VersionsPanel = lazy(() => import('./VersionsPanel'))
const FormPanel = lazy(() => import('./FormPanel'))
const NormsPanel = lazy(() => import('./NormsPanel'))

/** 事项: its implementation list, whose it is and was, how it runs, and how it came to be so. */
export default function ItemPage() {
  const { code = '' } = useParams()
  const may = useMay()
  const queries = useQueryClient()
  const [asked, ask] = useSearchParams()
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: () => answer(api.GET('/api/items/{code}', { params: { path: { code } } })),
  })
  useWatched(
    'item',
    code,
    useCallback(() => void queries.invalidateQueries({ queryKey: ['item', code] }), [queries, code]),
  )
  const tab = asked.get('tab') ?? 'elements'

  return (
    <Page title={item.data?.inForce.elements.name ?? '事项'} sub={<Code>{code}</Code>}>
      <Loaded of={item} rows={10}>
        {data => {
          const { elements } = data.inForce
          const { ownership } = data
          return (
            <>
              <Card size="small" style={{ marginBottom: 14 }}>
                <Descriptions
                  size="small"
                  column={{ xs: 1, md: 2, xl: 4 }}
                  items={[
                    {
                      key: 'owner',
                      label: '现由谁办理',
                      children: <strong>{ownership.owner?.name ?? '事项已取消'}</strong>,
                    },
                    { key: 'supervisor', label: '监管部门', children: ownership.supervisor.name },
                    {
                      key: 'type',
                      label: '类型',
                      children: `${itemTypeName[elements.type]} · ${handlingName[elements.handling]} · ${levelName[elements.level]}`,
                    },
                    { key: 'version', label: '现行版本', children: data.inForce.number },
                    ...(ownership.assisting
                      ? [{ key: 'assisting', label: '过渡期协助', children: ownership.assisting.name }]
                      : []),
                    ...(ownership.citation
                      ? [
                          {
                            key: 'citation',
                            label: '依据',
                            span: 3,
                            children: (
                              <>
                                <Link to={`/memoranda/${ownership.memorandum}`}>{ownership.citation}</Link>
                                {ownership.regime && ownership.regime !== 'bySignature' ? (
                                  <span className="quiet">（{regimeName[ownership.regime] ?? ownership.regime}）</span>
                                ) : null}
                              </>
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
                <ol style={{ margin: '6px 0 0', paddingLeft: 20 }} aria-label="为什么由其办理">
                  {ownership.explanation.map(reason => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ol>
              </Card>
              {elements.unconfirmed.length > 0 ? (
                <Alert
                  type="warning"
                  showIcon
                  style={{ marginBottom: 14 }}
                  title={
                    <>
                      以下要素尚未经官方来源核实，使用前请核对原文：
                      {elements.unconfirmed.map(e => (
                        <Tag key={e} style={{ marginInlineEnd: 4 }}>
                          {elementName[e]}
                        </Tag>
                      ))}
                    </>
                  }
                />
              ) : null}
              <Tabs
                activeKey={tab}
                onChange={key => ask(key === 'elements' ? {} : { tab: key }, { replace: true })}
                items={[
                  { key: 'elements', label: '实施清单', children: <ElementsPanel of={elements} /> },
                  { key: 'ownership', label: '归属沿革', children: panel(<OwnershipPanel code={code} />) },
                  { key: 'procedure', label: '审批流程图', children: panel(<ProcedurePanel code={code} />) },
                  { key: 'versions', label: '版本与调整', children: panel(<VersionsPanel of={data} />) },
                  { key: 'form', label: '申请表', children: panel(<FormPanel form={elements.form} />) },
                  ...(may('get /api/items/{code}/norms')
                    ? [{ key: 'norms', label: '依据变化', children: panel(<NormsPanel code={code} />) }]
                    : []),
                ]}
              />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

const panel = (content: React.ReactNode) => <Suspense fallback={<Skeleton active />}>{content}</Suspense>
