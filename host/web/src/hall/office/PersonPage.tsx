import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Form, Input, Modal, Space } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AssignPostRequest, PersonAnswer, PersonWithPassword, Role } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKindChanged } from '../../api/live'
import { Facts } from '../../kit/Facts'
import { History } from '../../kit/History'
import { Loaded } from '../../kit/Loaded'
import { Page } from '../../kit/Page'
import { roleName } from '../../words/roles'
import { useMe } from '../shell/Session'
import { OneTimePassword } from './OneTimePassword'
import { AccountStanding } from './PeoplePage'
import { faultOf, OtherRefusal, PostFields, postFields } from './PostFields'
import { ReasonDialog, reasonOf } from './ReasonDialog'
import { words } from './words'

/** A person's account: his post, what may be done with it, and what was done. */
export default function PersonPage() {
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: () => answer(api.GET('/api/people/{id}', { params: { path: { id } } })),
  })
  useKindChanged(
    'person',
    useCallback(() => void queries.invalidateQueries({ queryKey: ['person'] }), [queries]),
  )
  return (
    <Page title={person.data?.person.name ?? '人员'} sub={<Link to="/people">人员</Link>}>
      <Loaded of={person}>
        {data => (
          <div className="columns">
            <div className="stack">
              <Facts
                label="账号"
                items={[
                  [
                    '账号',
                    <span key="name" className="mono">
                      {data.person.userName}
                    </span>,
                  ],
                  ['状态', <AccountStanding key="standing" of={data.person} />],
                  ['单位', data.person.organisation.name],
                  ['岗位', data.person.post],
                  ['角色', data.person.roles.map(r => roleName[r]).join('、')],
                  ['停用原因', data.person.lockedBecause ?? undefined],
                ]}
              />
              <Doing of={data.person} />
            </div>
            <Card size="small" title="账号记录">
              <History of={data.history} more={line => <Told of={line.data} />} />
            </Card>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Told(props: { of: unknown }) {
  const data = props.of as { post?: string; organisation?: { name: string }; roles?: Role[] }
  const reason = reasonOf(props.of)
  const text = [
    data.organisation?.name ?? '',
    data.post ?? '',
    data.roles?.map(r => roleName[r]).join('、') ?? '',
    reason ? `原因：${reason}` : '',
  ]
  return <div>{text.filter(t => t !== '').join('，')}</div>
}

type Opened = 'assign' | 'lock' | 'unlock' | 'reset'

function Doing(props: { of: PersonAnswer }) {
  const person = props.of
  const { id, version, name } = person
  const me = useMe()
  const { message } = App.useApp()
  const [opened, setOpened] = useState<Opened>()
  const [password, setPassword] = useState<PersonWithPassword>()
  const touches = [['person', id], ['people']]
  const close = () => setOpened(undefined)
  const done = (text: string) => () => {
    close()
    message.success(text)
  }
  const path = { id }
  const lock = useCommand(
    (reason: string, headers) =>
      answer(api.POST('/api/people/{id}/lock', { params: { path }, headers, body: { reason } })),
    { version, touches, then: done(`${name}的账号已停用。`) },
  )
  const unlock = useCommand(
    (reason: string, headers) =>
      answer(api.POST('/api/people/{id}/unlock', { params: { path }, headers, body: { reason } })),
    { version, touches, then: done(`${name}的账号已恢复使用。`) },
  )
  const reset = useCommand(
    (reason: string, headers) =>
      answer(api.POST('/api/people/{id}/reset-password', { params: { path }, headers, body: { reason } })),
    {
      version,
      touches,
      then: after => {
        close()
        setPassword(after)
      },
    },
  )

  if (person.roles.includes('public')) return <Alert type="info" showIcon title="这是申请人账号，不安排岗位。" />
  if (id === me.id)
    return <Alert type="info" showIcon title={words.people.own} action={<Link to="/me">我的账号、修改密码</Link>} />
  return (
    <Card size="small" title="管理">
      <Space wrap>
        <Button onClick={() => setOpened('assign')}>调整岗位</Button>
        <Button onClick={() => setOpened('reset')}>重置密码</Button>
        {person.lockedAt ? (
          <Button type="primary" onClick={() => setOpened('unlock')}>
            恢复使用
          </Button>
        ) : (
          <Button danger onClick={() => setOpened('lock')}>
            停用账号
          </Button>
        )}
      </Space>
      {opened === 'assign' ? <AssignDialog of={person} close={close} /> : null}
      {opened === 'lock' ? (
        <ReasonDialog
          title={`停用${name}的账号`}
          explained={words.people.lock(name)}
          doIt="停用"
          danger
          command={lock}
          close={close}
        />
      ) : null}
      {opened === 'unlock' ? (
        <ReasonDialog
          title={`恢复${name}的账号`}
          explained={words.people.unlock(name)}
          doIt="恢复使用"
          command={unlock}
          close={close}
        />
      ) : null}
      {opened === 'reset' ? (
        <ReasonDialog
          title={`重置${name}的密码`}
          explained={words.people.reset(name)}
          doIt="重置"
          danger
          command={reset}
          close={close}
        />
      ) : null}
      {password ? (
        <OneTimePassword
          title={`${name}的密码已重置`}
          of={password.oneTimePassword}
          close={() => setPassword(undefined)}
        />
      ) : null}
    </Card>
  )
}

function AssignDialog(props: { of: PersonAnswer; close: () => void }) {
  const { id, version, name, post, organisation, roles } = props.of
  const [form] = Form.useForm<AssignPostRequest>()
  const { message } = App.useApp()
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: () => answer(api.GET('/api/organisations')),
    staleTime: 300_000,
  })
  const assign = useCommand(
    (body: AssignPostRequest, headers) =>
      answer(api.PUT('/api/people/{id}/post', { params: { path: { id } }, headers, body })),
    {
      version,
      touches: [['person', id], ['people']],
      then: () => {
        props.close()
        message.success(`${name}的岗位已调整。`)
      },
    },
  )
  return (
    <Modal
      open
      title={`调整${name}的岗位`}
      okText="调整"
      okButtonProps={{ loading: assign.running }}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <p>{words.people.assign}</p>
      <OtherRefusal of={assign.refused} fields={['reason', ...postFields]} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ post, organisation: organisation.code, roles, reason: '' }}
        onFinish={values => void assign.run(values)}
      >
        <PostFields organisations={organisations} refused={assign.refused} />
        <Form.Item
          name="reason"
          label="原因（记入记录）"
          rules={[{ required: true, whitespace: true, message: '请填写原因。' }]}
          {...faultOf(assign.refused, 'reason')}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
