import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { answer, api } from '../api/client'
import { Way, wayOfProgress } from './my/Way'
import { TextField } from './parts/Field'
import { Loaded } from './parts/Loaded'
import { Title } from './parts/Title'
import { useDistrict } from './session'
import { stageName, words } from './words'

/** 查进度 without an account: the number stays out of the address, for it is half of the key. */
export default function ProgressPage() {
  const district = useDistrict()
  const [number, setNumber] = useState('')
  const [end, setEnd] = useState('')
  const [asked, setAsked] = useState<{ number: string; identifierEnd: string }>()
  const progress = useQuery({
    queryKey: ['progress', asked],
    queryFn: () => answer(api.GET('/api/progress', { params: { query: asked ?? { number: '', identifierEnd: '' } } })),
    enabled: asked !== undefined,
    staleTime: 0,
  })

  function submit(e: FormEvent) {
    e.preventDefault()
    const next = { number: number.trim().toUpperCase(), identifierEnd: end.trim().toUpperCase() }
    if (asked && next.number === asked.number && next.identifierEnd === asked.identifierEnd) void progress.refetch()
    else setAsked(next)
  }

  return (
    <div className="wide narrow">
      <Title>查办理进度</Title>
      <p>
        网上提交的申请，<Link to="/my">登录“我的办件”</Link>可以看到全部内容。在窗口提交的，凭收件凭证在这里查。
      </p>
      <form className="card" onSubmit={submit}>
        <TextField label="办件编号" hint={words.numberHint} value={number} onChange={setNumber} />
        <TextField label="证件号码最后4位" hint={words.endHint} value={end} onChange={setEnd} />
        <button type="submit" className="button main" disabled={number.trim() === '' || end.trim().length !== 4}>
          查询
        </button>
      </form>
      <div aria-live="polite">
        {asked === undefined ? null : (
          <Loaded of={progress}>
            {of => (
              <section className="card" aria-label="查询结果">
                <h2>{of.itemName}</h2>
                <p>
                  {of.applicant}的申请，由{of.owner.name}办理。现在：<strong>{stageName[of.stage]}</strong>
                </p>
                {of.missing.length > 0 ? (
                  <div className="note warn">
                    <p>请补正以下材料，送到{of.owner.name}的窗口：</p>
                    <ul>
                      {of.missing.map(m => (
                        <li key={m.name}>
                          {m.name}
                          {m.requirement ? `：${m.requirement}` : ''}
                        </li>
                      ))}
                    </ul>
                  </div>
                ) : null}
                <Way of={wayOfProgress(of)} />
                <p className="quiet small">有疑问请拨打{district?.hotline}。</p>
              </section>
            )}
          </Loaded>
        )}
      </div>
    </div>
  )
}
