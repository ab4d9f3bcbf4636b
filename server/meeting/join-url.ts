/**
 * The part of a join URL that identifies an online meeting: the thread id when it has one (old form), else the whole URL
 * decoded. Teams, Graph and Outlook encode the same meeting differently.
 */
export function meetingThread(joinUrl: string): string {
  let decoded = joinUrl
  for (let round = 0; round < 3; round += 1) {
    try {
      const next = decodeURIComponent(decoded)
      if (next === decoded) break
      decoded = next
    } catch {
      break
    }
  }
  return /19:meeting_[^@/?]{1,200}@thread\.v2/.exec(decoded)?.[0] ?? withoutSlashes(decoded)
}

/** Without the slashes at its end; a pattern would look for that end from each slash of a long row. */
function withoutSlashes(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end -= 1
  return url.slice(0, end)
}

export const sameMeeting = (a: string, b: string): boolean => meetingThread(a) === meetingThread(b)
