import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/client'
import { Refused } from '../../api/refused'
import { TextField } from '../parts/Field'
import { RefusalNote } from '../parts/RefusalNote'
import { Title } from '../parts/Title'
import { useMe } from '../session'
import { words } from '../words'

/** 修改密码; whoever came with a one-time password must do it before anything else. */
export default function PasswordPage() {
  const me = useMe()
  const queries = useQueryClient()
  const [oldPassword, setOld] = useState('')
  const [newPassword, setNew] = useState('')
  const [again, setAgain] = useState('')
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const [done, setDone] = useState(false)
  const [differ, setDiffer] = useState(false)
  const at = (field: string) => (refused?.field === field ? refused.message : undefined)

  async function submit(e: FormEvent) {
    e.preventDefault()
    setDone(false)
    setRefused(undefined)
    setDiffer(newPassword !== again)
    if (newPassword !== again) return
    setRunning(true)
    try {
      await api.POST('/api/me/password', { body: { oldPassword, newPassword } })
      setDone(true)
      for (const set of [setOld, setNew, setAgain]) set('')
      await queries.invalidateQueries()
    } catch (thrown) {
      setRefused(Refused.from(thrown))
    } finally {
      setRunning(false)
    }
  }

  return (
    <div className="wide slim">
      <Title>修改密码</Title>
      {me?.mustChangePassword ? <p className="note warn">{words.oneTime}</p> : null}
      {done ? (
        <p className="note good" role="status">
          密码已经修改，其他设备上的登录已经失效。
        </p>
      ) : null}
      {refused && !refused.field ? <RefusalNote of={refused} /> : null}
      <form className="card" onSubmit={submit}>
        <TextField
          label="现在的密码"
          type="password"
          value={oldPassword}
          onChange={setOld}
          autoComplete="current-password"
          fault={at('oldPassword')}
        />
        <TextField
          label="新密码"
          hint="至少10个字符。"
          type="password"
          value={newPassword}
          onChange={setNew}
          autoComplete="new-password"
          fault={at('newPassword')}
        />
        <TextField
          label="再输入一次新密码"
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          fault={differ ? '两次输入的新密码不一致。' : undefined}
        />
        <button type="submit" className="button main" disabled={running || oldPassword === '' || newPassword === ''}>
          {running ? '正在修改……' : '修改密码'}
        </button>
      </form>
    </div>
  )
}
