import type { PutBackReason } from '../contract/live.ts'
import type { ItemKind } from '../contract/live-fields.ts'
import type { Role } from '../contract/pair.ts'

/** The live documents as other features use them; `realtime` provides it. */
export type LiveNotes = {
  /**
   * The text of each step as it is typed at this moment, on whichever server; null when nobody has it open, so that
   * what is stored is what there is.
   */
  texts(conversationId: string): Promise<Record<string, string> | null>
  /** Stores what is not stored yet, and brings follow-ups and commitments to where the others read them. */
  flush(conversationId: string): Promise<void>
  /**
   * Changes a follow-up or a commitment in the document, as if typed there; what is not named stays.
   * @returns why that was not taken; null when it was, and is stored
   * @throws Refused `pair-ended`
   */
  write(
    conversationId: string,
    by: Role,
    item: { kind: ItemKind; id: string; texts: Record<string, string>; choices: Record<string, string> },
  ): Promise<PutBackReason | null>
}

declare module 'fastify' {
  interface FastifyInstance {
    liveNotes: LiveNotes
  }
}
