import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { Refused } from '../../api/refused'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { words } from './words'

/** 登录. */
export function SignInPage(props: { done: () => void; isOver: boolean }) {
  const [refused, setRefused] = useState<Refused>()
  const [running, setRunning] = useState(false)
  useEffect(() => {
    document.title = '登录 · 一章通办'
  }, [])

  async function signIn({ userName, password }: { userName: string; password: string }) {
    setRunning(true)
    setRefused(undefined)
    try {
      await api.POST('/api/sign-in', { body: { userName: userName.trim(), password, kind: 'cookie' } })
      props.done()
    } catch (thrown) {
      setRefused(Refused.from(thrown))
    } finally {
      setRunning(false)
    }
  }

  return (
    <main style={{ minHeight: '100%', display: 'grid', placeItems: 'center', background: '#14273f' }}>
      <Card style={{ width: 380, margin: 16 }} styles={{ body: { padding: '28px 28px 20px' } }}>
        <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 22 }}>
          <img src="/seal.svg" alt="" width={40} height={40} />
          <div>
            <h1 style={{ fontSize: 20, margin: 0 }}>一章通办</h1>
            <div className="quiet">工作平台</div>
          </div>
        </div>
        {props.isOver && !refused ? (
          <Alert role="alert" type="warning" showIcon title={words.signedOut} style={{ marginBottom: 12 }} />
        ) : null}
        <RefusalAlert of={refused} />
        <Form layout="vertical" onFinish={signIn} requiredMark={false} size="large">
          <Form.Item name="userName" label="账号" rules={[{ required: true, message: '请填写账号。' }]}>
            <Input prefix={<UserOutlined />} autoFocus autoComplete="username" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码。' }]}>
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={running}>
            登录
          </Button>
        </Form>
        <p style={{ margin: '16px 0 0', textAlign: 'center' }}>
          <a href="/">办事人请由此进入政务服务</a>
        </p>
      </Card>
    </main>
  )
}
