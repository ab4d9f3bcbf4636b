/**
 * The longest turn of this thread's event loop while something goes on, in milliseconds of the processor: what others on
 * the machine take does not count.
 */
export async function longestTurn(during: () => Promise<void>): Promise<number> {
  let longest = 0
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let before = spent()
  let running = true
  function look(): void {
    const now = spent()
    longest = Math.max(longest, now - before)
    before = now
    if (running) setImmediate(look)
  }
  setImmediate(look)
  try {
    await during()
  } finally {
    running = false
  }
  return longest
}
