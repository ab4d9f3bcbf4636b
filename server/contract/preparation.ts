import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Instant, LongText, Strict } from './shape.ts'
import { countLimits, textLimits } from './limits.ts'

const Topic = Type.String({ minLength: 1, maxLength: textLimits.topic, pattern: '\\S' })
const Topics = Type.Array(Topic, { maxItems: countLimits.topics })

/** There is a text, and it cannot be opened: its key is not to be had, now or any more. Nothing of it is shown. */
export const Unreadable = Type.Optional(Type.Literal(true))

/** A shared preparation as the other sees it: topics that one of the two wants to talk about, and a note. */
export const SharedPreparation = Strict({ topics: Topics, note: LongText, unreadable: Unreadable })
export type SharedPreparation = Type.Static<typeof SharedPreparation>

/** One's own. A draft is its author's alone until it is shared. */
export const Preparation = Strict({
  ...SharedPreparation.properties,
  shared: Type.Boolean(),
  /** Goes up by one with each change; a writer says which one it saw. */
  revision: Type.Integer({ minimum: 1 }),
})
export type Preparation = Type.Static<typeof Preparation>

/** PUT: the whole preparation over the revision that was seen; 0 when there was none. */
export const PreparationInput = Strict({
  topics: Topics,
  note: LongText,
  shared: Type.Boolean(),
  revision: Type.Integer({ minimum: 0 }),
})
export type PreparationInput = Type.Static<typeof PreparationInput>

/** How far the two are, without a word of what they wrote. */
export const PreparationState = Strict({
  mine: Type.Enum(['none', 'draft', 'shared']),
  theirs: Type.Enum(['none', 'shared']),
})
export type PreparationState = Type.Static<typeof PreparationState>

export const putPreparation = endpoint('PUT /api/conversations/:conversationId/preparation', {
  body: PreparationInput,
  response: Preparation,
})

/** Where a topic stands now: in the conversation that begins then, and whether the other reads it. */
export const AddedTopic = Strict({ start: Instant, shared: Type.Boolean() })
export type AddedTopic = Type.Static<typeof AddedTopic>

/**
 * Adds a topic to my preparation of the pair's next conversation, once; without a preparation it becomes a draft. Refused with
 * `no-next-conversation`, and with `enough` when it is full.
 */
export const postTopic = endpoint('POST /api/pairs/:pairId/topics', {
  body: Strict({ text: Topic }),
  response: AddedTopic,
})
