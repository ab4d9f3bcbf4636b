import { describe, expect, test } from 'vitest'
import { hrefOf, routeOf, type Route } from './route.ts'

describe('addresses of the personal tab', () => {
  const routes: Route[] = [
    { page: 'today' },
    { page: 'people' },
    { page: 'commitments' },
    { page: 'library' },
    { page: 'settings' },
    { page: 'organisation' },
    { page: 'pair', pairId: 'a b/c%' },
    { page: 'review', pairId: 'p1' },
    { page: 'conversation', conversationId: 'c1' },
    { page: 'meeting', iCalUId: '040000/008+=', start: null },
    { page: 'meeting', iCalUId: 'x', start: '2026-06-02T08:30:00.000Z' },
  ]
  test.each(routes)('$page is found again from its address', (route) => {
    expect(routeOf(hrefOf(route))).toEqual(route)
  })

  test.each(['', '#', '#/', '#/nowhere', '#/people/', '#/conversations', '#access_token=1', '#/%E0%A4%A'])(
    'an address without a page leads to a page that is there: %s',
    (hash) => {
      expect(['today', 'people']).toContain(routeOf(hash).page)
    },
  )
})
