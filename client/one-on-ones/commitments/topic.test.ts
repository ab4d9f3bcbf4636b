import { expect, test } from 'vitest'
import { textLimits } from '../../../server/contract/limits.ts'
import { topicOf } from './topic.ts'

test('a commitment becomes a topic of one line that fits', () => {
  expect(topicOf('  Vaker bellen\nook op vrijdag')).toBe('Vaker bellen')
  expect(topicOf('a'.repeat(500))).toHaveLength(textLimits.topic)
})

test('a topic is not cut within a character', () => {
  const topic = topicOf('a'.repeat(textLimits.topic - 1) + '🌱')
  expect(topic).toBe('a'.repeat(textLimits.topic - 1))
})
