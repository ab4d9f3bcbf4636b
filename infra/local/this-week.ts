import { callsOf, type Json } from './calls.ts'
import { playHistory } from './history.ts'

/** This week's conversation: Milan has prepared, and it begins. */
const thisWeek = {
  coach: 'sanne@sandbox.example',
  employee: 'milan@sandbox.example',
  topics: ['Feedback op het nieuwe ontwerp', 'Donderdagochtend lukt nog niet'],
}

/** Last week's conversation, and the beginning of the next, through the API that the panel uses. */
export async function playThisWeek(url: string): Promise<void> {
  await playHistory(url)
  const { call, now, setClock, tokenOf, meetingsOf } = callsOf(url)
  const today = await now()
  const meeting = (await meetingsOf(thisWeek.coach, thisWeek.employee)).find(({ start }) => start > today)
  if (!meeting) return
  const token = await tokenOf(thisWeek.employee)
  const reference = { iCalUId: meeting.iCalUId, start: meeting.start }
  const { conversation } = await call('POST', '/api/conversations', reference, token)
  const preparation = { topics: thisWeek.topics, note: '', shared: true, revision: 0 }
  await call(
    'PUT',
    `/api/conversations/${String((conversation as Json)['id'])}/preparation`,
    preparation,
    token,
  )
  await setClock(meeting.start)
}
