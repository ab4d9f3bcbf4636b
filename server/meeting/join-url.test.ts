import { describe, expect, test } from 'vitest'
import { linksIn, meetingKey } from './join-url.ts'

const thread = '19:meeting_ZmQ4NDIx@thread.v2'
const context = '{"Tid":"1","Oid":"2"}'
const long = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${encodeURIComponent(context)}`
const short = 'https://teams.microsoft.com/meet/496119491249482?p=Dqox30LtKOEIJCrNdL'
const channel = (message: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3aab12%40thread.tacv2/${message}?context=x`

const safe = (link: string) =>
  `https://eur01.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent(link)}&data=05%7C02&sdata=x%3D&reserved=0`
const launcher = (link: string) =>
  `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${URL.parse(link)!.pathname}?anon=true`)}&type=meet&deeplinkId=x`

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
    ['a long link behind Safe Links', long, safe(long)],
    ['a short link behind Safe Links', short, safe(short)],
    ['behind those of two organisations', short, safe(safe(short))],
    ['encoded four times', long, [1, 2, 3].reduce((link) => encodeURIComponent(link), long)],
    ['cut off within a sign', long, long.slice(0, -1)],
    ['with a lone percent', long, long.replace('context=', 'context=100%&x=')],
    ['as HTML has it', long, `https://teams.microsoft.com/l/meetup-join/${thread.replace('@', '&#64;')}/0`],
    ['the page that starts the app, long', long, launcher(long)],
    ['the page that starts the app, short', short, launcher(short)],
    ['the app itself', short, 'msteams:/meet/496119491249482?p=x'],
    [
      'the app in the browser',
      short,
      'https://teams.microsoft.com/v2/?meetingjoin=true#/meet/496119491249482',
    ],
    ['a private account', short, short.replace('teams.microsoft.com', 'teams.live.com')],
    ['China', short, short.replace('teams.microsoft.com', 'teams.microsoftonline.cn')],
    ['without a scheme', short, short.replace('https://', '')],
    ['in angle brackets', short, `<${short}>`],
    ['at the end of a sentence', short, 'https://teams.microsoft.com/meet/496119491249482.'],
    ['in brackets', short, '(https://teams.microsoft.com/meet/496119491249482)'],
    ['a query that was encoded', short, short.replace('?p=', '%3Fp%3D')],
    ['a query without its mark', short, short.replace('?p=', '&p=')],
    ['signs that are not seen', short, `\ufeff${short.replace('482', '482\u200b')}`],
    [
      'another provider behind Safe Links',
      'https://zoom.example/j/12?pwd=a',
      safe('https://zoom.example/j/12'),
    ],
    ['another provider', 'https://zoom.example/j/12?pwd=a', 'https://zoom.example/j/12?pwd=b'],
  ])('are one meeting: %s', (_name, a, b) => expect(meetingKey(a)).toBe(meetingKey(b)))

  test.each([
    ['another thread', long, long.replace('ZmQ4NDIx', 'ZmQ4NDIy')],
    ['another number', short, short.replace('482', '483')],
    ['a longer number', short, short.replace('482', '4820')],
    ['a number with blanks', short.replace('491', '%20491%20'), 'https://teams.microsoft.com/meet/496119'],
    ['two behind Safe Links', safe(short), safe(short.replace('482', '483'))],
    ['two of the page that starts the app', launcher(short), launcher(short.replace('482', '483'))],
    ['two of a page', 'https://webex.example/x/j.php?MTID=a', 'https://webex.example/x/j.php?MTID=b'],
    [
      'two behind Safe Links, of another provider',
      safe('https://zoom.example/j/1'),
      safe('https://zoom.example/j/2'),
    ],
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
