import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Empty, Form, Input, Modal, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Organisation, RegisterSealRequest } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { useKept } from '../../../forms/kept'
import { Loaded } from '../../../kit/Loaded'
import { Page } from '../../../kit/Page'
import { RefusalAlert } from '../../../kit/RefusalAlert'
import { localToday } from '../../../words/dates'
import { useMay, useMe } from '../../shell/Session'
import { Field } from '../parts/Field'
import { faultAt, newId } from '../parts/faults'
import { OrganisationInput } from '../parts/inputs'
import { useFocusBack } from '../parts/useFocusBack'
import { sealStatusName } from './status'

/** 印章: the bureau's approval seal and the departments' own. */
export default function SealsPage() {
  const may = useMay()
  const [registering, setRegistering] = useState(false)
  const seals = useQuery({ queryKey: ['seals'], queryFn: () => answer(api.GET('/api/seals')) })
  return (
    <Page
      title="印章"
      sub="行政审批专用章和各部门的印章；一份文书只用一次印，每次用印都有登记"
      actions={
        may('put /api/seals/{id}') ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)}>
            登记印章
          </Button>
        ) : undefined
      }
    >
      <Loaded of={seals}>
        {rows => (
          <Table
            size="small"
            pagination={false}
            rowKey="id"
            dataSource={rows}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有登记印章" /> }}
            columns={[
              {
                title: '印章',
                render: (_, s) => <Link to={`/seals/${encodeURIComponent(s.id)}`}>{s.name}</Link>,
              },
              { title: '单位', dataIndex: 'organisation' },
              { title: '状态', render: (_, s) => <Tag>{sealStatusName[s.status] ?? s.status}</Tag>, width: 120 },
            ]}
          />
        )}
      </Loaded>
      {registering ? <Register close={() => setRegistering(false)} /> : null}
    </Page>
  )
}

function Register(props: { close: () => void }) {
  useFocusBack()
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [draft, setDraft, forget] = useKept<{ id: string; name: string; organisation: Organisation | null }>(
    me.id,
    'seal',
    { id: newId('seal', localToday()), name: '', organisation: null },
  )
  const register = useCommand(
    (body: RegisterSealRequest, headers) =>
      answer(api.PUT('/api/seals/{id}', { params: { path: { id: draft.id } }, body, headers })),
    {
      touches: [['seals']],
      then: seal => {
        forget()
        message.success('印章已经登记，启用后才能用印。')
        navigate(`/seals/${encodeURIComponent(seal.id)}`)
      },
    },
  )
  const { refused } = register
  return (
    <Modal
      open
      title="登记印章"
      okText="登记"
      confirmLoading={register.running}
      onOk={() => void register.run({ name: draft.name, organisation: draft.organisation ?? { name: '', code: '' } })}
      onCancel={props.close}
    >
      <RefusalAlert of={refused} close={register.clear} />
      <Form onChange={register.clear} layout="vertical">
        <Field label="印章名称" required fault={faultAt(refused, 'name')}>
          {c => <Input {...c} value={draft.name} onChange={e => setDraft(now => ({ ...now, name: e.target.value }))} />}
        </Field>
        <Field
          label="所属单位"
          required
          fault={faultAt(refused, 'organisation.name') ?? faultAt(refused, 'organisation.code')}
        >
          {c => (
            <OrganisationInput
              {...c}
              value={draft.organisation}
              onChange={organisation => setDraft(now => ({ ...now, organisation }))}
            />
          )}
        </Field>
      </Form>
    </Modal>
  )
}
