import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Field = { field: number; value: bigint | Buffer }

/** The fields of one message of protobuf, in their order (protobuf.dev, Encoding). */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++] ?? 0
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  const bytes = (length: number) => message.subarray(at, (at += length))
  while (at < message.length) {
    const tag = Number(varint())
    const wire = tag & 7
    const value =
      wire === 0
        ? varint()
        : wire === 1
          ? bytes(8)
          : wire === 2
            ? bytes(Number(varint()))
            : wire === 5
              ? bytes(4)
              : undefined
    if (value === undefined) throw new Error(`No wire type ${wire}.`)
    fields.push({ field: tag >> 3, value })
  }
  return fields
}
const inside = (message: Buffer, ...path: number[]): Buffer[] =>
  path.reduce(
    (messages, field) =>
      messages.flatMap((one) =>
        fieldsOf(one).flatMap((each) =>
          each.field === field && Buffer.isBuffer(each.value) ? [each.value] : [],
        ),
      ),
    [message],
  )
const text = (message: Buffer, field: number) => inside(message, field)[0]?.toString('utf8') ?? ''
const hex = (message: Buffer, field: number) => inside(message, field)[0]?.toString('hex') ?? ''

/** A collector that takes OTLP over HTTP as protobuf, and keeps every byte (opentelemetry-proto, trace and metrics v1). */
export async function startCollector() {
  const received: { path: string; headers: Record<string, unknown>; body: Buffer }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) })
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bodiesOf = (path: string) => received.filter((one) => one.path === path).map(({ body }) => body)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** All of it, as text: names and values stand in protobuf as they are. */
    bytes: () => Buffer.concat(received.map(({ body }) => body)).toString('latin1'),
    spans: () =>
      bodiesOf('/v1/traces').flatMap((body) =>
        inside(body, 1, 2, 2).map((span) => ({
          id: hex(span, 2),
          parent: hex(span, 4),
          name: text(span, 5),
          attributes: inside(span, 9).map((one) => text(one, 1)),
          events: inside(span, 11).length,
        })),
      ),
    metrics: () =>
      bodiesOf('/v1/metrics').flatMap((body) =>
        inside(body, 1, 2, 2).map((metric) => ({ name: text(metric, 1), unit: text(metric, 3) })),
      ),
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
