import { describe, expect, test } from 'vitest'
import { commandOf } from './commands.ts'

describe('parsing a bot command', () => {
  test.each([
    ['help', { what: 'help', language: null }],
    ['  Hulp ', { what: 'help', language: 'nl' }],
    ['<at>Groei</at> my  commitments', { what: 'mine', language: 'en' }],
    ['Mijn afspraken', { what: 'mine', language: 'nl' }],
    ['stop voorbereiding', { what: 'silence', topic: 'preparation', off: true, language: 'nl' }],
    ['Start summary', { what: 'silence', topic: 'after-conversation', off: false, language: 'en' }],
    ['Help!', { what: 'help', language: null }],
    ['/help', { what: 'help', language: null }],
    ['Help?!', { what: 'help', language: null }],
    ['??', { what: 'help', language: null }],
    ['?', { what: 'help', language: null }],
    ['Groei, hulp.', { what: 'help', language: 'nl' }],
    ['@Groei help', { what: 'help', language: null }],
    ['“Mijn afspraken”…', { what: 'mine', language: 'nl' }],
    ['**my commitments**', { what: 'mine', language: 'en' }],
    ['Stop, voorbereiding!', { what: 'silence', topic: 'preparation', off: true, language: 'nl' }],
    ['helpful', { what: 'unknown' }],
    ['stop everything', { what: 'unknown' }],
    ['', { what: 'unknown' }],
    ['x'.repeat(100_000), { what: 'unknown' }],
  ])('the message %j is parsed into its command', (typed, command) => {
    expect(commandOf(typed)).toEqual(command)
  })
})
