/** Runs once the browser has nothing better to do. @returns how to call it off */
export function whenIdle(run: () => void): () => void {
  // Safari knows no idle callbacks.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 1000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run)
  return () => cancelIdleCallback(handle)
}
