/** One thing wrong with one field, as the host says it. */
export interface Fault {
  field: string
  label: string
  text: string
}

/** A clear no of the host (problem details with a stable code and a Chinese text), or no answer at all. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  readonly details: Record<string, unknown>

  constructor(status: number, problem: Record<string, unknown>) {
    super(typeof problem.detail === 'string' ? problem.detail : '系统没有给出说明，请稍后再试或者联系管理员。')
    this.status = status
    this.code = typeof problem.code === 'string' ? problem.code : 'unknown'
    this.field = typeof problem.field === 'string' ? problem.field : undefined
    this.details = problem
  }

  /** Somebody else was quicker: what is on the screen is no longer so. */
  get isStale(): boolean {
    return this.code === 'version-conflict'
  }

  /** Nobody is signed in any more. */
  get isSignedOut(): boolean {
    return this.status === 401 && this.code !== 'sign-in-failed'
  }

  /** Nothing was heard: the same command may be sent again under its key. */
  get isSilence(): boolean {
    return this.status === 0
  }

  get faults(): Fault[] {
    return Array.isArray(this.details.faults) ? (this.details.faults as Fault[]) : []
  }

  /** What to tell an administrator. */
  get trace(): string | undefined {
    return typeof this.details.traceId === 'string' ? this.details.traceId : undefined
  }

  static async of(response: Response): Promise<Refused> {
    try {
      return new Refused(response.status, await response.json())
    } catch {
      return new Refused(response.status, {})
    }
  }

  static ofSilence(): Refused {
    return new Refused(0, { code: 'no-answer', detail: '与系统的连接中断，已填写的内容没有丢失。恢复后请再试一次。' })
  }

  /** Whatever was thrown, as something that can be shown. */
  static from(thrown: unknown): Refused {
    if (thrown instanceof Refused) return thrown
    return new Refused(-1, { code: 'interface-fault', detail: '页面出现错误，请刷新后再试。' })
  }
}
