import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Samples, samplesOf } from '../district'
import { expect, host, isAccessible, Person, picture, test } from '../hall'

const hall = join(import.meta.dirname, '../../../host/web/src/hall')
const approved = join(import.meta.dirname, 'approved/every-page.txt')
const accounts = ['window1', 'reviewer', 'decider', 'sealkeeper', 'admin', 'health-officer']

/** The addresses of all pages, read from where they are declared: a page that is added is walked. */
const addresses = readdirSync(hall, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('pages.tsx'))
  .flatMap(file => [...readFileSync(join(hall, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(m => m[1] ?? ''))
  .sort()

const people = new Map<string, Person>()
/** What each page has asked and not yet been answered. */
const waiting = new WeakMap<Page, number>()
let samples: Samples

test.beforeAll(async ({ browser }) => {
  for (const account of accounts) {
    const person = await Person.at(browser, account, '/hall/')
    await person.page.waitForLoadState('networkidle')
    countWhatIsAsked(person.page)
    people.set(account, person)
  }

  samples = await samplesOf(at('window1').api, at('admin').api)
})

test.afterAll(async () => {
  for (const person of people.values()) await person.leaves()
})

test('what each may see and do on every page is as reviewed', async () => {
  test.setTimeout(600_000)
  const table: string[] = []
  for (const address of addresses) {
    // Everybody at once, each at his own computer.
    const lines = accounts.map(async account => {
      await open(at(account), address)
      return `  ${account.padEnd(15)}${await seen(at(account).page)}`
    })
    table.push(address, ...(await Promise.all(lines)))
  }

  const received = approved.replace('.txt', '.received.txt')
  const now = `${table.join('\n')}\n`
  const before = existsSync(approved) ? readFileSync(approved, 'utf8') : ''
  if (now === before) rmSync(received, { force: true })
  else writeFileSync(received, now)
  expect(now, `look at ${received}, and move it over the approved table if it is right`).toBe(before)
})

test('somebody from outside is shown the way to the public side', async ({ browser }) => {
  const applicant = await Person.at(browser, 'applicant', '/hall/items')
  await expect(applicant.page.getByRole('heading', { name: '这里是工作人员的平台' })).toBeVisible()
  await isAccessible(applicant.page)
  await applicant.page.getByRole('link', { name: '前往政务服务' }).click()
  await expect(applicant.page).toHaveURL(`${host()}/`)
  await applicant.leaves()
})

for (const address of addresses)
  test(`the page ${address} can be used by everybody and fits the screen`, async () => {
    const person = at(whoOpens(address))
    const { page } = person
    await open(person, address)
    await picture(page, `hall${address.replaceAll(/[/:]+/g, '-')}`)
    await isAccessible(page)
    // At 1366 x 768 nothing has to be moved sideways to be read.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })

/** Of those who may open a page, by the reviewed table, the first. */
function whoOpens(address: string): string {
  const lines = readFileSync(approved, 'utf8').split('\n')
  const opens = lines.slice(lines.indexOf(address) + 1, lines.indexOf(address) + 1 + accounts.length).find(l => l.includes('打开'))
  return opens?.trim().split(/\s+/)[0] ?? 'admin'
}

function at(account: string): Person {
  const person = people.get(account)
  if (!person) throw new Error(`${account} is not there.`)
  return person
}

/** Opens a page as a link of the hall would: without loading everything again. */
async function open({ account, page }: Person, address: string): Promise<void> {
  const place = samples[address]
  if (address.includes(':') && place === undefined) throw new Error(`The walk has nothing to show on ${address}.`)
  const path = place === undefined ? address : address.replace(address.includes('/:') ? /\/:[^/]+(\/:[^/]+)?/ : '', `/${place}`)
  await page.evaluate(to => {
    history.pushState({}, '', `/hall${to}`)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)
  const settled = page.waitForFunction(() => {
    const content = document.querySelector('#content')
    return (
      content?.querySelector('h1, .ant-result') &&
      !content.querySelector('[aria-busy=true], .ant-skeleton, .ant-spin-spinning')
    )
  })
  await settled.catch(fault => {
    throw new Error(`${account} waits for ${path}: ${fault}`)
  })
  await isQuiet(page)
}

/** Until nothing has been asked of the host for a moment: a page may ask for its parts one after the other. */
async function isQuiet(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 4; ) {
    await page.waitForTimeout(80)
    quiet = (waiting.get(page) ?? 0) === 0 ? quiet + 1 : 0
  }
}

function countWhatIsAsked(page: Page): void {
  const count = (step: number) => () => waiting.set(page, (waiting.get(page) ?? 0) + step)
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
}

/** What a page lets somebody see and do: the buttons that are the page's own, not those of a row. */
async function seen(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const content = document.querySelector('#content')
    if (!content) return '没有页面'
    if (content.querySelector('.ant-result-403')) return '不办理'
    const refused = [...content.querySelectorAll('[role=alert]')].map(a => (a.textContent ?? '').slice(0, 40)).join('；')
    const names = [...content.querySelectorAll<HTMLElement>('button, a.ant-btn')]
      .filter(b => b.offsetParent !== null && !b.closest('tr, li, [role=row], .ant-pagination, .ant-typography, .filters, .tile'))
      .map(b => (b.getAttribute('aria-label') ?? b.innerText).replaceAll(/\s+/g, '').replaceAll(/\d+/g, '#'))
      // What comes next depends on what else there is to do.
      .filter(name => name !== '' && name !== '继续显示' && !name.startsWith('下一件'))
    const acts = [...new Set(names)].sort()
    return `打开${acts.length ? `：${acts.join('、')}` : ''}${refused ? `〔${refused}〕` : ''}`
  })
}
