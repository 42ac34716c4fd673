import type { Locator, Page } from '@playwright/test'
import { item } from '../filing'
import { expect, isAccessible, Person, picture, test } from '../hall'
import { Organisation } from '../invented'

test('a simple case is filed and accepted by keyboard alone, in fewer keys than a minute has', async ({ browser }) => {
  const holder = new Organisation('理发店')
  const clerk = await Person.at(browser, 'window1', '/hall/window')
  const { page } = clerk
  const keys = new Keyboard(page)
  const begun = Date.now()

  await expect(page.getByRole('combobox', { name: '查找事项' })).toBeFocused()
  await keys.types('ggcswsxk')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: item })).toBeVisible()
  await expect(page.getByLabel('公民身份号码或者统一社会信用代码')).toBeFocused()
  await keys.types(holder.code)
  await keys.goesTo(page.getByLabel('名称', { exact: true }))
  await keys.types(holder.name)
  await keys.goesTo(page.getByLabel('场所名称'))
  await keys.types(holder.name)
  await keys.goesTo(page.getByLabel('场所类别'))
  await keys.types('美容')
  await expect(page.getByTitle('美容美发场所')).toBeVisible()
  await keys.press('Enter')
  await keys.goesTo(page.getByRole('textbox', { name: '地址' }))
  await keys.types('示例三街6号')
  await keys.goesTo(page.getByLabel('营业面积'))
  await keys.types('92.5')
  await keys.goesTo(page.getByRole('radiogroup', { name: '使用集中空调通风系统' }).getByRole('radio').first())
  await keys.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '否' })).toBeChecked()
  await keys.goesTo(page.getByLabel('直接为顾客服务的人员'))
  await keys.types('5')
  await keys.goesTo(page.getByLabel('其中持有效健康合格证明'))
  await keys.types('5')
  await keys.press('Alt+p')
  await expect(page.getByText('材料齐全，可以受理。')).toBeVisible()
  await picture(page, 'filed-by-keyboard')
  await keys.press('Control+Enter')
  const paper = page.getByRole('dialog')
  await expect(paper.getByRole('button', { name: '打印' })).toBeVisible()
  const took = (Date.now() - begun) / 1000

  // The dialog has the focus, and gives it back.
  await keys.goesTo(paper.getByRole('button', { name: '打印' }))
  await keys.press('Escape')
  await expect(paper).toBeHidden()
  await isAccessible(page)
  await keys.press('Alt+n')
  await expect(page.getByRole('combobox', { name: '查找事项' })).toBeFocused()

  // A clerk presses some four keys a second.
  const measured = `${keys.pressed} keys, some ${Math.round(keys.pressed / 4)} seconds of a clerk; the machine took ${took.toFixed(1)} seconds`
  console.log(measured)
  test.info().annotations.push({ type: 'measured', description: measured })
  expect(keys.pressed).toBeLessThan(240)
  await clerk.leaves()
})

/** Somebody's ten fingers, counted. A Chinese character is counted as the three keys it takes to write it. */
class Keyboard {
  pressed = 0

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.pressed++
    await this.page.keyboard.press(key)
  }

  async types(text: string): Promise<void> {
    for (const character of text) this.pressed += /[ -~]/.test(character) ? 1 : 3
    await this.page.keyboard.type(text)
  }

  /** Tab, as often as it takes; what is further away than a few is not reached by anybody. */
  async goesTo(control: Locator): Promise<void> {
    for (let times = 0; times < 6; times++) {
      await this.press('Tab')
      if (await control.evaluate(element => element === document.activeElement)) return
    }
    await expect(control, 'is a few Tabs away').toBeFocused({ timeout: 1 })
  }
}
