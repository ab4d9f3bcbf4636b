import { describe, expect, test } from 'vitest'
import { filled } from '../../tests/invites/filled.ts'
import { Feedback } from '../contract/feedback.ts'
import { Conversation, Summary } from '../contract/conversation.ts'
import { Scale } from '../contract/scale.ts'
import { candidates } from './candidates.ts'
import { packOf } from './pack.ts'

const parts = {
  conversation: filled(Conversation, 1000),
  summary: filled(Summary, 2000),
  scale: filled(Scale, 3000),
  feedback: filled(Feedback, 4000),
}
const conversation = parts.conversation.value as Conversation
const summary = parts.summary.value as Summary
const scale = parts.scale.value as Scale
const texts = { focus: 'secret-live-focus', goal: 'secret-live-goal' }
const wording = { nl: 'secret-wording-nl', en: 'secret-wording-en' }

/** Dropped, so that the words why are tried too. */
const commitments = [...conversation.commitments, ...conversation.followUps].map((one) => ({
  ...one,
  status: 'dropped' as const,
  carried: 0,
  followUps: one.followUps.map((said) => ({ ...said, outcome: 'dropped' as const })),
}))

/** All that there is of a conversation is handed over, not only what is asked for. */
const everything = { ...scale, ...(parts.feedback.value as Feedback), ...conversation, notes: { texts } }
const items = candidates({
  commitments,
  conversations: [
    {
      ...everything,
      start: new Date(conversation.meeting.start),
      held: true,
      summary: { ...conversation, ...summary },
      goalTitles: [summary.steps[0]!.title],
    },
  ],
  scales: [{ ...everything, text: wording }],
  everyWeeks: 2,
})

const allowed: Record<keyof typeof parts, RegExp> = {
  conversation:
    /^\.(id|meeting\.start|(commitments|followUps)\.\d\.(id|what|firstStep|due|criterion|followUps\.(\d\.reshapedFrom\.(what|due)|1\.why)))$/,
  summary: /^\.steps\.0\.text$/,
  scale: /^\.(question|course\.\d\.(start|coach|employee))$/,
  feedback: /^$/,
}

describe('allowed fields of a review pack', () => {
  test('the candidates hold only the allowed fields of a conversation', () => {
    const offered = JSON.stringify(items)
    for (const [part, { leaves }] of Object.entries(parts)) {
      expect(leaves.size, part).toBeGreaterThan(0)
      for (const [path, leaf] of leaves) {
        const expected = allowed[part as keyof typeof parts].test(path)
        expect(offered.includes(JSON.stringify(leaf).slice(1, -1)), `${part}${path}`).toBe(expected)
      }
    }
    for (const text of Object.values(texts)) expect(offered).not.toContain(text)
    for (const word of Object.values(wording)) expect(offered).toContain(word)
  })

  test('the pack holds only the items that both chose and the texts that each wrote for it', () => {
    const at = new Date('2026-06-01T10:00:00Z')
    const all = Object.fromEntries(items.map(({ id }) => [id, at]))
    const review = {
      from: '2026-01-01',
      to: '2026-06-30',
      texts: { employee: { text: 'Mijn woorden', revision: 1, at } },
    }
    const names = { coach: 'Sanne', employee: 'Milan' }
    for (const choices of [
      { coach: {}, employee: {} },
      { coach: all, employee: {} },
      { coach: {}, employee: all },
    ]) {
      expect(packOf({ ...review, choices }, names, items)).toEqual({
        names,
        from: '2026-01-01',
        to: '2026-06-30',
        items: [],
        texts: { coach: '', employee: 'Mijn woorden' },
      })
    }
    for (const item of items) {
      const choices = { coach: all, employee: { [item.id]: at } }
      expect(packOf({ ...review, choices }, names, items).items).toEqual([item])
    }
  })
})
