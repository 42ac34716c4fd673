import { describe, expect, it } from 'vitest'
import { alsoMissing, reasonsOf } from './reasons'

describe('不予受理的理由', () => {
  it('不带句号，没有依据的留空，空行不算', () =>
    expect(
      reasonsOf([
        { text: '申请事项依法不需要取得行政许可。', article: '' },
        { text: ' ', article: '《行政许可法》' },
        { text: '不属于本机关职权范围', article: ' 《行政许可法》第三十二条 ' },
      ]),
    ).toEqual([
      { text: '申请事项依法不需要取得行政许可', article: null },
      { text: '不属于本机关职权范围', article: '《行政许可法》第三十二条' },
    ]))
})

describe('一次性告知补正', () => {
  it('已交而不合要求的写明缘由，另加的排在后面', () =>
    expect(
      alsoMissing(
        { wrong: { a: '未盖公章', b: '  ' }, others: [{ name: '法定代表人身份证明', requirement: '复印件' }] },
        [
          { key: 'a', name: '申请表' },
          { key: 'b', name: '章程' },
        ],
      ),
    ).toEqual([
      { name: '申请表', requirement: '未盖公章' },
      { name: '法定代表人身份证明', requirement: '复印件' },
    ]))
})
