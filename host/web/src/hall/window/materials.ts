import type { HeldLicence, HeldMaterial, Material, MaterialForm } from '../../../generated/api'

/** One line of the checklist. */
export interface MaterialLine {
  key: string
  name: string
  requirement: string
  /** Without it the application is incomplete. */
  necessary: boolean
  /** 本局已有: what stands in for it. */
  held: readonly HeldLicence[]
  /** Whether it is a kind of material that the bureau could hold. */
  mayBeHeld: boolean
}

/** How a material stands, before anything else is known of it. */
export type Standing = MaterialForm | 'none'

export function standingOf(key: string, handedIn: readonly HeldMaterial[]): Standing {
  return handedIn.find(h => h.key === key)?.form ?? 'none'
}

/** The files of a material. */
export function filesOf(key: string, handedIn: readonly HeldMaterial[]): string[] {
  return handedIn.flatMap(h => (h.key === key && h.attachment ? [h.attachment] : []))
}

/** A material stands otherwise now; files are given with their names elsewhere. */
export function withStanding(handedIn: readonly HeldMaterial[], key: string, standing: Standing): HeldMaterial[] {
  const others = handedIn.filter(h => h.key !== key)
  // A file is handed in when it is there, not when somebody means to upload one.
  return standing === 'none' || standing === 'file' ? others : [...others, { key, form: standing, attachment: null }]
}

export function withFiles(handedIn: readonly HeldMaterial[], key: string, files: readonly string[]): HeldMaterial[] {
  return [
    ...handedIn.filter(h => h.key !== key),
    ...files.map(attachment => ({ key, form: 'file' as const, attachment })),
  ]
}

/** What lies here already is not asked for again: it is entered by itself where nothing else was. */
export function withHeld(handedIn: readonly HeldMaterial[], lines: readonly MaterialLine[]): HeldMaterial[] {
  const added = lines.filter(l => l.held.length > 0 && standingOf(l.key, handedIn) === 'none')
  return added.length === 0
    ? [...handedIn]
    : [...handedIn, ...added.map(l => ({ key: l.key, form: 'held' as const, attachment: null }))]
}

/** And what is no longer here (another applicant was typed) is no longer entered. */
export function withoutUnheld(handedIn: readonly HeldMaterial[], lines: readonly MaterialLine[]): HeldMaterial[] {
  return handedIn.filter(h => h.form !== 'held' || lines.some(l => l.key === h.key && l.held.length > 0))
}

/** 全部收到纸质: whatever is necessary and not there in another way. */
export function allOnPaper(handedIn: readonly HeldMaterial[], lines: readonly MaterialLine[]): HeldMaterial[] {
  const missing = missingOf(lines, handedIn)
  return [...handedIn, ...missing.map(l => ({ key: l.key, form: 'paper' as const, attachment: null }))]
}

export function missingOf(lines: readonly MaterialLine[], handedIn: readonly HeldMaterial[]): MaterialLine[] {
  return lines.filter(l => l.necessary && standingOf(l.key, handedIn) === 'none')
}

/** The checklist as the item has it, until the host has looked at the form. */
export function linesOf(
  materials: readonly Material[],
  necessary: (key: string) => boolean | undefined,
  held: (key: string) => readonly HeldLicence[],
): MaterialLine[] {
  return materials.map(m => ({
    key: m.key,
    name: m.name,
    requirement: m.requirement ?? '',
    necessary: necessary(m.key) ?? m.required ?? true,
    held: held(m.key),
    mayBeHeld: m.heldAs !== null && m.heldAs !== undefined,
  }))
}
