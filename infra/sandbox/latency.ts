/** How long mailboxes take for each request, in milliseconds of real time. */
export type Latency = ReturnType<typeof latency>

export function latency() {
  let usual = 0
  const own = new Map<string, number>()
  const waiting = new Set<() => void>()
  return {
    /**
     * Answers the requests that wait at once; the new latency is for those to come.
     * @param upn of one mailbox; else of all that have none of their own
     */
    set(milliseconds: number, upn?: string): void {
      if (upn) own.set(upn, milliseconds)
      else usual = milliseconds
      for (const go of waiting) go()
    },
    async wait(upn: string): Promise<void> {
      const takes = own.get(upn) ?? usual
      if (takes === 0) return
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(timer)
          waiting.delete(go)
          resolve()
        }
        const timer = setTimeout(go, takes)
        waiting.add(go)
      })
    },
    reset(): void {
      usual = 0
      own.clear()
      for (const go of waiting) go()
    },
  }
}
