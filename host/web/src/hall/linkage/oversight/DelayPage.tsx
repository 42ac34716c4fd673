import { useQuery } from '@tanstack/react-query'
import { Table, Tag } from 'antd'
import { Link, useParams } from 'react-router'
import type { ShowDelayLine } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { History } from '../../../kit/History'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { dayText } from '../../../words/dates'
import { streamKindName } from '../../../words/requests'
import { roleName } from '../../../words/roles'
import { addressOf } from '../../tasks/addressOf'
import { deedsAsHistory } from '../parts/deeds'
import { Part } from '../parts/Part'
import { oversightWords } from './words'

/** 责任追究: the delays of one case, push, feedback or request, with the chain of who did what. */
export default function DelayPage() {
  const { kind = '', id = '' } = useParams()
  const delay = useQuery({
    queryKey: ['delay', kind, id],
    queryFn: () => answer(api.GET('/api/oversight/delays/{kind}/{id}', { params: { path: { kind, id } } })),
  })
  return (
    <Page
      title={`超时记录：${streamKindName[kind] ?? kind}`}
      sub={<Link to={addressOf({ kind, id })}>打开该{streamKindName[kind] ?? '事项'}</Link>}
    >
      <Loaded of={delay}>
        {data => (
          <div className="stack">
            <Part title="没有按时办的">
              <Table<ShowDelayLine>
                size="small"
                pagination={false}
                dataSource={data.delays}
                rowKey={r => `${r.key}/${r.due}`}
                columns={[
                  { title: '环节', dataIndex: 'title' },
                  { title: '由谁办理', render: (_, r) => `${r.organisationName}${roleName[r.role]}` },
                  { title: '应于', render: (_, r) => dayText(r.due) },
                  { title: '记录于', render: (_, r) => dayText(r.recordedOn) },
                  { title: '办结', render: (_, r) => (r.doneOn ? dayText(r.doneOn) : <Tag>未办结</Tag>) },
                ]}
              />
            </Part>
            <Part title="谁办理了什么">
              <p className="quiet" style={{ marginTop: 0 }}>
                {oversightWords.chain}
              </p>
              <History of={deedsAsHistory(data.chain)} />
            </Part>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
