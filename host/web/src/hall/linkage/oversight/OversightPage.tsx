import { Segmented, Tabs, Tag } from 'antd'
import { Page } from '../../../kit/Page'
import { streamKindName } from '../../../words/requests'
import { useMay } from '../../shell/Session'
import { useFilter } from '../parts/useFilter'
import { Delays } from './Delays'
import { RefusedAttempts } from './RefusedAttempts'
import { Warnings } from './Warnings'
import { oversightWords } from './words'

const kinds = [
  { value: '', label: '全部' },
  ...Object.entries(streamKindName).map(([value, label]) => ({ value, label })),
]
const standings = [
  { value: '', label: '全部' },
  { value: 'true', label: '未办结' },
  { value: 'false', label: '已办结' },
]

/** 督办: what is near or past its day, what was late and who did what, and what was tried and refused. */
export default function OversightPage() {
  const may = useMay()
  const [filter, setFilter] = useFilter()
  const view = filter('view') ?? 'warnings'
  return (
    <Page title="督办" sub={oversightWords.sub}>
      <Tabs
        activeKey={view}
        onChange={v => setFilter('view', v === 'warnings' ? undefined : v)}
        items={[
          {
            key: 'warnings',
            label: '预警',
            children: (
              <Narrowing>
                <Warnings />
              </Narrowing>
            ),
          },
          {
            key: 'delays',
            label: '超时记录',
            children: (
              <Narrowing standing>
                <Delays />
              </Narrowing>
            ),
          },
          ...(may('get /api/oversight/refused')
            ? [{ key: 'refused', label: '被拒操作', children: <RefusedAttempts /> }]
            : []),
        ]}
        destroyOnHidden
      />
    </Page>
  )
}

function Narrowing(props: { standing?: boolean; children: React.ReactNode }) {
  const [filter, setFilter] = useFilter()
  return (
    <>
      <div className="filters">
        <Segmented
          aria-label="种类"
          value={filter('kind') ?? ''}
          onChange={kind => setFilter('kind', kind || undefined)}
          options={kinds}
        />
        {props.standing ? (
          <Segmented
            aria-label="是否办结"
            value={filter('open') ?? ''}
            onChange={open => setFilter('open', open || undefined)}
            options={standings}
          />
        ) : null}
        {filter('organisation') ? (
          <Tag closable onClose={() => setFilter('organisation')}>
            单位：{filter('organisationName') ?? filter('organisation')}
          </Tag>
        ) : null}
      </div>
      {props.children}
    </>
  )
}
