import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { answer, api } from '../../api/client'
import { Refused } from '../../api/refused'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { words } from './words'

interface Typed {
  oldPassword: string
  newPassword: string
  again: string
}

/** 修改密码: one's own, with the old one. This sign-in goes on, every other ends. */
export function NewPassword(props: { isFirst?: boolean }) {
  const [form] = Form.useForm<Typed>()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [refused, setRefused] = useState<Refused>()
  const [running, setRunning] = useState(false)

  async function change({ oldPassword, newPassword }: Typed) {
    setRunning(true)
    setRefused(undefined)
    try {
      await answer(api.POST('/api/me/password', { body: { oldPassword, newPassword } }))
      form.resetFields()
      message.success(words.passwordChanged)
      await queries.invalidateQueries()
    } catch (thrown) {
      setRefused(Refused.from(thrown))
    } finally {
      setRunning(false)
    }
  }

  const faultOf = (field: string) =>
    refused?.field === field ? { validateStatus: 'error' as const, help: refused.message } : {}
  return (
    <>
      {refused?.field === 'oldPassword' || refused?.field === 'newPassword' ? null : <RefusalAlert of={refused} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={change} style={{ maxWidth: 420 }}>
        <Form.Item
          name="oldPassword"
          label={props.isFirst ? '一次性密码' : '原密码'}
          rules={[{ required: true, message: '请填写。' }]}
          {...faultOf('oldPassword')}
        >
          <Input.Password autoFocus={props.isFirst ?? false} autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label="新密码"
          extra={words.passwordRule}
          rules={[{ required: true, message: '请填写新密码。' }]}
          {...faultOf('newPassword')}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label="再填一次新密码"
          dependencies={['newPassword']}
          rules={[
            { required: true, message: '请再填一次新密码。' },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('newPassword')
                  ? Promise.resolve()
                  : Promise.reject(new Error('两次填写的新密码不一致。')),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={running}>
          修改密码
        </Button>
      </Form>
    </>
  )
}
