import type { FastifyInstance } from 'fastify'
import type { Person } from '../http/access-token.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import type { Member, PairDocument } from './collection.ts'
import { pairAccess, type Membership } from './data.ts'
import { isOver } from './policy.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The pair that a gate let this person into. @throws Error on a route without such a gate */
    readonly pair: PairDocument
    /** This person in that pair. @throws Error on a route without such a gate */
    readonly member: Member
  }
}

/** The pair and member that a gate found, kept for the route behind it. */
export type Inside = Membership

/** The part of a request that gates look at, whatever its route takes. */
export type Entering = { server: FastifyInstance; signedIn: Person | null; params: unknown; method: string }

/** `toWrite`: what a pair that is over has can be read only. */
export type GateOptions = { toWrite?: boolean }

type Check = (request: Entering) => Promise<void>
const gates = new WeakSet<object>()

/**
 * Makes an option of a route out of a check that refuses or lets in. Who is let in is in a pair that goes on, and has not
 * left; who is not and left is told that.
 */
export function gate(check: Check): { preHandler: Check; config: { asksDeparted: true } } {
  const preHandler: Check = async (request) => {
    try {
      await check(request)
    } catch (error) {
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (request.signedIn && !isRead) await request.server.refuseDeparted(request.signedIn)
      throw error
    }
  }
  gates.add(preHandler)
  return { preHandler, config: { asksDeparted: true } }
}

/** Has this route a gate among its handlers? */
export const isGated = (preHandler: unknown): boolean =>
  [preHandler].flat().some((one) => typeof one === 'function' && gates.has(one))

/** The finding of a gate, kept with the request. @param what its name, for who reads it where no gate let anybody in */
export function finding<T>(what: string) {
  const found = new WeakMap<object, T>()
  return {
    keep: (request: object, one: T): void => void found.set(request, one),
    of(request: object): T {
      const one = found.get(request)
      if (!one) throw new Error(`A route reads its ${what}, and no gate let anybody in.`)
      return one
    },
  }
}

/** A finding as a property of the request. */
export const readOn = <T>(of: (request: object) => T) => ({
  getter(this: object) {
    return of(this)
  },
})

export const { keep: letIn, of: insideOf } = finding<Inside>('pair')

/** @throws Refused `pair-ended` */
export function refuseWhenOver({ pair }: Inside, { toWrite = false }: GateOptions): void {
  if (toWrite && isOver(pair)) throw new Refused('pair-ended')
}

/** A gate of a route with `:pairId`: lets in the pair's two members, and nobody else learns whether it is there. */
export const inPair = (options: GateOptions = {}) =>
  gate(async (request) => {
    const { pairId } = request.params as { pairId: string }
    const inside = await pairAccess(request.server.collections)(personOf(request), pairId)
    if (!inside) throw new Refused('not-found')
    refuseWhenOver(inside, options)
    letIn(request, inside)
  })
