import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { ChangeType, Person } from '../model.ts'
import { accessDenied, badRequest, GraphRefusal } from './refusal.ts'

const minute = 60_000
/** The lifetime, in minutes, of event subscriptions without resource data (Graph, subscription resource, lifetime). */
const longest = 10_080
const shortest = 45

const SubscriptionInput = Type.Object(
  {
    changeType: Type.String(),
    notificationUrl: Type.String(),
    lifecycleNotificationUrl: Type.Optional(Type.String()),
    resource: Type.String(),
    expirationDateTime: Type.String(),
    clientState: Type.Optional(Type.String()),
    latestSupportedTlsVersion: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type SubscriptionInput = Static<typeof SubscriptionInput>

const invalid = (message: string) => badRequest('InvalidRequest', message)

/** @throws GraphRefusal 400 for a body that is no subscription to events, 403 for one to another's */
export function readSubscription(body: unknown, person: Person): SubscriptionInput {
  const given = Object(body) as Record<string, unknown>
  for (const name of ['changeType', 'notificationUrl', 'resource', 'expirationDateTime'])
    if (!given[name]) throw invalid(`'${name}' is a required property for subscription creation.`)
  if (!Value.Check(SubscriptionInput, given)) {
    const [first] = Value.Errors(SubscriptionInput, given)
    throw badRequest('BadRequest', `${first?.instancePath || 'The subscription'} ${first?.message ?? ''}.`)
  }
  if ((given.clientState ?? '').length > 128)
    throw invalid('The client state cannot be longer than 128 characters.')
  checkResource(given.resource, person)
  checkUrl('notificationUrl', given.notificationUrl)
  if (given.lifecycleNotificationUrl !== undefined)
    checkUrl('lifecycleNotificationUrl', given.lifecycleNotificationUrl)
  return given
}

export function changeTypesOf(changeType: string): ChangeType[] {
  const types = changeType.split(',').map((one) => one.trim())
  if (!types.every((one): one is ChangeType => ['created', 'updated', 'deleted'].includes(one)))
    throw invalid(`'${changeType}' is not a valid changeType: created, updated and deleted are.`)
  return types
}

function checkResource(resource: string, person: Person): void {
  const [, whose] = /^\/?(me|users\/[^/]+)\/events$/i.exec(resource) ?? []
  if (!whose)
    throw new GraphRefusal(400, 'InvalidRequest', `Resource '${resource}' is invalid or not in the sandbox.`)
  const own = ['me', `users/${person.oid}`, `users/${person.upn}`]
  if (!own.includes(whose.toLowerCase())) throw accessDenied()
}

/** Graph takes https only; the sandbox takes this machine without it. */
export function checkUrl(name: string, text: string): void {
  const url = URL.parse(text)
  const here = url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  if (url?.protocol !== 'https:' && !here)
    throw invalid(`The ${name} '${text}' is invalid: an absolute https address is required.`)
}

/** When a subscription ends: as asked, and never within the first 45 minutes (subscription resource). */
export function readExpiry(text: string, now: Date): string {
  const at = Date.parse(text)
  if (Number.isNaN(at) || !/^\d{4}-\d\d-\d\dT/.test(text))
    throw badRequest('BadRequest', `'${text}' is not a date and time.`)
  if (at <= now.getTime()) throw invalid('Subscription expiration must be in the future.')
  if (at - now.getTime() > longest * minute)
    // Seen in microsoft-graph-docs issue 2988.
    throw badRequest(
      'ExtensionError',
      `Subscription expiration can only be ${longest} minutes in the future.`,
    )
  return new Date(Math.max(at, now.getTime() + shortest * minute)).toISOString()
}
