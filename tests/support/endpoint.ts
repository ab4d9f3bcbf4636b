import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Told = {
  subscriptionId: string
  changeType?: string
  clientState?: string
  lifecycleEvent?: string
  tenantId: string
  resource?: string
  subscriptionExpirationDateTime: string
  resourceData?: { id: string; '@odata.type': string; '@odata.id': string; '@odata.etag': string }
}

/** Somebody who takes notifications: proves that it wants them, keeps what it is told, answers as it is set to. */
export async function startEndpoint() {
  const fresh = () => ({
    told: [] as Told[],
    /** How many requests with notifications came, answered well or not. */
    requests: 0,
    answer: async (): Promise<number> => 202,
    prove: (token: string): { status: number; type: string; text: string } => ({
      status: 200,
      type: 'text/plain',
      text: token,
    }),
  })
  const endpoint = {
    url: '',
    ...fresh(),
    reset: (): void => void Object.assign(endpoint, fresh()),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((request, response) => {
    void (async () => {
      let text = ''
      for await (const chunk of request) text += String(chunk)
      const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken')
      if (token !== null) {
        const proof = endpoint.prove(token)
        response.writeHead(proof.status, { 'content-type': proof.type }).end(proof.text)
        return
      }
      endpoint.requests += 1
      const status = await endpoint.answer()
      if (status < 300) endpoint.told.push(...(JSON.parse(text) as { value: Told[] }).value)
      response.writeHead(status).end()
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  endpoint.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notifications?to=events`
  return endpoint
}
