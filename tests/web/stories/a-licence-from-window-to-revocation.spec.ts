import type { Browser, Page } from '@playwright/test'
import { handsIn, item, materials, writesApplicant, writesForm } from '../filing'
import { expect, host, isAccessible, Person, picture, test } from '../hall'
import { Organisation, uploads } from '../invented'

// One licence, from the day somebody comes to the window until anybody with a telephone reads that it is no longer good.
// Each step is done by another person at another computer; what one finds is what the one before has left.
test.describe.configure({ mode: 'serial' })

const holder = new Organisation('美容店')
const letter = `锦卫函〔2026〕${holder.code.slice(-6)}号`
let id = ''
let licence = ''
let request = ''

test('the window finds the item by its initials, sees a slip of the finger and what is missing, accepts, and has the receipt to print', async ({
  browser,
}) => {
  const clerk = await Person.at(browser, 'window1', '/hall/window')
  const { page } = clerk
  await page.getByRole('combobox', { name: '查找事项' }).fill('ggcswsxk')
  await expect(page.getByRole('link', { name: item })).toBeVisible()
  await picture(page, 'window-finds-the-item')
  await page.getByRole('combobox', { name: '查找事项' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: item })).toBeVisible()

  const number = page.getByLabel('公民身份号码或者统一社会信用代码')
  await number.fill(holder.mistyped)
  await expect(page.getByText('统一社会信用代码有误（校验位不符），请核对。')).toBeVisible()
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await isAccessible(page)
  await writesApplicant(page, holder)
  await expect(page.getByText('统一社会信用代码有误')).toBeHidden()
  await writesForm(page, holder)
  for (const material of materials.slice(0, 4)) await handsIn(page, material)
  await expect(page.getByText('还缺1项')).toBeVisible()
  await page.getByRole('button', { name: '收件并受理' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '必要材料还没有齐' })).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: '公共场所卫生管理制度' }).getByRole('radio', { checked: true })).toBeFocused()
  await picture(page, 'window-a-material-is-missing')

  await handsIn(page, '公共场所卫生管理制度')
  await expect(page.getByText('材料齐全，可以受理。')).toBeVisible()
  await picture(page, 'window-ready-to-accept')
  await page.getByRole('button', { name: '收件并受理' }).click()

  const paper = page.getByRole('dialog')
  await expect(paper.getByRole('button', { name: '打印' })).toBeVisible()
  await expect(paper.frameLocator('iframe').getByText('受理').first()).toBeVisible()
  await expect(paper.frameLocator('iframe').getByText(holder.name).first()).toBeVisible()
  await isAccessible(page)
  await picture(page, 'window-acceptance-notice')
  id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await clerk.leaves()
})

test("the department's officer writes the opinion on the site, and not without the number of its paper", async ({ browser }) => {
  const officer = await Person.at(browser, 'health-officer', `/hall/cases/${id}`)
  const { page } = officer
  await expect(page.getByRole('list', { name: '办理步骤' })).toContainText('从业人员健康合格证明齐全')
  await page.getByRole('radio', { name: '通过' }).check()
  await page.getByLabel('意见', { exact: true }).fill('两名审核人员到场，消毒、通风和公共用品存放符合要求。')
  await page.getByRole('button', { name: '提交意见' }).click()
  await expect(page.getByRole('alert').first()).toContainText('文号')
  await page.getByLabel('意见文号').fill(`锦卫审意〔2026〕${holder.code.slice(-6)}号`)
  await uploads(page, '上传附件', '现场审核意见.pdf')
  await expect(page.getByRole('link', { name: '现场审核意见.pdf' })).toBeVisible()
  await picture(page, 'officer-writes-the-opinion')
  await page.getByRole('button', { name: '提交意见' }).click()
  await expect(page.getByRole('button', { name: '提交意见' })).toBeHidden()
  await expect(page.getByRole('list', { name: '办理步骤' })).toContainText(`锦卫审意〔2026〕${holder.code.slice(-6)}号`)
  await officer.leaves()
})

test('the reviewer finds the case in the work list and completes the review', async ({ browser }) => {
  const reviewer = await Person.at(browser, 'reviewer', '/hall/')
  const { page } = reviewer
  await opensTask(page, '审查')
  await expect(page.getByRole('heading', { level: 1, name: item })).toBeVisible()
  await page.getByRole('radio', { name: '通过' }).check()
  await page.getByLabel('意见', { exact: true }).fill('材料齐全，现场符合卫生要求，建议准予。')
  await isAccessible(page)
  await picture(page, 'reviewer-reviews')
  await page.getByRole('button', { name: '提交意见' }).click()
  await expect(page.getByRole('complementary', { name: '办理' })).toContainText('决定')
  await expect(page.getByRole('button', { name: '提交意见' })).toBeHidden()
  await reviewer.leaves()
})

test('the decider may not deny without a reason; he looks at the paper first, and grants', async ({ browser }) => {
  const decider = await Person.at(browser, 'decider', '/hall/')
  const { page } = decider
  await opensTask(page, '决定')
  await page.getByRole('radio', { name: '不予' }).check()
  await page.getByRole('button', { name: '不予许可' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不予许可' }).click()
  await expect(page.getByRole('alert').first()).toContainText('理由')
  await picture(page, 'decider-refused-without-a-reason')

  await page.getByRole('radio', { name: '准予' }).check()
  await page.getByRole('button', { name: '预览文书' }).click()
  const preview = page.getByRole('dialog', { name: /预览/ })
  await expect(preview.frameLocator('iframe').getByText(/准予行政许可/).first()).toBeVisible()
  await isAccessible(page)
  await picture(page, 'decider-previews')
  await preview.getByRole('button', { name: /关闭|close/i }).click()
  await page.getByRole('button', { name: '作出决定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '准予' }).click()
  await expect(page.getByRole('button', { name: '作出决定' })).toBeHidden()
  await expect(page.getByText(/准予/).first()).toBeVisible()
  await decider.leaves()
})

test('the seal keeper seals one paper after the other; a paper on a second screen left open cannot be sealed again', async ({ browser }) => {
  const keeper = await Person.at(browser, 'sealkeeper', `/hall/cases/${id}`)
  const { page } = keeper
  await expect(page.getByRole('heading', { name: '待用印：受理通知书' })).toBeVisible()
  const second = await Person.at(browser, 'sealkeeper', `/hall/cases/${id}`)
  const other = second.page
  await other.getByRole('button', { name: '用印', exact: true }).click()
  await expect(other.getByRole('dialog')).toContainText('将在《受理通知书》上加盖')

  await sealsShown(page)
  await expect(page.getByRole('heading', { name: '待用印：准予行政许可决定书' })).toBeVisible()
  await picture(page, 'keeper-reads-before-sealing')
  await other.getByRole('dialog').getByRole('button', { name: '用印' }).click()
  await expect(other.getByRole('alert').first()).toContainText(/刚刚被其他人修改|已经用印/)
  await expect(other.getByRole('heading', { name: '待用印：准予行政许可决定书' })).toBeVisible()
  await picture(other, 'keeper-cannot-seal-twice')
  await second.leaves()

  await sealsShown(page)
  await expect(page.getByRole('heading', { name: /待用印/ })).toBeHidden()
  await expect(page.getByRole('button', { name: '用印', exact: true })).toBeHidden()
  await keeper.leaves()
})

test('the window issues, hands out and archives; the officer, who has his inbox open, sees it come and claims it', async ({ browser }) => {
  const officer = await Person.at(browser, 'health-officer', '/hall/pushes')
  const inbox = officer.page
  const row = inbox.getByRole('row').filter({ hasText: holder.name }).filter({ hasText: '已颁发证照' })
  await expect(inbox.getByRole('status').filter({ hasText: '实时' })).toBeVisible()
  await expect(row).toBeHidden()

  const clerk = await Person.at(browser, 'window1', '/hall/results')
  const { page } = clerk
  await page.getByRole('link', { name: holder.name }).click()
  await page.getByRole('button', { name: /^颁发/ }).click()
  await expect(page.getByLabel('签收人')).toBeVisible()

  await expect(row).toBeVisible()
  await picture(inbox, 'officer-inbox-live')
  await row.getByRole('button', { name: /认领/ }).click()
  const claim = inbox.getByRole('dialog')
  await claim.getByLabel('认领科室').fill('公共卫生监督科')
  await isAccessible(inbox)
  await picture(inbox, 'officer-claims')
  await claim.getByRole('button', { name: '认领' }).click()
  await expect(claim).toBeHidden()
  await expect(row).toBeHidden()
  await officer.leaves()

  await page.getByLabel('签收人').fill('钱某')
  await page.getByRole('button', { name: /^送达/ }).click()
  await expect(page.getByRole('heading', { name: '归档', exact: true })).toBeVisible()
  await expect(page.getByRole('table').getByRole('row').nth(8)).toBeVisible()
  await page.getByRole('button', { name: /^归档/ }).click()
  await expect(page.getByRole('note').filter({ hasText: '已由锦源区行政审批服务局归档' })).toBeVisible()
  await picture(page, 'window-archived')
  const answered = await (await clerk.api.get(`/api/cases/${id}`)).json()
  licence = answered.case.licence
  expect(licence).toMatch(/^1\.2\.156\./)
  await clerk.leaves()
})

test('on a telephone everybody reads that the licence is good', async ({ browser }) => {
  await verifies(browser, '有效', 'telephone-valid')
})

test('the officer reports an inspection that found a fault', async ({ browser }) => {
  const officer = await Person.at(browser, 'health-officer', '/hall/pushes?view=claimed')
  const { page } = officer
  await page.getByRole('row').filter({ hasText: holder.name }).filter({ hasText: '已颁发证照' }).getByRole('link').first().click()
  await page.getByRole('link', { name: '反馈监管情况' }).click()
  await expect(page.getByText(holder.name).first()).toBeVisible()
  await page.getByText('监督检查', { exact: true }).click()
  await page.getByLabel('检查日期').click()
  await page.getByText('今天', { exact: true }).click()
  await page.getByRole('radio', { name: '不合格' }).check()
  await page.getByLabel('检查情况').fill('现场检查时出示的卫生检测报告，与检测机构存档不一致，涉嫌伪造。')
  for (const name of ['孙某', '李某']) {
    await page.getByLabel('检查人员').fill(name)
    await page.getByLabel('检查人员').press('Enter')
  }
  await uploads(page, '上传附件', '现场检查笔录.pdf')
  await expect(page.getByRole('link', { name: '现场检查笔录.pdf' })).toBeVisible()
  await isAccessible(page)
  await picture(page, 'officer-reports-an-inspection')
  await page.getByRole('button', { name: '提交反馈' }).click()
  await expect(page.getByRole('heading', { name: '监管反馈：监督检查' })).toBeVisible()
  await expect(page.getByText('涉嫌伪造')).toBeVisible()
  await officer.leaves()
})

test('the officer asks by letter for the revocation; without evidence he is refused where he looks', async ({ browser }) => {
  const officer = await Person.at(browser, 'health-officer', `/hall/requests/new?licence=${licence}`)
  const { page } = officer
  await page.getByRole('group', { name: '请求' }).getByText('撤销', { exact: true }).click()
  await page.getByRole('radio', { name: '以欺骗、贿赂等不正当手段取得许可' }).check()
  await page.getByLabel('来函文号').fill(letter)
  await page.getByLabel('事实和理由').fill('申请时提交的卫生检测报告系伪造，检测机构书面证明未出具该报告。')
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('alert').first()).toContainText('证据')
  await uploads(page, '上传证据', '检测机构书面证明.pdf')
  await expect(page.getByRole('link', { name: '检测机构书面证明.pdf' })).toBeVisible()
  await isAccessible(page)
  await picture(page, 'officer-asks-for-revocation')
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('heading', { name: '监管申请：撤销公共场所卫生许可证' })).toBeVisible()
  request = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await officer.leaves()
})

test('the bureau verifies, tells the holder, and takes down that he waives a hearing', async ({ browser }) => {
  const reviewer = await Person.at(browser, 'reviewer', '/hall/')
  const { page } = reviewer
  await opensTask(page, '核实部门请求')
  await expect(page.getByText(letter).first()).toBeVisible()
  await page.getByRole('button', { name: '核实', exact: true }).click()
  const verify = page.getByRole('dialog')
  await verify.getByRole('radio', { name: '情况属实' }).check()
  await verify.getByLabel('核实的情况').fill('经向检测机构核对，该报告系伪造，情况属实。')
  await verify.getByRole('button', { name: '提交核实结论' }).click()
  await expect(verify).toBeHidden()

  await page.getByRole('button', { name: '告知持证人' }).click()
  await isAccessible(page)
  await picture(page, 'reviewer-tells-the-holder')
  await page.getByRole('dialog').getByRole('button', { name: '告知' }).click()
  await expect(page.getByText('可以申请听证至')).toBeVisible()

  await page.getByRole('button', { name: '听取持证人意见' }).click()
  const hear = page.getByRole('dialog')
  await hear.getByRole('radio', { name: '放弃陈述、申辩和听证' }).check()
  await hear.getByRole('button', { name: '记录' }).click()
  await expect(hear.getByRole('alert').first()).toContainText('材料')
  await uploads(page, '上传书面材料', '放弃听证声明.pdf')
  await expect(hear.getByRole('link', { name: '放弃听证声明.pdf' })).toBeVisible()
  await picture(page, 'reviewer-hears-the-holder')
  await hear.getByRole('button', { name: '记录' }).click()
  await expect(hear).toBeHidden()
  await expect(page.getByText('表示放弃陈述、申辩和听证')).toBeVisible()
  await reviewer.leaves()
})

test('who granted the licence may not take it away; another decides, and weighs the public interest', async ({ browser }) => {
  const first = await Person.at(browser, 'decider', `/hall/requests/${request}`)
  const refused = await decides(first.page)
  await expect(refused.getByRole('alert').filter({ hasText: /由您|由其他/ })).toBeVisible()
  await picture(first.page, 'first-decider-refused')
  await first.leaves()

  const second = await Person.at(browser, 'decider2', '/hall/')
  const { page } = second
  await opensTask(page, '决定')
  await expect(page).toHaveURL(new RegExp(request))
  const dialog = await decides(page)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: '决定' })).toContainText('采纳')
  await picture(page, 'second-decider-revokes')
  await second.leaves()
})

test('the seal keeper seals what was written', async ({ browser }) => {
  const keeper = await Person.at(browser, 'sealkeeper', `/hall/requests/${request}`)
  const { page } = keeper
  const seal = page.getByRole('button', { name: '用印', exact: true })
  const waiting = page.getByRole('listitem').filter({ hasText: '待用印' })
  await expect(seal).toBeVisible()
  for (let left = await waiting.count(); left > 0; left--) {
    await sealsShown(page)
    await expect(waiting).toHaveCount(left - 1)
  }
  await expect(seal).toBeHidden()
  await keeper.leaves()
})

test('on a telephone everybody reads that the licence was revoked, and the published decision says so too', async ({ browser }) => {
  await verifies(browser, '已撤销', 'telephone-revoked')

  const context = await browser.newContext({ baseURL: host() })
  const page = await context.newPage()
  await page.goto('/decisions')
  await page.getByRole('searchbox', { name: '查找决定' }).fill(holder.name)
  await page.getByRole('button', { name: '查找' }).click()
  const decision = page.getByRole('listitem').filter({ hasText: holder.name })
  await expect(decision).toContainText('现在：已撤销')
  await isAccessible(page)
  await picture(page, 'public-decisions')
  await context.close()
})

/** Opens, from the work list, what is to be done for the holder. */
async function opensTask(page: Page, title: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: holder.name }).filter({ hasText: title })
  const more = page.getByRole('button', { name: '继续显示' })
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  while (!(await row.isVisible()) && (await more.isVisible())) {
    const shown = await page.getByRole('row').count()
    await more.click()
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(shown)
  }
  await row.getByRole('link').first().click()
}

/** Puts the seal on the paper that is shown. */
async function sealsShown(page: Page): Promise<void> {
  await page.getByRole('button', { name: '用印', exact: true }).click()
  const asked = page.getByRole('dialog')
  await isAccessible(page)
  await asked.getByRole('button', { name: '用印' }).click()
  await expect(asked).toBeHidden()
}

/** Fills in the decision on the request, and sends it. */
async function decides(page: Page) {
  await page.getByRole('button', { name: '作出决定' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '采纳，撤销证照' }).check()
  await dialog.getByLabel('理由1', { exact: true }).fill('以伪造的检测报告取得许可')
  await dialog.getByRole('radio', { name: '撤销不致造成重大损害' }).check()
  await dialog.getByLabel('对公共利益影响的说明').fill('同类场所众多，不影响公众生活。')
  await isAccessible(page)
  await dialog.getByRole('button', { name: '作出决定' }).click()
  return dialog
}

/** Somebody in the street, with his telephone. */
async function verifies(browser: Browser, says: string, shown: string): Promise<void> {
  const context = await browser.newContext({ baseURL: host(), viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.goto('/verify')
  await page.getByLabel('编号').fill(licence)
  await page.getByRole('button', { name: '核验' }).click()
  const result = page.getByRole('region', { name: '核验结果' })
  await expect(result).toContainText(says)
  await expect(result).not.toContainText(holder.code)
  await isAccessible(page)
  await picture(page, shown)
  await context.close()
}
