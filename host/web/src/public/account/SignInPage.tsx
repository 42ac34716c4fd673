import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { api } from '../../api/client'
import { Refused } from '../../api/refused'
import { TextField } from '../parts/Field'
import { RefusalNote } from '../parts/RefusalNote'
import { Title } from '../parts/Title'
import { useDistrict, useMe } from '../session'

/** 登录 of an applicant; afterwards he is where he wanted to go. */
export default function SignInPage() {
  const me = useMe()
  const district = useDistrict()
  const queries = useQueryClient()
  const [asked] = useSearchParams()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<Refused>()

  if (me) return <Navigate to={inside(asked.get('next'))} replace />

  async function submit(e: FormEvent) {
    e.preventDefault()
    setRunning(true)
    setRefused(undefined)
    try {
      await api.POST('/api/sign-in', { body: { userName: userName.trim(), password, kind: 'cookie' } })
      await queries.invalidateQueries()
    } catch (thrown) {
      setRefused(Refused.from(thrown))
    } finally {
      setRunning(false)
    }
  }

  return (
    <div className="wide slim">
      <Title>登录</Title>
      {asked.get('next') ? <p>登录以后继续您刚才要办的事。</p> : null}
      <RefusalNote of={refused} />
      <form className="card" onSubmit={submit}>
        <TextField label="账号" value={userName} onChange={setUserName} autoComplete="username" />
        <TextField
          label="密码"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <button
          type="submit"
          className="button main"
          disabled={running || userName.trim() === '' || password === ''}
          style={{ width: '100%' }}
        >
          {running ? '正在登录……' : '登录'}
        </button>
      </form>
      <p className="quiet small">
        账号由{district?.bureau.name ?? '行政审批服务局'}窗口开通。没有账号或者忘记密码的，请到窗口办理，也可拨打
        {district?.hotline}。
      </p>
      <p className="small">
        <a href="/hall/">工作人员请到工作平台登录</a>
      </p>
    </div>
  )
}

/** Only addresses of this side: a link from elsewhere leads nowhere else. */
function inside(next: string | null): string {
  return next && /^\/(my|apply)(\/|$|\?)/.test(next) ? next : '/my'
}
