/**
 * Asks again until there is an answer.
 * @param pause between two times: longer where asking keeps the product from its work
 */
export async function until<T>(ask: () => Promise<T | null>, limit = 15_000, pause = 30): Promise<T> {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error('It did not come to that in time.')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
