/** What other features need of the live documents; `realtime` provides it. */
export type LiveNotes = {
  /**
   * The text of each step as it is typed at this moment, on whichever server; null when nobody has it open, so that
   * what is stored is what there is.
   */
  texts(conversationId: string): Promise<Record<string, string> | null>
  /** Stores what is not stored yet. */
  flush(conversationId: string): Promise<void>
  /**
   * Asks again, on every server, what each person who has it open may do: who may not any more is out at once, who
   * may only read can no longer type. Needed after a change of rights that no `pair-changed` announces.
   */
  recheck(conversationId: string): void
}

declare module 'fastify' {
  interface FastifyInstance {
    liveNotes: LiveNotes
  }
}
