import { useEffect, useRef } from 'react'
import type { Applicant, HeldMaterial, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { useKept } from '../../forms/kept'
import { type FieldPlan, type FormValues, tidy } from '../../forms/plan'
import { applicantFault } from '../form/ApplicantFields'
import type { FileNames } from '../form/Materials'

/** A draft as it is being written. */
export interface Draft {
  applicant: Applicant
  form: FormValues
  materials: HeldMaterial[]
  renews: string | null
  names: FileNames
  /** The version at the host that this goes on from. */
  base: number
  /** Whether something of it is not at the host yet. */
  unsaved: boolean
}

const idle = 2500
const untilAgain = 8000

/**
 * 草稿: kept in this browser with every key, and at the host whenever the writer pauses. What was written on another device meanwhile is
 * not written over: `other` says that somebody must choose.
 */
export function useDraft(owner: string, shown: ShowCaseAnswer, fields: FieldPlan[]) {
  const [kept, keep, forget] = useKept<Draft | null>(owner, `draft.${shown.id}`, null)
  const ofHost = draftOf(shown)
  const isMine = kept !== null && (kept.base >= shown.version || kept.unsaved)
  const draft = isMine ? kept : ofHost
  const latest = useRef(draft)
  latest.current = draft

  const save = useCommand(
    async (of: Draft, headers) =>
      await answer(
        api.PUT('/api/cases/{id}/draft', {
          params: { path: { id: shown.id } },
          body: {
            applicant: { ...of.applicant, name: of.applicant.name.trim(), contact: of.applicant.contact.trim() },
            form: tidy(fields, of.form),
            materials: of.materials,
            renews: of.renews,
          },
          headers,
        }),
      ),
    { version: draft.base, touches: [['case', shown.id]] },
  )

  /** Brings it to the host; true when it is there. */
  async function saved(): Promise<boolean> {
    const sent = latest.current
    if (!sent.unsaved) return true
    const done = await save.run(sent)
    if (!done) return false
    keep(now => ({ ...(now ?? sent), base: done.version, unsaved: now !== null && now !== sent }))
    return true
  }

  const later = useRef(saved)
  later.current = saved
  const other = kept?.unsaved === true && kept.base < shown.version && !save.running
  const mayBeSaved = draft.unsaved && !save.running && !other && applicantFault(draft.applicant) === undefined
  const isNo = save.refused !== undefined && !save.refused.isSilence
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft begins the pause anew
  useEffect(() => {
    if (!mayBeSaved || isNo) return
    const timer = setTimeout(() => void later.current(), save.refused ? untilAgain : idle)
    return () => clearTimeout(timer)
  }, [mayBeSaved, isNo, save.refused, draft])

  return {
    draft,
    save,
    saved,
    /** Something else stands at the host than what this goes on from. */
    other,
    /** Of what it is at that moment: two uploads may end at once, and neither may undo the other. */
    change: (changes: (now: Draft) => Partial<Draft>) => {
      save.clear()
      keep(kept => {
        const now = kept !== null && (kept.unsaved || isMine) ? kept : ofHost
        return { ...now, ...changes(now), unsaved: true }
      })
    },
    /** Goes on from here, over what is at the host. */
    takeMine: () => {
      save.clear()
      keep(now => ({ ...(now ?? ofHost), base: shown.version, unsaved: true }))
    },
    /** Goes on from what is at the host. */
    takeOther: () => {
      save.clear()
      forget()
      keep(ofHost)
    },
    forget,
  }
}

function draftOf(of: ShowCaseAnswer): Draft {
  const application = of.case.application
  return {
    applicant: application?.applicant ?? { kind: 'person', name: '', identifier: '', contact: '' },
    form: (application?.form ?? {}) as FormValues,
    materials: application?.materials ?? [],
    renews: application?.renews ?? null,
    names: {},
    base: of.version,
    unsaved: false,
  }
}
