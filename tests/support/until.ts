/**
 * Asks again until there is an answer: at first soon, then less often, since asking takes the product's own time.
 * @param limit for what never comes; long, because what comes late on a busy machine comes all the same
 * @param pause between the first two times: longer where asking keeps the product from its work
 */
export async function until<T>(ask: () => Promise<T | null>, limit = 60_000, pause = 20): Promise<T> {
  const end = Date.now() + limit
  for (; ; pause = Math.min(pause * 1.5, Math.max(pause, 100))) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error('It did not come to that in time.')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
