import { HocuspocusProvider } from '@hocuspocus/provider'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { stepText } from '../../server/contract/live.ts'

/** A person who opens the panel of a meeting, and begins so many milliseconds after the first. */
export type Opener = { token: string; reference: { iCalUId: string; start: string }; after: number }
export type Load = {
  api: string
  live: string
  people: [Opener, Opener][]
  typeForMs: number
  everyMs: number
}
/** Milliseconds of each, what went wrong, and seconds of the processor that the load itself took. */
export type Felt = { openings: number[]; keys: number[]; sent: number; errors: string[]; cpu: number }

const felt: Felt = { openings: [], keys: [], sent: 0, errors: [], cpu: 0 }
let typing = true

/** Opens as the panel does: the conversation of the meeting, then its notes. @returns null when that failed */
async function open({ api, live }: Load, one: Opener): Promise<HocuspocusProvider | null> {
  await pause(one.after)
  const began = performance.now()
  try {
    const answer = await fetch(`${api}/api/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${one.token}` },
      body: JSON.stringify(one.reference),
    })
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    const { conversation } = (await answer.json()) as { conversation: { id: string } }
    const provider = new HocuspocusProvider({ url: live, name: conversation.id, token: one.token })
    await new Promise<void>((resolve, reject) => {
      provider.on('synced', () => resolve())
      provider.on('authenticationFailed', ({ reason }: { reason: string }) => reject(new Error(reason)))
    })
    felt.openings.push(performance.now() - began)
    return provider
  } catch (error) {
    felt.errors.push(String(error))
    return null
  }
}

/** Each of the two types in a text of their own, so that what arrives tells which key it was. */
async function converse(load: Load, both: [Opener, Opener]): Promise<void> {
  const providers = await Promise.all(both.map((one) => open(load, one)))
  const timers = providers.map((provider, at) => {
    const other = providers[1 - at]
    if (!provider || !other) return
    const step = stepText(at === 0 ? 'goal' : 'reality')
    const text = provider.document.getText(step)
    const sent: number[] = []
    other.document.getText(step).observe(({ changes }) => {
      const signs = changes.delta.reduce((sum, { insert }) => sum + String(insert ?? '').length, 0)
      for (const began of sent.splice(0, signs)) felt.keys.push(performance.now() - began)
    })
    return setInterval(
      () => {
        if (!typing) return
        sent.push(performance.now())
        felt.sent += 1
        // What is written stays as long as people write: a page at most.
        if (text.length > 2000) text.delete(0, 1000)
        text.insert(text.length, 'x')
      },
      load.everyMs * (0.75 + Math.random() / 2),
    )
  })
  while (typing) await pause(200)
  for (const timer of timers) clearInterval(timer)
}

const [load] = (await once(process, 'message')) as [Load]
const stop = setTimeout(() => (typing = false), load.typeForMs)
await Promise.all(load.people.map((both) => converse(load, both)))
clearTimeout(stop)
// The last keys are on their way.
for (let wait = 0; felt.keys.length < felt.sent && wait < 100; wait += 1) await pause(50)
const { user, system } = process.cpuUsage()
felt.cpu = (user + system) / 1e6
process.send?.(felt, () => process.exit(0))
