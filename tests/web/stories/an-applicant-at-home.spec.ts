import type { Page } from '@playwright/test'
import { expect, host, isAccessible, Person, picture, test } from '../hall'

const item = '护士执业注册'
const name = '蒋某某'
const identifier = '370390199311161123'
const phone = { width: 390, height: 844 }

test('an applicant finds, applies, supplements and follows on a phone what the window answers at its desk', async ({ browser }) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({ baseURL: host(), viewport: phone, hasTouch: true, isMobile: true })
  const page = await context.newPage()

  await test.step('the guide is found by words and by initials, and an unknown word is answered kindly', async () => {
    await page.goto('/')
    await isAccessible(page)
    await picture(page, 'phone-home')
    await page.getByLabel('您要办什么事').fill('护士')
    await page.getByRole('button', { name: '查找' }).click()
    await expect(page.getByRole('link', { name: new RegExp(item) })).toBeVisible()
    await page.getByLabel('查找事项').fill('飞船执照')
    await page.getByRole('button', { name: '查找' }).click()
    await expect(page.getByText('没有找到与“飞船执照”有关的事项。')).toBeVisible()
    await page.getByLabel('查找事项').fill('hszyzc')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('link', { name: new RegExp(item) }).click()
  })

  await test.step('the guide says who decides, what to bring, how long it takes, and draws the way', async () => {
    await expect(page.getByRole('heading', { level: 1, name: item })).toBeVisible()
    await expect(page.getByText('指定医疗机构出具的6个月内健康体检证明')).toBeVisible()
    await expect(page.getByText(/现由锦源区行政审批服务局受理、审查、决定/)).toBeVisible()
    await page.getByText('看流程图').click()
    await expect(page.getByRole('figure').getByRole('img', { name: /审查，办理：锦源区行政审批服务局/ })).toBeVisible()
    await isAccessible(page)
    await picture(page, 'phone-flow-chart')
    expect(await isAsWideAsThePhone(page)).toBe(true)
  })

  await test.step('he signs in and is where he wanted to be', async () => {
    await page.getByRole('link', { name: '在线申请' }).click()
    await page.getByLabel('账号').fill('applicant')
    await page.getByLabel('密码').fill('wrong-password-1')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toContainText('密码不正确')
    await page.getByLabel('密码').fill('Demo-2026-oneseal')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '在线申请' })).toBeVisible()
  })

  await test.step('a slip in the number is seen while it is typed', async () => {
    await page.getByLabel('个人', { exact: true }).check()
    await page.getByLabel('姓名').fill(name)
    await page.getByLabel('身份证号码').fill(`${identifier.slice(0, 17)}${identifier.endsWith('1') ? '2' : '1'}`)
    await expect(page.getByText('公民身份号码有误')).toBeVisible()
    await page.getByLabel('身份证号码').fill(identifier)
    await expect(page.getByText('✓ 号码无误')).toBeVisible()
    await page.getByLabel('联系电话').fill('0000-3800020')
    await page.getByRole('button', { name: '下一步：填写申请表' }).click()
  })

  await test.step('what is typed survives a reload', async () => {
    await page.getByLabel('首次注册').check()
    await page.getByLabel('姓名').fill(name)
    await page.getByLabel('拟执业医疗卫生机构').fill('示例松涛医院')
    await page.reload()
    await expect(page.getByLabel('拟执业医疗卫生机构')).toHaveValue('示例松涛医院')
    await expect(page.getByLabel('首次注册')).toBeChecked()
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByRole('alert')).toContainText('身份证号码')
    await isAccessible(page)
    await picture(page, 'phone-form-faults')
    await page.getByLabel('身份证号码').fill(identifier)
    await page.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('he photographs what he has, and the pre-check names what is missing', async () => {
    await photograph(page, '护士执业注册申请审核表', '申请审核表.png')
    await photograph(page, '身份证明', '身份证.png')
    await photograph(page, '学历证书及专业学习中的临床实习证明', '毕业证.png')
    await material(page, '医疗卫生机构拟聘用证明').getByLabel('我把纸质件送到窗口').check()
    await isAccessible(page)
    await picture(page, 'phone-materials')
    await page.getByRole('button', { name: '下一步' }).click()
    const check = page.getByRole('region', { name: '预检结果' })
    await expect(check).toContainText('可以提交，但下面的问题不解决，会要求补正')
    await expect(check.getByRole('listitem').filter({ hasText: '护士执业资格考试成绩合格证明' })).toBeVisible()
    await expect(check.getByRole('listitem').filter({ hasText: '健康体检证明' })).toBeVisible()
    await picture(page, 'phone-check')
    await check.getByRole('button', { name: '去补材料' }).click()
    await photograph(page, '指定医疗机构出具的6个月内健康体检证明', '体检.png')
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(check.getByRole('listitem').filter({ hasText: '健康体检证明' })).toBeHidden()
    await isAccessible(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    await expect(page.getByRole('status').filter({ hasText: '申请已经提交' })).toBeVisible()
    await picture(page, 'phone-handed-in')
  })
  const id = new URL(page.url()).pathname.split('/').pop()
  const number = (await (await page.request.get(`/api/cases/${id}`)).json()).case.number as string

  const clerk = await Person.signsIn(browser, 'window2')
  const window = clerk.page
  await test.step('the window asks, once and for all, for what is missing and what cannot be read', async () => {
    await window.getByRole('link', { name: '综合受理' }).click()
    await window.getByRole('table').getByRole('link', { name }).first().click()
    await expect(window.getByText('缺1项材料：护士执业资格考试成绩合格证明')).toBeVisible()
    await expect(window.getByRole('button', { name: /^受理/ })).toBeDisabled()
    await window.getByRole('button', { name: /一次性告知补正/ }).click()
    await window.getByLabel('身份证明', { exact: true }).fill('照片模糊，请重新拍摄正反两面')
    await window.getByRole('button', { name: '告知补正', exact: true }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    await picture(window, 'supplement-notice')
    await window.keyboard.press('Escape')
  })

  await test.step('his phone shows it without a reload, and he brings it', async () => {
    await expect(page.getByRole('heading', { name: '等您补正材料' })).toBeVisible()
    const asked = page.getByRole('region', { name: '补正' })
    await expect(asked).toContainText('照片模糊，请重新拍摄正反两面')
    await photograph(page, '护士执业资格考试成绩合格证明', '成绩单.png')
    await photograph(page, '身份证明', '身份证正反面.png')
    await page.reload()
    await expect(asked.getByRole('link', { name: '成绩单.png' })).toBeVisible()
    await isAccessible(page)
    await picture(page, 'phone-supplement')
    await page.getByRole('button', { name: '提交补正' }).click()
    await expect(page.getByRole('heading', { name: '已提交，等待受理' })).toBeVisible()
  })

  await test.step('the desk sees it come, and accepts', async () => {
    await window.getByRole('button', { name: /^受理/ }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('heading', { name: '已受理，正在审查' })).toBeVisible()
    await picture(page, 'phone-accepted')
    await page.getByRole('link', { name: '我的办件' }).first().click()
    await expect(page.getByRole('link', { name: new RegExp(item) }).first()).toBeVisible()
    await isAccessible(page)
  })

  await test.step('without signing in, the number and the last four characters tell how far it is; nothing else does', async () => {
    const anybody = await browser.newContext({ baseURL: host(), viewport: phone, hasTouch: true, isMobile: true })
    const other = await anybody.newPage()
    await other.goto('/')
    await other.getByRole('link', { name: '查进度', exact: true }).click()
    await other.getByLabel('办件编号').fill(number)
    await other.getByLabel('证件号码最后4位').fill('0000')
    await other.getByRole('button', { name: '查询' }).click()
    await expect(other.getByRole('alert')).toContainText('核对')
    await isAccessible(other)
    await other.getByLabel('证件号码最后4位').fill(identifier.slice(-4))
    await other.getByRole('button', { name: '查询' }).click()
    await expect(other.getByRole('region', { name: '查询结果' })).toContainText('已受理，正在审查')
    await expect(other.getByText(identifier)).toHaveCount(0)
    await picture(other, 'phone-progress')
    await anybody.close()
  })
  await clerk.leaves()
  await context.close()
})

function material(page: Page, title: string) {
  return page.getByRole('group', { name: title, exact: true })
}

/** Chooses a picture as a phone hands it over, and waits until it is with the bureau. */
async function photograph(page: Page, title: string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await material(page, title).getByRole('button', { name: /拍照或者选择文件|再加一份/ }).click()
  await (await chooser).setFiles({ name: file, mimeType: 'image/png', buffer: pictureOf(file) })
  await expect(material(page, title).getByRole('link', { name: file })).toBeVisible()
}

async function isAsWideAsThePhone(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
}

/** The smallest picture there is, and behind it what makes it another one than the last: the same picture is kept once. */
function pictureOf(file: string): Buffer {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  return Buffer.concat([Buffer.from(dot, 'base64'), Buffer.from(file)])
}
