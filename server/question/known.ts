import type { FoundQuestion, Question, Source } from '../contract/question.ts'
import type { Template } from '../contract/template.ts'
import type { AnsweredQuestion, ConversationDocument, KeptQuestion } from '../conversation/collection.ts'

/**
 * The questions of a conversation as one of the two reads them: what they find now, with the words that the template
 * and this conversation keep. What was picked or answered is there although its author changed or removed it since.
 * @param found what this person finds now
 * @param oid who this person is
 */
export function knownIn(
  found: FoundQuestion[],
  { questions: ofTemplate = [] }: Pick<Template, 'questions'>,
  conversation: Pick<ConversationDocument, 'asked' | 'answered'>,
  oid: string,
): FoundQuestion[] {
  const known = new Map(found.map((one) => [one.id, one]))
  const put = (question: Question, source: Source) => {
    const { id, kind, text, purpose, theme, phases, depth } = question
    const favourite = known.get(id)?.favourite ?? false
    known.set(id, { id, kind, text, purpose, theme, phases, depth, source, favourite })
  }
  for (const one of ofTemplate) put(one, 'team')
  for (const one of keptFor(conversation, oid)) put(one, one.of === null ? 'team' : 'mine')
  return [...known.values()]
}

/** The words that a conversation keeps, each as it was first taken up, as far as this person may read them. */
export function keptFor(
  { asked = [], answered = [] }: Pick<ConversationDocument, 'asked' | 'answered'>,
  oid: string,
): KeptQuestion[] {
  const kept = new Map<string, KeptQuestion>()
  for (const one of [...asked, ...answered].flatMap(({ kept }: AnsweredQuestion) => kept ?? []))
    if ((one.of === null || one.of === oid) && !kept.has(one.id)) kept.set(one.id, one)
  return [...kept.values()]
}

/** The copy of a question that a conversation keeps; none for a question of the library, for that never changes. */
export function keep(question: FoundQuestion, oid: string): { kept?: KeptQuestion } {
  const { id, kind, text, purpose, theme, phases, depth, source } = question
  if (source === 'library') return {}
  return { kept: { id, kind, text, purpose, theme, phases, depth, of: source === 'mine' ? oid : null } }
}
