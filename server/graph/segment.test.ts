import { describe, expect, test } from 'vitest'
import { segment } from './segment.ts'

describe('path segment of a Graph URL', () => {
  test('an id is escaped into one path segment, whatever characters it has', () => {
    for (const [id, path] of [
      ['AAMkAD=', '/me/events/AAMkAD%3D'],
      ['19:meeting_x@thread.v2', '/me/events/19%3Ameeting_x%40thread.v2'],
      ['../calendar', '/me/events/..%2Fcalendar'],
      ['x?$expand=attachments#', '/me/events/x%3F%24expand%3Dattachments%23'],
      ['...', '/me/events/...'],
    ] as const)
      expect(new URL(`https://graph.microsoft.com/me/events/${segment(id)}`).pathname).toBe(path)
  })

  test('an id that is a dot segment or malformed Unicode is refused as not found', () => {
    for (const id of ['.', '..', '\ud800', 'a\udc00']) expect(() => segment(id)).toThrow('not-found')
  })
})
