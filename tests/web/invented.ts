import type { Page } from '@playwright/test'

// What the stories invent: nobody of this name lives, and the numbers are given to nobody. The check characters are right.

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** An organisation that nobody at the bureau has heard of yet. */
export class Organisation {
  private static told = 0
  private readonly serial = Math.floor(Date.now() / 1000) + Organisation.told++
  readonly name: string
  readonly code: string

  constructor(trade: string) {
    this.name = `示例${String(this.serial).slice(-6)}${trade}`
    this.code = withCheck(`91370390MA${inAlphabet(this.serial).slice(-7)}`)
  }

  /** The code with a slip of the finger in its last place. */
  get mistyped(): string {
    const at = alphabet.indexOf(this.code.slice(-1))
    return this.code.slice(0, 17) + alphabet[(at + 1) % alphabet.length]
  }
}

function inAlphabet(number: number): string {
  let text = ''
  for (let rest = number; text.length < 7; rest = Math.floor(rest / 31)) text = alphabet[rest % 31] + text
  return text
}

/** 统一社会信用代码 (GB 32100): the check character at its end. */
function withCheck(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return first17 + alphabet[(31 - (sum % 31)) % 31]
}

/** Takes a scanned paper from the clerk's own disk, by the button that asks for it. */
export async function uploads(page: Page, button: string, name: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await asked).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n% ${name} ${Date.now()}\n`) })
}
