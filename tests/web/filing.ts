import type { Page } from '@playwright/test'
import type { Organisation } from './invented'

// 公共场所卫生许可, as a clerk fills it in with the mouse; what one story is about it does itself.

export const item = '公共场所卫生许可'

export const materials = [
  '公共场所卫生许可申请表',
  '法定代表人或者负责人身份证明',
  '公共场所地址方位示意图、平面图和卫生设施平面布局图',
  '公共场所卫生检测或者评价报告',
  '公共场所卫生管理制度',
]

/** Finds the item by its initials, and begins an application. */
export async function begins(page: Page): Promise<void> {
  const find = page.getByRole('combobox', { name: '查找事项' })
  await find.fill('ggcswsxk')
  await page.getByRole('link', { name: item }).click()
}

export async function writesApplicant(page: Page, holder: Organisation): Promise<void> {
  await page.getByLabel('公民身份号码或者统一社会信用代码').fill(holder.code)
  await page.getByLabel('名称', { exact: true }).fill(holder.name)
  await page.getByLabel('联系方式').fill('0533-0000000')
}

export async function writesForm(page: Page, holder: Organisation): Promise<void> {
  await page.getByLabel('场所名称').fill(holder.name)
  await page.getByLabel('场所类别').click()
  await page.getByTitle('美容美发场所').click()
  await page.getByRole('textbox', { name: '地址' }).fill('锦源区示例三街6号')
  await page.getByLabel('营业面积').fill('92.5')
  await page.getByRole('radiogroup', { name: '使用集中空调通风系统' }).getByText('否').click()
  await page.getByLabel('直接为顾客服务的人员').fill('5')
  await page.getByLabel('其中持有效健康合格证明').fill('5')
}

/** A material received on paper. */
export async function handsIn(page: Page, material: string): Promise<void> {
  await page.getByRole('radiogroup', { name: material, exact: true }).getByText('收到纸质').click()
}
