import { describe, expect, test } from 'vitest'
import { checkForm } from './check'
import { fieldsOfPlan, isAsked, planOf, type Schema, tidy } from './plan'

const nurse: Schema = {
  type: 'object',
  properties: {
    kind: { enum: ['first', 'renewal'], 'x-labels': { first: '首次注册', renewal: '延续注册' }, title: '注册类别' },
    name: { type: 'string', title: '姓名', minLength: 2, maxLength: 50 },
    certificate: {
      type: ['string', 'null'],
      title: '证书编号',
      pattern: '^(?:[0-9]{12})$',
      'x-when': { field: 'kind', in: ['renewal'] },
    },
    sum: { type: 'number', title: '合同价格', 'x-unit': '万元', 'x-amount': true, minimum: 0.01, 'x-group': '合同' },
    vehicles: {
      type: 'array',
      title: '车辆',
      minItems: 1,
      items: {
        type: 'object',
        properties: { length: { type: 'number', title: '车长', 'x-unit': '米', maximum: 30 } },
        required: ['length'],
      },
    },
  },
  required: ['kind', 'name', 'vehicles'],
}
const fields = fieldsOfPlan(planOf(nurse))

describe('a form drawn from a record', () => {
  test('keeps the order of the record and puts fields under their headings', () => {
    expect(planOf(nurse).map(g => [g.heading, g.fields.map(f => f.label)])).toEqual([
      ['', ['注册类别', '姓名', '证书编号']],
      ['合同', ['合同价格']],
      ['', ['车辆']],
    ])
    expect(fields.map(f => f.kind)).toEqual(['choice', 'text', 'text', 'amount', 'rows'])
  })

  test('asks some things for some answers only, and sends nothing that was not asked', () => {
    const certificate = fields.find(f => f.name === 'certificate')
    expect(certificate && isAsked(certificate, { kind: 'first' })).toBe(false)
    expect(certificate && isAsked(certificate, { kind: 'renewal' })).toBe(true)
    expect(tidy(fields, { kind: 'first', name: ' 林某某 ', certificate: '123', sum: '' })).toEqual({
      kind: 'first',
      name: '林某某',
    })
  })

  test('tells every fault with its place, in the order of the fields', () => {
    expect(
      checkForm(fields, { kind: 'renewal', name: '林', certificate: '12', sum: 0, vehicles: [{ length: 31 }, {}] }).map(
        f => f.path,
      ),
    ).toEqual(['name', 'certificate', 'sum', 'vehicles[0].length', 'vehicles[1].length'])
    expect(checkForm(fields, { kind: 'renewal', name: '林某某', vehicles: [{ length: 1 }] }).map(f => f.text)).toEqual([
      '请填写证书编号。',
    ])
    expect(checkForm(fields, {}).map(f => f.text)).toEqual(['请填写注册类别。', '请填写姓名。', '请填写车辆。'])
  })
})
