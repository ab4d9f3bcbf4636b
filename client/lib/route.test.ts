import { describe, expect, test } from 'vitest'
import { hrefOf, routeOf, type Route } from './route.ts'

describe('addresses of the personal tab', () => {
  const routes: Route[] = [
    { page: 'today' },
    { page: 'people' },
    { page: 'commitments' },
    { page: 'library' },
    { page: 'settings' },
    { page: 'organisation', section: 'templates' },
    { page: 'organisation', section: 'keeping' },
    { page: 'template', scope: 'team', templateId: 'grow', isChanged: false },
    { page: 'template', scope: 'organisation', templateId: 'grow', isChanged: true },
    { page: 'file', scope: 'team' },
    { page: 'file', scope: 'organisation' },
    { page: 'question', ownId: 'q1' },
    { page: 'pair', pairId: 'a b/c%' },
    { page: 'review', pairId: 'p1' },
    { page: 'conversation', conversationId: 'c1' },
    { page: 'meeting', iCalUId: '040000/008+=', start: null },
    { page: 'meeting', iCalUId: 'x', start: '2026-06-02T08:30:00.000Z' },
  ]
  test.each(routes)('$page is found again from its address', (route) => {
    expect(routeOf(hrefOf(route))).toEqual(route)
  })

  test.each(['#/library/template', '#/library/question/', '#/library/nothing'])(
    'an address of nothing in the library leads to the library: %s',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'library' })
    },
  )

  test.each(['', '#', '#/', '#/nowhere', '#/people/', '#/conversations', '#access_token=1', '#/%E0%A4%A'])(
    'an address without a page leads to a page that is there: %s',
    (hash) => {
      expect(['today', 'people']).toContain(routeOf(hash).page)
    },
  )
})
