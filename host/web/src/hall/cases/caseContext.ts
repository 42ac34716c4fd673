import type { MeResponse, ShowCaseAnswer, WorkTask } from '../../../generated/api'

/** What a command on a case makes old. */
export function touchesOf(id: string): readonly (readonly unknown[])[] {
  return [['case', id], ['cases'], ['tasks']]
}

/** The tasks that are somebody's own now: of his organisation, in a role of his. */
export function myTasks(me: MeResponse, tasks: readonly WorkTask[]): WorkTask[] {
  return tasks.filter(t => t.organisation.code === me.organisation.code && me.roles.includes(t.role))
}

/** Whether somebody belongs to the organisation that handles the case. */
export function isOfOwner(me: MeResponse, answer: ShowCaseAnswer): boolean {
  return answer.case.under?.owner.code === me.organisation.code
}

/** A document's number as text. */
export function numberOf(notice: { number: unknown }): string {
  return String(notice.number)
}
