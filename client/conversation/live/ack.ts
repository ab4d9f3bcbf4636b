/**
 * How much of what was typed here the server has on disk. It is asked by number, and answers with that number once all
 * that came before is there; what it refused it answers for all the same.
 */
export function ack() {
  let typed = 0
  let stored = 0
  let refused = false
  return {
    typed(): void {
      typed += 1
    },
    /** The server did not take something. */
    refused(): void {
      refused = true
    },
    /** All that it may lack is sent again: only an answer to a question from now on counts for that. */
    sentAnew(): void {
      if (refused) typed += 1
      refused = false
    },
    question: (): number => typed,
    answered(count: number): void {
      if (!refused) stored = Math.max(stored, count)
    },
    isRefused: (): boolean => refused,
    isAllStored: (): boolean => stored >= typed,
  }
}
