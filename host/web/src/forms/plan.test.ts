import { describe, expect, it } from 'vitest'
import { checkForm } from './check'
import { fieldsOfPlan, planOf, tidy } from './plan'

const fields = fieldsOfPlan(
  planOf({
    properties: {
      axles: { type: 'array', title: '各轴轴荷', items: { type: 'integer' }, minItems: 2 },
      digs: { type: 'boolean', title: '是否挖掘' },
      depth: { type: 'number', title: '深度', 'x-when': { field: 'digs', in: [true] } },
    },
    required: ['axles', 'digs', 'depth'],
  }),
)

describe('数字清单', () => {
  it('按数字报送，不是数字的原样保留、指出来', () => {
    expect(tidy(fields, { axles: ['6,000', ' 7000 ', '', '八吨'] })).toEqual({ axles: [6000, 7000, '八吨'] })
    expect(checkForm(fields, { axles: ['6000', '八吨'], digs: false })).toEqual([
      { path: 'axles[1]', label: '各轴轴荷', text: '请填写整数。' },
    ])
  })
})

describe('按情形填写', () => {
  it('不适用的不问，也不报送', () => {
    expect(checkForm(fields, { axles: [1, 2], digs: false })).toEqual([])
    expect(tidy(fields, { digs: false, depth: 3 })).toEqual({ digs: false })
  })

  it('适用的要填', () => expect(checkForm(fields, { axles: [1, 2], digs: true }).map(f => f.path)).toEqual(['depth']))
})
