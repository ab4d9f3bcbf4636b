import { describe, expect, test } from 'vitest'
import { keepsMeetingBlob } from './guard.ts'

const joinUrl =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d'
const link = `<a href="${joinUrl}">Join</a>`

describe('guard of the join link', () => {
  test.each([
    ['as it was', `<p>a</p>${link}`, `<p>b</p>${link}`],
    ['percent signs in capitals', link, link.replace(/%[0-9a-f]{2}/g, (one) => one.toUpperCase())],
    ['decoded', link, `<a href='${decodeURIComponent(joinUrl)}'>`],
    ['entities for its characters', link, link.replaceAll(':', '&#58;').replaceAll('/', '&#x2F;')],
    [
      'behind Safe Links',
      `<a href="https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(joinUrl)}">`,
      link,
    ],
    ['beside bytes that are no text', `caf%E9 100% ${link}`, `caf%E9 100% and more ${link}`],
  ])('a body that keeps the join link is accepted: %s', (_name, before, after) => {
    expect(keepsMeetingBlob(before, after, joinUrl)).toBe(true)
  })

  test.each([
    ['gone', link, '<p>nothing</p>'],
    ['gone, beside bytes that are no text', `caf%E9 ${link}`, 'caf%E9'],
    [
      'gone from behind Safe Links',
      `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(joinUrl)}`,
      '',
    ],
    ['twice', link, link + link],
    ['another meeting', link, link.replace('meeting_x', 'meeting_y')],
  ])('a body that loses, doubles or replaces the join link is refused: %s', (_name, before, after) => {
    expect(keepsMeetingBlob(before, after, joinUrl)).toBe(false)
  })

  test('every body is accepted for a meeting without a join link', () => {
    expect(keepsMeetingBlob('<p>a</p>', '<p>b</p>', null)).toBe(true)
  })
})
