import { describe, expect, it } from 'vitest'
import { isClaimedLate } from './claimed'

describe('逾期认领', () => {
  it('期限当天（北京时间）认领的不算逾期', () => {
    expect(isClaimedLate({ claimDue: '2026-11-24', claimedAt: '2026-11-24T15:59:00Z' })).toBe(false)
  })

  it('期限次日零时认领的算逾期，尽管世界时仍是当天', () => {
    expect(isClaimedLate({ claimDue: '2026-11-24', claimedAt: '2026-11-24T16:00:00Z' })).toBe(true)
  })

  it('无需认领的、尚未认领的都不算', () => {
    expect(isClaimedLate({ claimDue: null, claimedAt: '2026-11-24T16:00:00Z' })).toBe(false)
    expect(isClaimedLate({ claimDue: '2026-11-01', claimedAt: null })).toBe(false)
  })
})
