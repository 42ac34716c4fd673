import { expect, host, isAccessible, Person, picture, test } from '../hall'

const account = 'window-new'
const own = 'today-is-my-1st-day'

test('somebody new gets an account, sets a password of his own, works, and is locked out at once', async ({ browser }) => {
  test.setTimeout(180_000)
  const admin = await Person.signsIn(browser, 'admin')
  const office = admin.page

  const password = await test.step('the administrator opens the account; the password is shown this once', async () => {
    await office.getByRole('link', { name: '人员', exact: true }).click()
    await office.getByRole('button', { name: '开设账号' }).click()
    const dialog = office.getByRole('dialog', { name: '开设账号' })
    await dialog.getByLabel('姓名').fill('田某')
    await dialog.getByLabel('账号', { exact: true }).fill('window1')
    await dialog.getByLabel('单位', { exact: true }).fill('行政审批服务局')
    await office.getByTitle('锦源区行政审批服务局').last().click()
    await dialog.getByLabel('岗位').fill('综合窗口')
    await dialog.getByRole('checkbox', { name: '窗口人员' }).check()
    await isAccessible(office)
    await dialog.getByRole('button', { name: '开设', exact: true }).click()
    await expect(dialog.getByText('已有人使用，请换一个')).toBeVisible()
    await dialog.getByLabel('账号', { exact: true }).fill(account)
    await dialog.getByRole('button', { name: '开设', exact: true }).click()

    const told = office.getByRole('dialog', { name: `已为田某开设账号 ${account}` })
    const shown = (await told.locator('.mono').innerText()).trim()
    expect(shown.length).toBeGreaterThan(9)
    await isAccessible(office)
    await picture(office, 'one-time-password')
    await told.getByRole('button', { name: '已转告本人或者记下，关闭' }).click()
    await expect(office.getByRole('heading', { level: 1, name: '田某' })).toBeVisible()
    await expect(office.getByText('在用，尚未改一次性密码')).toBeVisible()
    return shown
  })

  const context = await browser.newContext({ baseURL: host() })
  const page = await context.newPage()
  await test.step('his first sign-in asks for a password of his own, and for nothing else', async () => {
    await page.goto('/hall/people')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { name: '设定自己的密码' })).toBeVisible()
    await isAccessible(page)
    await picture(page, 'first-password')
    await page.getByLabel('一次性密码').fill(password)
    await page.getByLabel('新密码', { exact: true }).fill('short')
    await page.getByLabel('再填一次新密码').fill('shorter')
    await page.getByRole('button', { name: '修改密码' }).click()
    await expect(page.getByText('两次填写的新密码不一致')).toBeVisible()
    await page.getByLabel('再填一次新密码').fill('short')
    await page.getByRole('button', { name: '修改密码' }).click()
    await expect(page.getByText('密码至少10位，须含小写字母和数字。')).toBeVisible()
    await page.getByLabel('新密码', { exact: true }).fill(own)
    await page.getByLabel('再填一次新密码').fill(own)
    await page.getByRole('button', { name: '修改密码' }).click()
  })

  await test.step('a page that is not for his post says so', async () => {
    await expect(page.getByText('您的岗位不办理这项工作')).toBeVisible()
    await expect(page.getByRole('link', { name: '人员', exact: true })).toHaveCount(0)
    await picture(page, 'not-for-this-post')
    await page.getByRole('link', { name: '回到工作台' }).click()
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
    await expect(office.getByText('在用', { exact: true })).toBeVisible()
  })

  await test.step('he works: an application is begun at the window', async () => {
    await page.getByRole('link', { name: '综合受理' }).click()
    await page.getByRole('combobox', { name: '查找事项' }).fill('ggcswsxk')
    await page.getByRole('link', { name: '公共场所卫生许可', exact: true }).click()
    await page.getByLabel('公民身份号码或者统一社会信用代码').fill('91370390MA3E001792')
    await page.getByLabel('名称', { exact: true }).fill('锦源示例朝阳驾驶培训有限公司')
    await expect(page.getByText('已自动保存')).toBeVisible()
  })

  await test.step('he is locked: his open page tells him at once', async () => {
    await office.getByRole('button', { name: '停用账号' }).click()
    const dialog = office.getByRole('dialog', { name: '停用田某的账号' })
    await dialog.getByRole('button', { name: '停用' }).click()
    await expect(dialog.getByText('请填写理由')).toBeVisible()
    await dialog.getByLabel('原因').fill('调离本局')
    await dialog.getByRole('button', { name: '停用' }).click()
    await expect(office.getByText('调离本局').first()).toBeVisible()

    await expect(page.getByRole('alert')).toContainText('登录已经失效')
    await isAccessible(page)
    await picture(page, 'locked-out')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码').fill(own)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toContainText('账号已由管理员停用，不能登录')
    await picture(office, 'person-locked')
    await isAccessible(office)
  })

  await context.close()
  await admin.leaves()
})

test('the holidays of a new year are imported, and every running limit that crosses them moves', async ({ browser }) => {
  const admin = await Person.at(browser, 'admin', '/hall/calendar')
  const { page } = admin
  const year = Number(dayFromToday(0).slice(0, 4)) + 1
  // A notice may name days of the year before: this one is so near that limits now running cross it.
  const festival = weekdayAfter(3, dayFromToday(5))
  const madeUp = weekdayAfter(6, `${year}-01-05`)
  await page.getByRole('button', { name: '下一年' }).click()
  await expect(page.getByRole('heading', { name: `${year}年`, exact: true })).toBeVisible()
  await expect(page.getByText(`${year}年放假安排尚未公布`)).toBeVisible()
  await isAccessible(page)

  await page.getByRole('button', { name: '导入放假安排' }).click()
  const dialog = page.getByRole('dialog', { name: '导入放假安排' })
  await dialog.getByLabel('或者粘贴内容').fill('元旦放假三天')
  await expect(dialog.getByText('不是放假安排的 JSON 文件')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '导入并重新推算期限' })).toBeDisabled()
  await dialog.getByLabel('或者粘贴内容').fill(
    JSON.stringify({
      year,
      notices: [{ source: `${year}年部分节假日安排的通知（示例）`, issued: dayFromToday(-1) }],
      holidays: [
        { name: '示例节', from: festival, to: festival },
        { name: '元旦', from: `${year}-01-01`, to: `${year}-01-03` },
      ],
      makeUpDays: [{ date: madeUp, name: '元旦' }],
    }),
  )
  await expect(dialog.getByRole('row').filter({ hasText: '示例节' })).toContainText('工作日')
  await expect(dialog.getByRole('row').filter({ hasText: dayInWords(madeUp) })).toContainText('元旦')
  await isAccessible(page)
  await picture(page, 'calendar-preview')
  await dialog.getByRole('button', { name: '导入并重新推算期限' }).click()
  await expect(page.getByRole('status').filter({ hasText: '放假安排已导入' })).toContainText(/[1-9]\d*件的期限因此变动/)
  await picture(page, 'calendar-imported')
  await page.getByRole('button', { name: `查看${year}年` }).click()
  await expect(page.getByText(`${year}年放假安排尚未公布`)).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: '元旦' })).toContainText(`${dayInWords(madeUp)}（周六）`)

  await page.getByText('推算期限', { exact: true }).click()
  await isAccessible(page)
  await picture(page, 'deadline-tool')
  await admin.leaves()
})

test('the journal is verified while everybody works on; its progress survives a reload', async ({ browser }) => {
  const admin = await Person.at(browser, 'admin', '/hall/system')
  const { page } = admin
  await expect(page.getByRole('heading', { level: 1, name: '系统状态' })).toBeVisible()
  const before = await page.getByRole('row').filter({ hasText: '核验日志' }).count()
  await page.getByRole('button', { name: '核验日志' }).click()
  const asked = page.getByRole('dialog')
  await expect(asked).toContainText('只读取数据，办理不受影响')
  await isAccessible(page)
  await asked.getByRole('button', { name: '核验日志' }).click()
  await page.reload()
  const done = page.getByRole('row').filter({ hasText: '核验日志' })
  await expect(done).toHaveCount(before + 1)
  await expect(done.first()).toContainText('完成')
  await isAccessible(page)
  await picture(page, 'journal-verified')
  await admin.leaves()
})

function dayFromToday(days: number): string {
  return new Date(Date.now() + (8 * 3600 + days * 86_400) * 1000).toISOString().slice(0, 10)
}

/** The first such day of the week (0 is Sunday) from a day on. */
function weekdayAfter(weekday: number, day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  while (at.getUTCDay() !== weekday) at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

/** 1月9日 */
function dayInWords(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
