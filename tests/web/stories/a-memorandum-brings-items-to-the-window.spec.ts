import type { Page } from '@playwright/test'
import { expect, isAccessible, Person, picture, test } from '../hall'

// What a department of the demonstration still decides itself, and no other story touches.
const item = '特殊建设工程消防设计审查'
const department = '区住房和城乡建设局'
const bureau = '锦源区行政审批服务局'
const list = '锦源区划转行政许可事项清单（消防设计审查）'
const memorandum = '特殊建设工程消防设计审查划转审管衔接备忘录'
const number = '锦审管衔〔2026〕示例61号'

test('an item is handed over by list, memorandum and two signatures, and is applied for at the window the same minute', async ({ browser }) => {
  test.setTimeout(240_000)
  const clerk = await Person.signsIn(browser, 'window1')
  const window = clerk.page
  await window.getByRole('link', { name: '综合受理' }).click()

  await test.step('before, the window says whose it is and sends people there', async () => {
    await window.getByRole('combobox', { name: '查找事项' }).fill('消防设计审查')
    await expect(found(window)).toContainText(`由${department}办理`)
    await window.getByRole('button', { name: item, exact: true }).click()
    await expect(window.getByRole('alert')).toContainText(`请告知申请人到${department}窗口办理`)
  })

  const admin = await Person.signsIn(browser, 'admin')
  const office = admin.page
  await test.step('the administrator draws up a transfer list', async () => {
    await office.getByRole('link', { name: '划转清单' }).click()
    await office.getByRole('button', { name: '拟订清单' }).click()
    await office.getByLabel('标题').fill(list)
    await office.getByLabel('第几批').fill('4')
    await office.getByRole('button', { name: '保存清单' }).click()
    await expect(office.getByText('清单中没有事项').or(office.getByRole('alert')).first()).toBeVisible()
    await pick(office, '加入事项', '消防设计审查', item)
    await expect(office.getByRole('row', { name: item })).toContainText(bureau)
    await office.getByRole('button', { name: '保存清单' }).click()
    await expect(office.getByRole('heading', { level: 1, name: list })).toBeVisible()
    await expect(office.getByText('拟订中')).toBeVisible()
  })

  await test.step('and drafts the memorandum, item by item; what was typed survives a reload', async () => {
    await office.getByRole('link', { name: '审管衔接备忘录' }).click()
    await office.getByRole('button', { name: '起草备忘录' }).click()
    await office.getByLabel('备忘录标题').fill(memorandum)
    await office.getByLabel('文号').fill(number)
    await pick(office, '移交方', department, department)
    await pick(office, '加入事项', '消防设计审查', item)
    await office.getByLabel('审批职责').fill('受理、审查、决定特殊建设工程消防设计审查申请，颁发审查意见书')
    await office.reload()
    await expect(office.getByLabel('备忘录标题')).toHaveValue(memorandum)
    await office.getByRole('button', { name: new RegExp(`^(?!移出).*${item}`) }).click()
    await expect(office.getByLabel('审批职责')).toHaveValue(/颁发审查意见书/)
    await expect(office.getByRole('group', { name: '消防设计技术审查' })).toContainText(department)
    await isAccessible(office)
    await picture(office, 'memorandum-draft')
    await office.getByRole('button', { name: '保存备忘录' }).click()
    await expect(office.getByRole('heading', { level: 1, name: memorandum })).toBeVisible()
    await expect(office.getByRole('status').filter({ hasText: '下一步' })).toContainText(`请${department}和${bureau}的人员签字`)
  })

  const officer = await Person.signsIn(browser, 'housing-officer')
  await test.step("the department's officer signs for his side", async () => {
    await officer.page.getByRole('link', { name: '审管衔接备忘录' }).click()
    await officer.page.getByRole('link', { name: memorandum }).click()
    await officer.page.getByLabel('职务').fill('分管副局长')
    await officer.page.getByRole('button', { name: '签字', exact: true }).click()
    const asked = officer.page.getByRole('dialog')
    await expect(asked).toContainText(`代表${department}签字`)
    await asked.getByRole('button', { name: '签字', exact: true }).click()
    await expect(officer.page.getByRole('heading', { name: /^移交方签字/ })).toBeHidden()
    await expect(officer.page.getByRole('status').filter({ hasText: '下一步' })).toContainText(`请${bureau}的人员签字`)
  })

  await test.step('the bureau cannot sign before the list is published', async () => {
    await expect(office.getByRole('status').filter({ hasText: '下一步' })).toContainText(`请${bureau}的人员签字`)
    await signForTheBureau(office)
    await expect(office.getByRole('alert')).toContainText('尚未列入已公布的')
    await picture(office, 'memorandum-list-not-published')
    await office.getByRole('link', { name: '划转清单' }).click()
    await office.getByRole('link', { name: list }).click()
    await office.getByLabel('文号').fill('锦政字〔2026〕示例44号')
    await office.getByRole('button', { name: '公布', exact: true }).click()
    await office.getByRole('dialog').getByRole('button', { name: '公布', exact: true }).click()
    await expect(office.getByText('已公布', { exact: true })).toBeVisible()
  })

  await test.step('now it signs, and the memorandum is in force', async () => {
    await office.getByRole('link', { name: '审管衔接备忘录' }).click()
    await office.getByRole('link', { name: memorandum }).click()
    await signForTheBureau(office)
    await expect(office.getByRole('status').filter({ hasText: '下一步' })).toContainText('管理员逐项登记交接，还有5项')
    // Who has it open elsewhere sees it.
    await expect(officer.page.getByRole('status').filter({ hasText: '下一步' })).toContainText('管理员逐项登记交接')
  })

  await test.step('what is handed over is ticked off, and three bodies get it on file', async () => {
    for (const kind of ['文件', '档案资料', '制式空白证照', '印章', '业务系统账号、密钥']) {
      await office.getByRole('button', { name: `登记交接：${kind}` }).click()
      await office.getByRole('dialog').getByLabel('接收人').fill('孙某')
      if (kind === '文件') await isAccessible(office)
      await office.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
      await expect(office.getByRole('button', { name: `登记交接：${kind}` })).toBeHidden()
      await expect(office.getByRole('dialog')).toBeHidden()
    }
    await expect(office.getByRole('status').filter({ hasText: '全部交接完毕' })).toBeVisible()

    await office.getByRole('button', { name: '登记备案：编办' }).click()
    await office.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    await expect(office.getByRole('dialog').getByText('请填写文号').first()).toBeVisible()
    await office.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    for (const [index, body] of ['编办', '政府办公室', '司法局'].entries()) {
      await office.getByRole('button', { name: `登记备案：${body}` }).click()
      await office.getByRole('dialog').getByLabel('备案回执文号').fill(`备〔2026〕示例${index + 1}号`)
      await office.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
      await expect(office.getByRole('dialog')).toBeHidden()
    }
    await expect(office.getByText('三机关均已备案')).toBeVisible()
    await isAccessible(office)
    await picture(office, 'memorandum-filed')
  })

  await test.step("the item's time line shows both owners, and any day can be asked", async () => {
    await office.getByRole('link', { name: item }).click()
    const owners = office.getByRole('list').filter({ hasText: '自始' })
    await expect(owners.getByRole('listitem')).toHaveCount(2)
    await expect(owners.getByRole('listitem').nth(0)).toContainText(department)
    await expect(owners.getByRole('listitem').nth(1)).toContainText(bureau)
    await expect(owners.getByRole('listitem').nth(1)).toContainText(memorandum)
    await picture(office, 'item-ownership')
    await office.getByLabel('查看日期').fill(dayFromToday(-60))
    await expect(office.getByRole('status').filter({ hasText: '以该日零时为准' })).toContainText(department)
  })

  await test.step("the boundary list of tomorrow differs from yesterday's by this item", async () => {
    await office.getByRole('link', { name: '职责边界清单' }).click()
    await office.getByText('两天的差异').click()
    await office.getByLabel('从', { exact: true }).fill(dayFromToday(-1))
    await office.getByLabel('到', { exact: true }).fill(dayFromToday(1))
    await expect(office.getByLabel('从', { exact: true })).toHaveValue(dayFromToday(-1))
    const changed = office.getByRole('row').filter({ has: office.getByRole('link', { name: item }) })
    await expect(changed).toContainText(department)
    await expect(changed).toContainText(bureau)
    await isAccessible(office)
    await picture(office, 'boundaries-difference')
  })

  await test.step('while the module is disabled the window refuses with words; enabled for the bureau, it goes on', async () => {
    await office.getByRole('link', { name: '部门模块' }).click()
    await office.getByRole('link', { name: department }).click()
    await expect(office.getByRole('row').filter({ hasText: item })).toContainText(memorandum)
    await office.getByRole('button', { name: '停用', exact: true }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByRole('button', { name: '停用' }).click()
    await expect(dialog.getByText('请填写理由')).toBeVisible()
    await dialog.getByLabel('原因').fill('部门更新审查要点，暂停半小时')
    await isAccessible(office)
    await dialog.getByRole('button', { name: '停用' }).click()
    await expect(office.getByText('已停用。已受理的办件可以查阅')).toBeVisible()

    await window.getByRole('combobox', { name: '查找事项' }).fill('')
    await window.getByRole('combobox', { name: '查找事项' }).fill('tsjsgc')
    await expect(found(window)).toContainText('暂不能受理')
    await window.getByRole('button', { name: item, exact: true }).click()
    await expect(window.getByRole('alert')).toContainText('模块尚未启用，请联系管理员')
    await picture(window, 'window-module-disabled')

    await office.getByRole('button', { name: '为行政审批服务局启用' }).click()
    await office.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).click()
    await expect(office.getByText('现在就可以在窗口和网上申请，不需要重新启动系统')).toBeVisible()
    await picture(office, 'module-enabled')
  })

  await test.step('the clerk takes the first application under the memorandum', async () => {
    await window.getByRole('combobox', { name: '查找事项' }).fill('')
    await window.getByRole('combobox', { name: '查找事项' }).fill('消防设计审查')
    await expect(found(window)).toContainText('本局办理')
    await window.getByRole('link', { name: item, exact: true }).click()
    await window.getByLabel('公民身份号码或者统一社会信用代码').fill('91370390MA3E00152A')
    await window.getByLabel('名称', { exact: true }).fill('锦源示例海棠影城有限公司')
    await window.getByLabel('联系方式').fill('0000-3700015')
    await window.getByLabel('工程名称').fill('示例海棠影城二期')
    await window.getByLabel('使用性质').fill('电影院')
    await window.getByLabel('建筑面积').fill('5200')
    await window.getByLabel('建筑高度').fill('18')
    await window.getByRole('radiogroup', { name: '是否依法需要规划许可' }).getByText('否').click()
    await window.getByRole('radiogroup', { name: '是否采用特殊消防设计' }).getByText('否').click()
    await window.getByRole('button', { name: /全部收到纸质/ }).click()
    await window.getByRole('button', { name: /收件并受理/ }).click()
    const paper = window.getByRole('dialog', { name: /^锦审受/ })
    await expect(paper.locator('iframe').contentFrame().getByText(item).first()).toBeVisible()
    await picture(window, 'first-case-under-memorandum')
    await paper.getByRole('button', { name: '关闭' }).click()
    await window.getByRole('link', { name: '全部情况' }).click()
    await expect(window.getByRole('heading', { level: 1, name: item })).toBeVisible()
    await expect(window.getByText(memorandum).first()).toBeVisible()
  })
  for (const person of [clerk, admin, officer]) await person.leaves()
})

function found(page: Page) {
  return page.getByRole('grid', { name: '事项' }).getByRole('row').filter({ hasText: item })
}

/** Types part of a name into a box that finds, and takes what it offers. */
async function pick(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(typed)
  await page.getByTitle(name).filter({ visible: true }).last().click()
}

async function signForTheBureau(page: Page): Promise<void> {
  await page.getByLabel('职务').fill('局长')
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '签字', exact: true }).click()
}

function dayFromToday(days: number): string {
  return new Date(Date.now() + (8 * 3600 + days * 86_400) * 1000).toISOString().slice(0, 10)
}
