import { describe, expect, it } from 'vitest'
import {
  allOnPaper,
  filesOf,
  linesOf,
  missingOf,
  standingOf,
  withFiles,
  withHeld,
  withoutUnheld,
  withStanding,
} from './materials'

const licence = { name: '道路运输经营许可证', identifier: '1.2.156.3005.2', validUntil: null }
const lines = linesOf(
  [
    { key: 'application', name: '申请表', required: true },
    { key: 'licence', name: '道路运输经营许可证', required: true, heldAs: '道路运输经营许可证' },
    { key: 'escort', name: '护送方案', requirement: '三类大件运输', required: false },
  ],
  () => undefined,
  key => (key === 'licence' ? [licence] : []),
)

describe('材料清单', () => {
  it('本局已有的自动记为已有，不再要求提交', () => {
    const handedIn = withHeld([], lines)
    expect(standingOf('licence', handedIn)).toBe('held')
    expect(missingOf(lines, handedIn).map(l => l.key)).toEqual(['application'])
  })

  it('已经另行提交的不改', () => {
    const handedIn = withHeld([{ key: 'licence', form: 'paper', attachment: null }], lines)
    expect(standingOf('licence', handedIn)).toBe('paper')
  })

  it('换了申请人，原来的“已有”不再算数', () => {
    const another = lines.map(l => ({ ...l, held: [] }))
    expect(withoutUnheld(withHeld([], lines), another)).toEqual([])
  })

  it('一键收到全部纸质，只收必要而未交的', () => {
    const handedIn = allOnPaper(withHeld([], lines), lines)
    expect(handedIn.map(h => [h.key, h.form])).toEqual([
      ['licence', 'held'],
      ['application', 'paper'],
    ])
    expect(missingOf(lines, handedIn)).toEqual([])
  })

  it('选了上传而没有传，仍然是未提交', () => {
    expect(withStanding([{ key: 'application', form: 'paper', attachment: null }], 'application', 'file')).toEqual([])
  })

  it('一项材料可以有几个文件', () => {
    const handedIn = withFiles([], 'application', ['f1', 'f2'])
    expect(filesOf('application', handedIn)).toEqual(['f1', 'f2'])
    expect(filesOf('application', withFiles(handedIn, 'application', ['f2']))).toEqual(['f2'])
  })

  it('系统按表单判定必要的，以系统为准', () => {
    const judged = linesOf(
      [{ key: 'escort', name: '护送方案', required: false }],
      () => true,
      () => [],
    )
    expect(missingOf(judged, []).map(l => l.name)).toEqual(['护送方案'])
  })
})
