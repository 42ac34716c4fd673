// Checked at typing, so that a slip of the finger is seen before anything is sent. The host checks again.

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 公民身份号码 (GB 11643): 17 digits and a check character by ISO 7064 MOD 11-2; the date of birth must be one. */
export function isCitizenNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))]
  const born = new Date(Date.UTC(year, month - 1, day))
  if (born.getUTCFullYear() !== year || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false
  const sum = citizenWeights.reduce((s, w, i) => s + w * Number(text[i]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** 统一社会信用代码 (GB 32100): 17 characters and a check character, weights 3 to the power of the place modulo 31. */
export function isSocialCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false
  let sum = 0
  let weight = 1
  for (const character of text.slice(0, 17)) {
    sum += creditAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17]
}

/** What is wrong with an applicant's number as far as it is typed; undefined where nothing is yet. */
export function identifierFault(kind: 'person' | 'organisation', text: string): string | undefined {
  const length = text.length
  if (length === 0) return undefined
  if (length > 18) return `多了${length - 18}位，应为18位。`
  if (length < 18) return /^[0-9A-Z]*$/.test(text) ? `已输入${length}位，共18位。` : '只能是数字和大写字母。'
  if (kind === 'person')
    return isCitizenNumber(text) ? undefined : '公民身份号码有误（校验位或者出生日期不符），请核对。'
  return isSocialCreditCode(text) ? undefined : '统一社会信用代码有误（校验位不符），请核对。'
}

/** As people type them: without blanks, in capital letters. */
export function tidyIdentifier(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** For the eyes: 370390 1975 0312 001X, and 91 370390 MA3E00099 E. */
export function spacedIdentifier(text: string): string {
  if (text.length !== 18) return text
  return isCitizenNumber(text)
    ? `${text.slice(0, 6)} ${text.slice(6, 14)} ${text.slice(14)}`
    : `${text.slice(0, 2)} ${text.slice(2, 8)} ${text.slice(8, 17)} ${text.slice(17)}`
}
