import { useQuery } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { answer, api } from '../api/client'
import { dayText, instantText } from '../words/dates'
import { Facts } from './parts/Facts'
import { TextField } from './parts/Field'
import { Loaded, Waiting } from './parts/Loaded'
import { Title } from './parts/Title'
import { isInForce } from './words'

const Scanner = lazy(() => import('./Scanner'))
const canScan = 'BarcodeDetector' in window && 'mediaDevices' in navigator

/** 核验: whether a licence or a paper is genuine and in force. */
export default function VerifyPage() {
  const [asked, ask] = useSearchParams()
  const number = asked.get('number') ?? ''
  const [typed, setTyped] = useState(number)
  const [scanning, setScanning] = useState(false)
  const found = useQuery({
    queryKey: ['verify', number],
    queryFn: () => answer(api.GET('/api/verify/{number}', { params: { path: { number } } })),
    enabled: number !== '',
    staleTime: 0,
  })

  function verify(text: string) {
    const tidy = text.trim()
    setScanning(false)
    setTyped(tidy)
    if (tidy === number) void found.refetch()
    else ask(tidy === '' ? {} : { number: tidy })
  }
  function submit(e: FormEvent) {
    e.preventDefault()
    verify(typed)
  }

  return (
    <div className="wide narrow">
      <Title>核验证照和文书</Title>
      <p>输入证照编号或者文书编号，可以知道它是不是真的、现在还有没有效。</p>
      <form className="card" onSubmit={submit}>
        <TextField label="编号" hint="在二维码旁边，由字母和数字组成。" value={typed} onChange={setTyped} />
        <div className="row">
          <button type="submit" className="button main" disabled={typed.trim() === ''}>
            核验
          </button>
          {canScan ? (
            <button type="button" className="button" onClick={() => setScanning(now => !now)}>
              {scanning ? '停止扫码' : '扫二维码'}
            </button>
          ) : null}
        </div>
      </form>
      {scanning ? (
        <Suspense fallback={<Waiting />}>
          <Scanner found={verify} />
        </Suspense>
      ) : null}
      <div aria-live="polite">
        {number === '' ? null : (
          <Loaded of={found}>
            {of => {
              const isValid = isInForce(of.state)
              return (
                <section className="card" aria-label="核验结果">
                  <p className={`verdict ${isValid ? 'good' : 'bad'}`}>
                    <span aria-hidden="true">{isValid ? '✓ ' : '✕ '}</span>
                    {of.stateName}
                  </p>
                  <p>{of.meaning}</p>
                  <Facts
                    of={[
                      ['名称', of.title],
                      [
                        '编号',
                        <span key="n" className="mono">
                          {of.number}
                        </span>,
                      ],
                      ['事项', of.itemName],
                      ['持有人', of.holder],
                      ['颁发机关', of.issuer],
                      [of.kind === 'licence' ? '颁发日期' : '作出日期', dayText(of.issuedOn)],
                      of.validUntil ? ['有效期至', dayText(of.validUntil)] : null,
                      ['核验时间', instantText(of.asOf)],
                    ]}
                  />
                  <p className="quiet small">请与您手中的证照、文书核对；为保护隐私，姓名只显示一部分。</p>
                </section>
              )
            }}
          </Loaded>
        )}
      </div>
    </div>
  )
}
