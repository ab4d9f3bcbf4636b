/**
 * What identifies an online meeting in its join URL: the thread id when it has one (old form), else the whole
 * URL decoded. The same meeting is encoded differently by Teams, Graph and Outlook.
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
  return /19:meeting_[^@/?]+@thread\.v2/.exec(decoded)?.[0] ?? decoded.replace(/\/+$/, '')
}

export const sameMeeting = (a: string, b: string): boolean => meetingThread(a) === meetingThread(b)
