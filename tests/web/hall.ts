import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, test as base, type Browser, expect, type Page } from '@playwright/test'
import { pictures } from './playwright.config'

export { expect }

const password = 'Demo-2026-oneseal'

/** The address of the host that the stories are played on. */
export function host(): string {
  const address = process.env.ONESEAL_URL
  if (!address) throw new Error('No host runs.')
  return address
}

/** Somebody at his own computer: a browser of his own, signed in by the page as he would. */
export class Person {
  private constructor(
    readonly account: string,
    readonly page: Page,
  ) {}

  static async signsIn(browser: Browser, account: string): Promise<Person> {
    const context = await browser.newContext({ baseURL: host() })
    const page = await context.newPage()
    await page.goto('/hall/')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: /登\s*录/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    return new Person(account, page)
  }

  /** Already signed in, where signing in is not what is told. */
  static async at(browser: Browser, account: string, address: string): Promise<Person> {
    const context = await browser.newContext({ baseURL: host() })
    const answer = await context.request.post('/api/sign-in', { data: { userName: account, password, kind: 'cookie' } })
    expect(answer.ok(), `${account} signs in`).toBe(true)
    const page = await context.newPage()
    await page.goto(address)
    return new Person(account, page)
  }

  /** What the page may read for itself: only to find out which case a story is about, never in place of a click. */
  get api(): APIRequestContext {
    return this.page.request
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}

/** Nothing on the page stands in the way of people who see, hear or move less well (WCAG 2.2 A and AA, as far as a program can tell). */
export async function isAccessible(page: Page): Promise<void> {
  // What still fades in is paler than it will be.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(a => a.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(a => a.finished),
    ),
  )
  // In the frame of a paper nothing runs, not even a checker, which would wait for it.
  const checker = new AxeBuilder({ page }).exclude('iframe[sandbox]')
  const found = await checker.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map(v => `${v.id}: ${v.help}\n  ${v.nodes.map(n => n.target.join(' ')).join('\n  ')}`)).toEqual([])
}

/** Keeps a picture of the page as it stands. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' })
}

/** Whatever a page logs as an error is a fault of the page, but for answers that are refusals. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', fault => faults.push(fault.message))
    await use(page)
    expect(faults).toEqual([])
  },
})
