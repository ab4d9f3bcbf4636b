import { HocuspocusProvider } from '@hocuspocus/provider'
import { callsOf, type Json } from './calls.ts'

/** Last week's conversation of Sanne and Milan, in their own words. */
const lastWeek = {
  coach: 'sanne@sandbox.example',
  employee: 'milan@sandbox.example',
  minutesAfterStart: 25,
  notes: {
    focus: 'Rust in de week: te veel losse verzoeken.',
    goal: 'Twee dagdelen per week waarin ik ongestoord ontwerp.',
    reality: 'Nu is het er nul. Verzoeken komen via chat en ik zeg overal ja op.',
    options: 'Blokken in de agenda. Eén vast moment voor verzoeken. Vaker doorverwijzen.',
    will: 'Ik begin met blokken, en vertel het team waarom.',
  },
  commitment: {
    owner: 'employee',
    what: 'Twee dagdelen per week blokkeren om te ontwerpen',
    firstStep: 'Vanmiddag dinsdag- en donderdagochtend in de agenda zetten',
    due: '2026-06-05',
    criterion: 'Beide blokken zijn twee weken lang niet verschoven',
    ifThen: 'Als iemand toch in een blok plant, dan bied ik een ander moment aan',
  },
}

/** Gives the tenant a past through the API and the WebSocket that the panel uses, so that every rule applies. */
export async function playHistory(url: string): Promise<void> {
  const { call, now, setClock, tokenOf, meetingsOf } = callsOf(url)
  const today = await now()
  const meeting = (await meetingsOf(lastWeek.coach, lastWeek.employee)).findLast(({ start }) => start < today)
  if (!meeting) return
  const reference = { iCalUId: meeting.iCalUId, start: meeting.start }
  try {
    await setClock(new Date(Date.parse(meeting.start) + lastWeek.minutesAfterStart * 60_000).toISOString())
    const token = await tokenOf(lastWeek.coach)
    await call('POST', '/api/pairs', { meeting: reference, myRole: 'coach' }, token)
    const opened = (await call('POST', '/api/conversations', reference, token)) as {
      conversation: { id: string }
    }
    const path = `/api/conversations/${opened.conversation.id}`
    await call('POST', '/api/conversations', reference, await tokenOf(lastWeek.employee))
    await write(url, opened.conversation.id, token)
    await call('PUT', `${path}/commitments/${crypto.randomUUID()}`, lastWeek.commitment, token)
    const scope = 'summary-and-commitments'
    const { fingerprint } = await call('GET', `${path}/summary?scope=${scope}`, undefined, token)
    await call('POST', `${path}/finish`, { scope, fingerprint }, token)
    await untilPublished(() => call('GET', path, undefined, token))
  } finally {
    // The week that passed since then has passed again.
    await setClock(today)
  }
}

/** Types the notes, and waits until the server has them. */
async function write(url: string, conversationId: string, token: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const provider = new HocuspocusProvider({
      url: `${url.replace('http', 'ws')}/api/live`,
      name: conversationId,
      token,
      onAuthenticationFailed: () => reject(new Error('The live notes refused the token.')),
      onSynced: () => {
        for (const [step, text] of Object.entries(lastWeek.notes))
          provider.document.getText(`step:${step}`).insert(0, text)
      },
      onUnsyncedChanges: ({ number }) => {
        if (number === 0 && provider.document.getText('step:will').length > 0) {
          provider.destroy()
          resolve()
        }
      },
    })
  })
}

async function untilPublished(read: () => Promise<Json>): Promise<void> {
  const limit = Date.now() + 10_000
  while (Date.now() < limit) {
    const { publication } = (await read()) as { publication: { state: string } | null }
    if (publication?.state === 'published') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Last week was not published.')
}
