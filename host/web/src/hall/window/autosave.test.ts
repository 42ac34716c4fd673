import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '../../api/refused'
import { Autosave, type Saved, type SaveState } from './autosave'

interface Sent {
  content: string
  saved: Saved | undefined
  key: string
}

/** A host that answers when it is told to. */
function aHost() {
  const sent: Sent[] = []
  const answers: ((of: 'yes' | Refused) => void)[] = []
  const states: SaveState['is'][] = []
  let version = 0
  const autosave = new Autosave<string>(
    undefined,
    (content, saved, key) => {
      sent.push({ content, saved, key })
      return new Promise((resolve, reject) =>
        answers.push(of => (of === 'yes' ? resolve({ id: 'd1', version: ++version }) : reject(of))),
      )
    },
    state => states.push(state.is),
  )
  const answer = async (of: 'yes' | Refused) => {
    answers.shift()?.(of)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { autosave, sent, states, answer }
}

const stale = new Refused(412, { code: 'version-conflict', detail: '已被改动' })

describe('自动保存', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('停下来才保存，只存最后一次', async () => {
    const { autosave, sent } = aHost()
    autosave.change('张')
    await vi.advanceTimersByTimeAsync(500)
    autosave.change('张某')
    await vi.advanceTimersByTimeAsync(899)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent.map(s => s.content)).toEqual(['张某'])
  })

  it('先建草稿，以后按已知的版本改，一次只发一个', async () => {
    const { autosave, sent, states, answer } = aHost()
    autosave.change('甲')
    await vi.advanceTimersByTimeAsync(900)
    autosave.change('乙')
    await vi.advanceTimersByTimeAsync(900)
    expect(sent.length).toBe(1)
    await answer('yes')
    expect(sent.map(s => s.saved)).toEqual([undefined, { id: 'd1', version: 1 }])
    await answer('yes')
    expect(states.at(-1)).toBe('saved')
  })

  it('没有回音就用同一凭号再发同样的内容，不会建两份草稿', async () => {
    const { autosave, sent, states, answer } = aHost()
    autosave.change('甲')
    await vi.advanceTimersByTimeAsync(900)
    await answer(Refused.ofSilence())
    expect(states.at(-1)).toBe('silent')
    autosave.change('甲乙')
    await vi.advanceTimersByTimeAsync(5000)
    await answer('yes')
    expect(sent[1]?.content).toBe('甲')
    expect(sent[1]?.key).toBe(sent[0]?.key)
    expect(sent[2]?.content).toBe('甲乙')
    expect(sent[2]?.key).not.toBe(sent[0]?.key)
  })

  it('没有再填也会自己重发，直到有回音', async () => {
    const { autosave, sent, states, answer } = aHost()
    autosave.change('甲')
    await vi.advanceTimersByTimeAsync(900)
    await answer(Refused.ofSilence())
    await vi.advanceTimersByTimeAsync(4000)
    expect(sent.map(s => s.content)).toEqual(['甲', '甲'])
    await answer('yes')
    expect(states.at(-1)).toBe('saved')
  })

  it('别处改过就停下，采纳对方的版本后再发', async () => {
    const { autosave, sent, states, answer } = aHost()
    autosave.change('甲')
    await vi.advanceTimersByTimeAsync(900)
    await answer(stale)
    expect(states.at(-1)).toBe('stale')
    autosave.change('乙')
    await vi.advanceTimersByTimeAsync(9000)
    expect(sent.length).toBe(1)
    autosave.adopt({ id: 'd1', version: 7 })
    autosave.change('乙')
    await vi.advanceTimersByTimeAsync(900)
    expect(sent[1]).toMatchObject({ content: '乙', saved: { id: 'd1', version: 7 } })
  })

  it('交件之前全部存好才算数', async () => {
    const { autosave, answer } = aHost()
    autosave.change('甲')
    const flushed = autosave.flush()
    await answer('yes')
    expect(await flushed).toBe(true)
    autosave.change('乙')
    const again = autosave.flush()
    await answer(new Refused(422, { code: 'applicant-name-missing', detail: '缺少姓名' }))
    expect(await again).toBe(false)
  })
})
