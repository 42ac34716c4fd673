import type { Material, MissingMaterial, NoticeReason } from '../../../generated/api'

export interface Reason {
  text: string
  article: string
}

export const noReason: Reason = { text: '', article: '' }

/** As they are sent: without what was left empty. */
export function reasonsOf(typed: readonly Reason[]): NoticeReason[] {
  return typed
    .filter(r => r.text.trim() !== '')
    .map(r => ({
      text: r.text.trim().replace(/[。；;]$/, ''),
      article: r.article.trim() === '' ? null : r.article.trim(),
    }))
}

/** What a clerk finds wanting although it is there, or wants besides. */
export interface Asked {
  /** By the key of a material: what is wrong with it. */
  wrong: Record<string, string>
  others: MissingMaterial[]
}

export const nothingAsked: Asked = { wrong: {}, others: [] }

/** What is asked for beside what is missing anyway, which the host lists itself. */
export function alsoMissing(asked: Asked, materials: readonly Material[]): MissingMaterial[] {
  const wrong = materials
    .filter(m => (asked.wrong[m.key] ?? '').trim() !== '')
    .map(m => ({ name: m.name, requirement: (asked.wrong[m.key] ?? '').trim() }))
  const others = asked.others
    .filter(o => o.name.trim() !== '' || o.requirement.trim() !== '')
    .map(o => ({ name: o.name.trim(), requirement: o.requirement.trim() }))
  return [...wrong, ...others]
}
