import { Button, Card } from 'antd'
import { useEffect } from 'react'
import type { MeResponse } from '../../../generated/api'
import { api } from '../../api/client'
import { NewPassword } from './NewPassword'
import { words } from './words'

/** 首次登录: whoever has a one-time password sets his own before anything else. */
export function FirstPasswordPage(props: { me: MeResponse }) {
  useEffect(() => {
    document.title = '设定密码 · 一章通办'
  }, [])
  async function signOut() {
    try {
      await api.POST('/api/sign-out')
    } finally {
      window.location.reload()
    }
  }
  return (
    <main style={{ minHeight: '100%', display: 'grid', placeItems: 'center', background: '#14273f' }}>
      <Card style={{ width: 440, margin: 16 }}>
        <h1 style={{ fontSize: 20, margin: '0 0 4px' }}>设定自己的密码</h1>
        <p>
          {props.me.name}（{props.me.organisation.name}）：{words.firstPassword}
        </p>
        <NewPassword isFirst />
        <Button type="link" style={{ paddingInline: 0, marginTop: 12 }} onClick={signOut}>
          不是本人？退出登录
        </Button>
      </Card>
    </main>
  )
}
