import type { UseQueryResult } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { KnownOrganisationsAnswer, OpenPersonRequest, PersonWithPassword } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { OneTimePassword } from './OneTimePassword'
import { faultOf, OtherRefusal, PostFields, postFields } from './PostFields'
import { words } from './words'

/** 开户: somebody takes up a post and gets an account; his one-time password is shown this once. */
export function OpenPersonDialog(props: {
  organisations: UseQueryResult<KnownOrganisationsAnswer[]>
  close: () => void
}) {
  const [form] = Form.useForm<OpenPersonRequest>()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<PersonWithPassword>()
  const open = useCommand((body: OpenPersonRequest, headers) => answer(api.POST('/api/people', { body, headers })), {
    touches: [['people']],
    then: setOpened,
  })

  if (opened)
    return (
      <OneTimePassword
        title={`已为${opened.person.name}开设账号 ${opened.person.userName}`}
        of={opened.oneTimePassword}
        close={() => {
          props.close()
          void navigate(`/people/${opened.person.id}`)
        }}
      />
    )

  return (
    <Modal
      open
      title="开设账号"
      okText="开设"
      okButtonProps={{ loading: open.running }}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <OtherRefusal of={open.refused} fields={['userName', 'name', ...postFields]} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ roles: [] }}
        onFinish={values => void open.run({ ...values, userName: values.userName.trim() })}
      >
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名。' }]}
          {...faultOf(open.refused, 'name')}
        >
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="userName"
          label="账号"
          extra={words.people.userName}
          rules={[{ required: true, message: '请填写账号。' }]}
          {...faultOf(open.refused, 'userName')}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <PostFields organisations={props.organisations} refused={open.refused} />
      </Form>
    </Modal>
  )
}
