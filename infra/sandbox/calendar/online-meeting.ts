import { createHash } from 'node:crypto'
import type { Online, Person } from '../model.ts'

/** Mints a Teams meeting: chat, join link, meeting id. The same seed gives the same one. */
export function onlineMeeting(seed: string, organiser: Person): Online {
  const bytes = createHash('sha256').update(`${organiser.tenantId} ${seed}`).digest()
  const chatId = `19:meeting_${bytes.toString('base64').replace(/[+/=]/g, 'x')}@thread.v2`
  const context = `{"Tid":"${organiser.tenantId}","Oid":"${organiser.oid}"}`
  // Teams writes its percent encoding in lower case; comparisons have to decode first.
  const encoded = (text: string) => encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase())
  const digits = [...bytes].map((byte) => byte % 10).join('')
  const number = digits.slice(0, 11)
  const passcode = bytes.toString('base64url').replace(/[-_]/g, '').slice(0, 8)
  return {
    chatId,
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encoded(chatId)}/0?context=${encoded(context)}`,
    meetingId: `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 9)} ${digits.slice(9, 11)}`,
    shortUrl: `https://teams.microsoft.com/meet/${number}?p=${passcode}`,
    passcode,
  }
}
