import type { Meeting } from '../contract/meeting.ts'
import { other, type OneOnOne } from './one-on-one.ts'

export const meetingView = (meeting: OneOnOne, pairId: string | null): Meeting => ({
  iCalUId: meeting.iCalUId,
  subject: meeting.subject,
  start: meeting.start.toISOString(),
  end: meeting.end.toISOString(),
  joinUrl: meeting.joinUrl,
  isRecurring: meeting.isRecurring,
  isOrganiser: meeting.isOrganiser,
  other: other(meeting),
  pairId,
})
