import { Refused } from '../../api/refused'

/** What the host has of a draft. */
export interface Saved {
  id: string
  version: number
}

export type SaveState =
  /** Nothing typed that the host does not have. */
  | { is: 'saved'; at: number | undefined }
  /** Typed, and about to be sent or on its way. */
  | { is: 'waiting' }
  /** No answer; it is tried again, and kept in this browser meanwhile. */
  | { is: 'silent' }
  /** Another tab or person has saved meanwhile. */
  | { is: 'stale' }
  | { is: 'refused'; refused: Refused }

/**
 * Sends what is typed a moment after the typing pauses, one sending at a time, the newest content always; after silence the same content
 * under the same key, so that a draft is not made twice.
 */
export class Autosave<T> {
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending: Promise<void> | undefined
  private wanted: T | undefined
  private unanswered: { content: T; key: string } | undefined
  private stopped = false
  private wasRefused = false

  /**
   * @param saved What the host has; undefined while there is no draft.
   * @param send Creates the draft, or changes it as of the version.
   * @param tell Of every change of the state, and of what the host has.
   */
  constructor(
    private saved: Saved | undefined,
    private readonly send: (content: T, saved: Saved | undefined, key: string) => Promise<Saved>,
    private readonly tell: (state: SaveState, saved: Saved | undefined) => void,
    private readonly pause = 900,
    private readonly retryAfter = 4000,
  ) {}

  /** Typed: to be sent when the typing pauses. */
  change(content: T): void {
    if (this.stopped) return
    this.wanted = content
    this.wasRefused = false
    this.tell({ is: 'waiting' }, this.saved)
    this.plan(this.pause)
  }

  /** Sends at once what has not been sent. True if the host has everything then. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    // What changes while one sending is under way goes with the next.
    while (!this.stopped && this.isOwed) {
      this.sending ??= this.sendOne()
      await this.sending
      if (this.unanswered !== undefined) return false
    }
    return !this.stopped && !this.wasRefused && this.wanted === undefined
  }

  /** The host's version is taken as known, so that the next sending overwrites what another saved. */
  adopt(saved: Saved): void {
    this.saved = saved
    this.stopped = false
  }

  stop(): void {
    clearTimeout(this.timer)
    this.stopped = true
  }

  private get isOwed(): boolean {
    return this.sending !== undefined || this.wanted !== undefined || this.unanswered !== undefined
  }

  private plan(after: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), after)
  }

  private async sendOne(): Promise<void> {
    const attempt = this.unanswered ?? { content: this.wanted as T, key: crypto.randomUUID() }
    if (this.unanswered === undefined) this.wanted = undefined
    try {
      this.saved = await this.send(attempt.content, this.saved, attempt.key)
      this.unanswered = undefined
      this.tell(this.wanted === undefined ? { is: 'saved', at: Date.now() } : { is: 'waiting' }, this.saved)
    } catch (thrown) {
      this.failed(attempt, Refused.from(thrown))
    } finally {
      this.sending = undefined
    }
  }

  private failed(attempt: { content: T; key: string }, refused: Refused) {
    if (refused.isSilence) {
      this.unanswered = attempt
      this.tell({ is: 'silent' }, this.saved)
      this.plan(this.retryAfter)
      return
    }
    this.unanswered = undefined
    // Sending it again would be refused again: it waits for another word of the person.
    this.stopped = refused.isStale
    this.wasRefused = !refused.isStale
    this.wanted = refused.isStale ? (this.wanted ?? attempt.content) : undefined
    this.tell(refused.isStale ? { is: 'stale' } : { is: 'refused', refused }, this.saved)
  }
}
