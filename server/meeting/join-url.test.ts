import { describe, expect, test } from 'vitest'
import { linksIn, meetingKey } from './join-url.ts'

const thread = '19:meeting_ZmQ4NDIx@thread.v2'
const context = '{"Tid":"1","Oid":"2"}'
const long = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${encodeURIComponent(context)}`
const short = 'https://teams.microsoft.com/meet/496119491249482?p=Dqox30LtKOEIJCrNdL'
const channel = (message: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3aab12%40thread.tacv2/${message}?context=x`

describe('two links of one online meeting', () => {
  test.each([
    ['the chat and the long link', thread, long],
    ['capitals of the encoding', long, long.replaceAll('%3A', '%3a').replaceAll('%40', '%40')],
    [
      'decoded and encoded once more',
      `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=${context}`,
      encodeURIComponent(long),
    ],
    ['the host that Teams moves to', long, long.replace('teams.microsoft.com', 'teams.cloud.microsoft')],
    ['a government host', short, short.replace('teams.microsoft.com', 'gov.teams.microsoft.us')],
    ['another query', short, `${short}&anon=true`],
    ['no query', short, 'https://teams.microsoft.com/meet/496119491249482'],
    ['a slash and a fragment at the end', short, 'https://teams.microsoft.com/meet/496119491249482/#x'],
    ['capitals', long, long.toUpperCase()],
    ['spaces around', short, `  ${short}\n`],
    [
      'a meeting in a channel, by chat id',
      channel('1612345678901'),
      '19:ab12@thread.tacv2;messageid=1612345678901',
    ],
    ['a call of two', '19:aa_bb@unq.gbl.spaces', '19:AA_bb@unq.gbl.spaces'],
    ['another provider', 'https://zoom.example/j/12?pwd=a', 'https://zoom.example/j/12?pwd=b'],
  ])('are one meeting: %s', (_name, a, b) => expect(meetingKey(a)).toBe(meetingKey(b)))

  test.each([
    ['another thread', long, long.replace('ZmQ4NDIx', 'ZmQ4NDIy')],
    ['another number', short, short.replace('482', '483')],
    ['two meetings of one channel', channel('1612345678901'), channel('1612345678902')],
    ['a thread of another kind', '19:ab12@thread.v2', '19:ab12@thread.tacv2'],
  ])('are two meetings: %s', (_name, a, b) => expect(meetingKey(a)).not.toBe(meetingKey(b)))

  test('what is no link names no meeting that an event without a link could be', () => {
    for (const text of [
      '',
      ' ',
      '/',
      'https://teams.microsoft.com/',
      'https://teams.microsoft.com/?p=1',
      '%',
    ])
      expect([text, meetingKey(text).replace('%', '')]).toEqual([text, ''])
  })
})

test('the links of an invite are read from its HTML and from its text', () => {
  expect(linksIn(`<a href="${short}">x</a> or ${long}\nand <https://a.example/b>`)).toEqual([
    short,
    long,
    'https://a.example/b',
  ])
})
