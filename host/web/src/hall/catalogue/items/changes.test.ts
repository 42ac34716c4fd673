import { expect, test } from 'vitest'
import type { ItemElements } from '../../../../generated/api'
import { changesBetween } from './changes'

const form = (properties: object) => ({ properties }) as unknown as ItemElements['form']

const hygiene: ItemElements = {
  code: '11370390MB1A2502524000125001000',
  name: '营业性演出审批',
  type: 'licence',
  level: 'county',
  handling: 'promised',
  legalBasis: ['《公共场所卫生管理条例》第四条'],
  statutoryLimit: { count: 20, unit: 'workingDay' },
  promisedLimit: { count: 8, unit: 'workingDay' },
  startEvent: 'accepted',
  conditions: [],
  tiers: [],
  materials: [{ key: 'application', name: '申请表', required: true }],
  steps: [],
  result: null,
  fee: null,
  supervisingDepartment: '区文化和旅游局',
  riskPoints: [],
  unconfirmed: [],
  form: form({ name: { title: '场所名称' } }),
}

test('没有变化的两个版本没有差异', () => {
  expect(changesBetween(hygiene, structuredClone(hygiene))).toEqual([])
})

test('压缩承诺时限只显示承诺时限', () => {
  const shorter: ItemElements = { ...hygiene, promisedLimit: { count: 4, unit: 'workingDay' } }
  expect(changesBetween(hygiene, shorter)).toEqual([{ title: '承诺办结时限', before: '8个工作日', after: '4个工作日' }])
})

test('材料增加、收费取消、申请表多问一项，各列一行', () => {
  const other: ItemElements = {
    ...hygiene,
    materials: [...hygiene.materials, { key: 'plan', name: '平面图', required: false, requirement: '使用集中空调的' }],
    fee: { amount: 120, basis: '某价格文件' },
    form: form({ name: { title: '场所名称' }, area: { title: '营业面积' } }),
  }
  expect(changesBetween(hygiene, other)).toEqual([
    { title: '申请材料', before: '申请表', after: '申请表\n平面图，使用集中空调的，视情形' },
    { title: '收费', before: '不收费', after: '120.00元（某价格文件）' },
    { title: '申请表', before: '场所名称', after: '场所名称\n营业面积' },
  ])
})
