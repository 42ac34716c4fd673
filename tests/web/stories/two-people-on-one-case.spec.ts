import { begins, handsIn, materials, writesApplicant, writesForm } from '../filing'
import { expect, host, isAccessible, Person, picture, test } from '../hall'
import { Organisation } from '../invented'

test('two deciders on one case know of each other; what one typed stays, and he decides nothing on what has changed', async ({ browser }) => {
  const one = await Person.at(browser, 'decider', '/hall/')
  const waiting = await (await one.api.get('/api/tasks?role=decider&key=decide&limit=100')).json()
  const id: string = waiting.items.find((t: { light: string }) => t.light === 'normal').id
  await one.page.goto(`/hall/cases/${id}`)
  await expect(one.page.getByRole('button', { name: '延长期限' })).toBeVisible()

  const two = await Person.at(browser, 'decider2', `/hall/cases/${id}`)
  await expect(two.page.getByRole('status').filter({ hasText: '也打开着本件' })).toBeVisible()
  await expect(one.page.getByRole('status').filter({ hasText: '也打开着本件' })).toBeVisible()
  await two.page.getByRole('radio', { name: '不予' }).check()
  await two.page.getByLabel('理由1').fill('申请人没有按要求补齐检测报告')
  await two.page.getByLabel('依据1').fill('《中华人民共和国行政许可法》第三十八条第二款')
  await two.page.getByRole('button', { name: '不予许可' }).click()
  await expect(two.page.getByRole('dialog')).toBeVisible()

  await one.page.getByRole('button', { name: '延长期限' }).click()
  await one.page.getByLabel('延长的理由').fill('检测报告须重新核对')
  await one.page.getByLabel('批准人（机关负责人姓名、职务）').fill('郑某，局长')
  await one.page.getByRole('button', { name: '延长10个工作日' }).click()
  await one.page.getByRole('dialog').getByRole('button', { name: '延长' }).click()
  await expect(one.page.getByRole('button', { name: '延长10个工作日' })).toBeHidden()

  await two.page.getByRole('dialog').getByRole('button', { name: '不予许可' }).click()
  await expect(two.page.getByRole('alert').filter({ hasText: '刚刚被其他人修改' })).toContainText('核对，再重新提交')
  await expect(two.page.getByRole('status').filter({ hasText: /刚刚由.+更新/ })).toContainText('您填写的内容保留')
  await expect(two.page.getByLabel('理由1')).toHaveValue('申请人没有按要求补齐检测报告')
  await isAccessible(two.page)
  await picture(two.page, 'two-people-on-one-case')

  await one.leaves()
  await expect(two.page.getByRole('status').filter({ hasText: '也打开着本件' })).toBeHidden()
  await two.leaves()
})

test('two clerks on one draft: the second to save is told, and chooses whose words count', async ({ browser }) => {
  const holder = new Organisation('理发店')
  const one = await Person.at(browser, 'window1', '/hall/window')
  await begins(one.page)
  await writesApplicant(one.page, holder)
  await expect(one.page.getByText('已自动保存')).toBeVisible()
  await one.page.reload()
  const draft = new URL(one.page.url()).searchParams.get('draft')

  const two = await Person.at(browser, 'window2', `/hall/window/drafts/${draft}`)
  await expect(two.page.getByLabel('名称', { exact: true })).toHaveValue(holder.name)
  await two.page.getByLabel('联系方式').fill('0533-1111111')
  await expect(two.page.getByText('已自动保存')).toBeVisible()

  await one.page.getByLabel('联系方式').fill('0533-2222222')
  const told = one.page.getByRole('alert').filter({ hasText: '这份草稿刚刚在别处保存过' })
  await expect(told).toBeVisible()
  await expect(one.page.getByLabel('联系方式')).toHaveValue('0533-2222222')
  await isAccessible(one.page)
  await picture(one.page, 'two-clerks-on-one-draft')
  await told.getByRole('button', { name: '用别处保存的' }).click()
  await expect(one.page.getByLabel('联系方式')).toHaveValue('0533-1111111')
  await expect(told).toBeHidden()
  await one.leaves()
  await two.leaves()
})

test('the line is cut while a clerk types and while he sends: nothing is lost, and it is filed once', async ({ browser }) => {
  const holder = new Organisation('美发店')
  const clerk = await Person.at(browser, 'window1', '/hall/window')
  const { page } = clerk
  await begins(page)
  await writesApplicant(page, holder)
  await expect(page.getByText('已自动保存')).toBeVisible()

  await page.context().setOffline(true)
  await writesForm(page, holder)
  await expect(page.getByText('连接中断，已留在本机，恢复后自动保存')).toBeVisible()
  await picture(page, 'the-line-is-cut')
  await page.context().setOffline(false)
  await expect(page.getByText('已自动保存')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('锦源区示例三街6号')
  await expect(page.getByLabel('其中持有效健康合格证明')).toHaveValue('5')

  // The host hears it, and its answer is lost on the way back.
  for (const material of materials) await handsIn(page, material)
  await expect(page.getByText('材料齐全，可以受理。')).toBeVisible()
  const keys: (string | undefined)[] = []
  await page.route(`${host()}/api/cases/*/file`, async route => {
    keys.push(route.request().headers()['idempotency-key'])
    const response = await route.fetch()
    if (keys.length === 1) await route.abort('connectionreset')
    else await route.fulfill({ response })
  })
  await page.getByRole('button', { name: '收件并受理' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '与系统的连接中断' })).toContainText('恢复后请再试一次')
  await page.getByRole('button', { name: '收件并受理' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: '打印' })).toBeVisible()
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBeTruthy()
  expect(keys[1]).toBe(keys[0])

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '全部情况' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const filed = new URL(page.url()).pathname.split('/').at(-1)
  const history: { title: string }[] = await (await clerk.api.get(`/api/cases/${filed}/history`)).json()
  expect(history.filter(line => line.title.includes('受理')), history.map(line => line.title).join('、')).toHaveLength(1)
  await clerk.leaves()
})
