import { expect, host, isAccessible, Person, picture, test } from '../hall'

test('a wrong password is refused where the person looks, and the right one opens the work list', async ({ browser, page }) => {
  await page.goto(`${host()}/hall/`)
  await isAccessible(page)
  await picture(page, 'sign-in')
  await page.getByLabel('账号').fill('window1')
  await page.getByLabel('密码').fill('not-the-password-1')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await expect(page.getByRole('alert')).toContainText('密码不正确')

  const clerk = await Person.signsIn(browser, 'window1')
  await expect(clerk.page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expect(clerk.page.getByRole('row').nth(1)).toBeVisible()
  await isAccessible(clerk.page)
  await picture(clerk.page, 'tasks-window')
  await clerk.page.getByRole('button', { name: /退出/ }).click()
  await expect(clerk.page.getByLabel('账号')).toBeVisible()
})
