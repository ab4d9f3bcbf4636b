import type { FastifyInstance } from 'fastify'
import type { Call } from '../model.ts'
import type { Store } from '../store.ts'
import { checked, Faults, Latency } from './requests.ts'

/** Faults to come, each with how often it struck, how long mailboxes take, and the calls that came in. */
export function faultRoutes(app: FastifyInstance, store: Store): void {
  const faults = () => ({ faults: store.faults })
  app.get('/faults', async () => faults())
  app.post('/faults', async (request) => {
    store.faults.push(...checked(Faults, request.body).faults.map((fault) => ({ ...fault, hits: 0 })))
    return faults()
  })
  app.delete('/faults', async () => {
    store.faults = []
    return faults()
  })

  // An answer at once leaves no time for a second request beside it.
  app.post('/latency', async (request) => {
    const { milliseconds, user } = checked(Latency, request.body)
    store.latency.set(milliseconds, user)
    return { milliseconds }
  })

  const of = (service: Call['service']) => store.calls.filter((call) => call.service === service)
  const calls = () => ({
    calls: of('graph'),
    entra: of('entra'),
    bot: of('bot'),
    vault: of('vault'),
    concurrency: store.concurrency,
  })
  app.get('/calls', async () => calls())
  app.delete('/calls', async () => {
    store.calls = []
    store.concurrency = {}
    return calls()
  })
}
