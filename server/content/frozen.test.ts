import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { frozen } from './frozen.ts'
import { shippedTemplates } from './library.ts'
import { questions } from './questions.ts'

const print = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12)

describe('frozen content', () => {
  /**
   * Conversations were held with these words, and read so for years. Something is changed here: give a question another id, or
   * a template another version, and leave what was. Something is new: add the line that is missing in `frozen.ts`.
   */
  test('every question and every template version has the fingerprint recorded in frozen.ts', () => {
    expect({
      questions: Object.fromEntries(
        questions.map(({ id, kind, text }) => [id, print([kind, text.nl, text.en])]),
      ),
      templates: Object.fromEntries(shippedTemplates.map((one) => [`${one.id} ${one.version}`, print(one)])),
    }).toEqual(frozen)
  })
})
