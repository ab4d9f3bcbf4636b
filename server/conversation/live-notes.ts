/** What the conversation feature needs of the live documents; `realtime` provides it. */
export type LiveNotes = {
  /** The text of each step as it is typed at this moment, or null when nobody has the document open here. */
  texts(conversationId: string): Record<string, string> | null
  /** Stores what is not stored yet. */
  flush(conversationId: string): Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    liveNotes: LiveNotes
  }
}
