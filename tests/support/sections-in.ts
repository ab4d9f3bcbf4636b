import type { changeCalendar } from './calendar.ts'
import { sections } from './conversations.ts'

/** How many sections stand in each of these invites, asked for all at once: each time takes the sandbox a while. */
export function sectionsIn({ graph }: ReturnType<typeof changeCalendar>) {
  return async (user: string, ...meetings: { iCalUId: string }[]): Promise<number[]> => {
    const window = new URLSearchParams({
      startDateTime: '2026-06-01T00:00:00Z',
      endDateTime: '2026-08-01T00:00:00Z',
      $top: '500',
      $select: 'iCalUId,body',
    })
    type Invites = { value: { iCalUId: string; body: { content: string } }[] }
    const { value } = await graph<Invites>(user, 'GET', `/me/calendarView?${window}`)
    return meetings.map(({ iCalUId }) => {
      const invite = value.find((one) => one.iCalUId === iCalUId)
      if (!invite) throw new Error('no such invite')
      return sections(invite.body.content)
    })
  }
}
