/** Longest pause between two attempts, in milliseconds. */
const longest = 5000

/**
 * Loads a part of the client, again and again: a network that is gone for a minute must not break the screen
 * that waits for it.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let pause = 500; ; pause = Math.min(pause * 2, longest)) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
