import type { FastifyReply, FastifyRequest } from 'fastify'
import { ianaOf, wallOf } from '../calendar/time.ts'
import { badRequest } from './refusal.ts'

export type Prefer = {
  timeZone: string
  /** As the request named it; the answer's times carry this name. */
  named: string
  immutable: boolean
  /** How many a page may have; null when nothing was said. */
  pageSize: number | null
}

/** Reads `Prefer` (the answer's time zone, UTC when absent; the kind of ids) and says what was applied. */
export function applyPrefer(request: FastifyRequest, reply: FastifyReply): Prefer {
  const header = request.headers['prefer']
  const prefer = Array.isArray(header) ? header.join(',') : (header ?? '')
  const asked = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(prefer)?.[1]
  const immutable = /IdType\s*=\s*"ImmutableId"/i.test(prefer)
  const size = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer)?.[1]
  const timeZone = asked === undefined ? 'UTC' : ianaOf(asked)
  if (!timeZone) {
    throw badRequest(
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${asked}'.`,
    )
  }
  const applied = [
    ...(asked === undefined ? [] : [`outlook.timezone="${asked}"`]),
    ...(size === undefined ? [] : [`odata.maxpagesize=${size}`]),
    ...(immutable ? ['IdType="ImmutableId"'] : []),
  ]
  if (applied.length > 0) reply.header('preference-applied', applied.join(', '))
  return {
    timeZone,
    named: asked ?? 'UTC',
    immutable,
    pageSize: size === undefined ? null : Math.max(1, Number(size)),
  }
}

export const dateTime = (at: Date, prefer: Prefer) => ({
  dateTime: `${wallOf(at, prefer.timeZone)}.0000000`,
  timeZone: prefer.named,
})
