/** Longest pause between two attempts, in milliseconds. */
const longest = 5000

/**
 * Does something again and again: a network that is gone for a minute must not break the screen that waits for it.
 * @param isHopeless asked after each failure, with what was thrown, whether to give up
 * @throws what was thrown last, once it is hopeless
 */
export async function retry<T>(
  work: () => Promise<T>,
  isHopeless: (error: unknown) => boolean | Promise<boolean> = () => false,
): Promise<T> {
  for (let pause = 500; ; pause = Math.min(pause * 2, longest)) {
    try {
      return await work()
    } catch (error) {
      if (await isHopeless(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
