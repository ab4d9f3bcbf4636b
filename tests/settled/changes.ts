import fc from 'fast-check'

const weeks = fc.constantFrom(1, 2)
const by = fc.constantFrom<'a' | 'b'>('a', 'b')
const online = fc.boolean()
/** Of the meetings to come, the first, second …; the finished conversation itself after the last. */
const which = fc.nat({ max: 3 })

const series = fc.record({ by, weeks, online, inDays: fc.integer({ min: 1, max: 9 }) })
const single = fc.record({ by, online, inDays: fc.integer({ min: 1, max: 30 }) })

/** The calendar of two people: the conversation that they finish is the first of the first series, or a single one. */
export const pairs = fc.record({
  conversation: fc.record({ by, online, weeks: fc.constantFrom(0, 1, 2) }),
  moreSeries: fc.array(series, { maxLength: 1 }),
  singles: fc.array(single, { maxLength: 2 }),
  otherComes: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
})
export type PairPlan = typeof pairs extends fc.Arbitrary<infer T> ? T : never

const change = fc.oneof(
  fc.record({
    do: fc.constant('move' as const),
    which,
    to: fc.constantFrom('earlier', 'later', 'past the next', 'another day'),
  }),
  fc.record({ do: fc.constant('cancel' as const), which }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.record({
    do: fc.constant('series' as const),
    which,
    how: fc.constantFrom('shorten', 'end', 'another hour', 'another day', 'longer conversations'),
  }),
  fc.record({
    do: fc.constant('new series' as const),
    ...{ by, weeks, online },
    inDays: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    do: fc.constant('new meeting' as const),
    ...{ by, online },
    inDays: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ do: fc.constant('invite a third' as const), which }),
  fc.record({ do: fc.constant('uninvite' as const) }),
  fc.record({ do: fc.constant('edit the section' as const) }),
  fc.record({ do: fc.constant('edit other text' as const), which }),
  fc.record({
    do: fc.constant('clock' as const),
    to: fc.constantFrom(
      '20 minutes',
      '5 hours',
      'a day',
      'ten days',
      'in the next conversation',
      'after the next conversation',
    ),
  }),
  fc.record({
    do: fc.constant('open' as const),
    by,
    what: fc.constantFrom('the next conversation', 'the last conversation'),
  }),
  fc.record({
    do: fc.constant('notifications' as const),
    are: fc.constantFrom('prompt', 'held', 'twice', 'shuffled', 'lost'),
  }),
  fc.record({ do: fc.constant('conversation' as const) }),
)
const trouble = fc.oneof(
  { weight: 12, arbitrary: fc.constant(null) },
  fc.constantFrom(
    '412' as const,
    '429' as const,
    '503' as const,
    'answer lost' as const,
    'signed out' as const,
    'killed' as const,
  ),
)

export const changes = fc.array(fc.tuple(change, trouble), { maxLength: 8, size: 'max' })
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never
export type Trouble = typeof trouble extends fc.Arbitrary<infer T> ? T : never

/** What Graph answers to Groei, once, for each trouble but a kill. */
export const faults = {
  412: { method: 'PATCH', status: 412, code: 'ErrorIrresolvableConflict' },
  429: { method: 'GET', status: 429, retryAfter: 1 },
  503: { method: 'GET', status: 503 },
  'answer lost': { method: 'PATCH', status: 504, after: 'apply' },
  // A fresh token is tried too.
  'signed out': { method: 'GET', status: 401, times: 2 },
} satisfies Record<Exclude<Trouble, 'killed' | null>, object>
