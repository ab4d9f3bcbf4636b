import { TokenFirst } from './token-first.ts'

/** Somebody who stops in the middle of composing sees what the other types after so many milliseconds. */
const patience = 10_000

/**
 * A connection that keeps what the other types until somebody here has composed their word (Japanese, Korean, an accent).
 * A change in the line takes the word that is being composed out of the browser's hands (CodeMirror 6.43),
 * and whoever goes on composing has it there twice.
 */
export class WhileComposing extends TokenFirst {
  private kept: MessageEvent[] = []
  private until: ReturnType<typeof setTimeout> | undefined

  composing(isComposing: boolean): void {
    clearTimeout(this.until)
    this.until = isComposing ? setTimeout(() => this.composing(false), patience) : undefined
    // Not before the editor has read what was composed.
    if (!isComposing) queueMicrotask(() => this.letIn())
  }

  private letIn(): void {
    for (const one of this.kept.splice(0)) super.onMessage(one)
  }

  /** Behind the length of the name and the name stand the type (0: of the document), and what of it (0: a question). */
  override onMessage(event: MessageEvent<ArrayBuffer>): void {
    const [type, what] = new Uint8Array(event.data, 1 + this.configuration.name.length)
    if (this.until && type === 0 && what !== 0) this.kept.push(event)
    else super.onMessage(event)
  }

  /** The server tells it again on the next socket. */
  override onClose(): void {
    this.kept = []
    super.onClose()
  }

  override destroy(): void {
    clearTimeout(this.until)
    this.kept = []
    super.destroy()
  }
}
