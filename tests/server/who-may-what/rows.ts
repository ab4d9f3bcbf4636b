import { commitment } from '../../support/conversations.ts'
import * as who from './roles.ts'
import type { May, Role } from './roles.ts'
import type { World } from './world.ts'

/** What is asked besides the route; parameters that are not named are those of the open conversation. */
export type Asked = { path?: Record<string, string>; query?: Record<string, string>; body?: unknown }
export type Row = { route: string; may: May; ask: (world: World, role: Role) => Asked }

const on = (route: string, may: May, ask: Row['ask'] = () => ({})): Row => ({ route, may, ask })
const forConversation = (rest: string) => `/api/conversations/:conversationId${rest}`
const organisation = { scope: 'organisation' }
const team = { scope: 'team' }
const ofReview =
  (body?: object): Row['ask'] =>
  ({ review }) => ({ path: { reviewId: review.id }, ...(body ? { body } : {}) })
/** Of the two the coach asks first. */
const first = (role: Role) => role !== 'employee'

/** Who may what, by route. One line says it; a route without a line fails the test. */
export const rows: Row[] = [
  on('GET /healthz', who.anybody),
  on('GET /readyz', who.anybody),
  on('GET /panel', who.anybody),
  on('GET /configure', who.anybody),
  on('GET /tab', who.anybody),
  on('GET /pane', who.anybody),
  on('GET /*', who.anybody, () => ({ path: { '*': 'index.html' } })),
  on('GET /api/openapi.json', who.anybody),
  on('GET /api/seen', who.noPerson),
  on('POST /api/notifications/calendar', who.anybody, () => ({ body: { value: [] } })),
  on('POST /api/notifications/calendar/lifecycle', who.anybody, () => ({ body: { value: [] } })),
  on('POST /api/messages', who.noPerson, (world) => ({ body: spoken(world) })),

  on('GET /api/settings', who.everyone),
  on('PUT /api/settings/reminders', who.everyone, () => ({ body: reminders })),
  on('PUT /api/me', who.everyone, () => ({ body: { timeZone: 'Europe/Amsterdam' } })),
  on('GET /api/guide', who.everyone),
  on('GET /api/tips', who.everyone),
  on('PUT /api/tips/:tip', who.everyone, () => ({ path: { tip: 'scale' } })),
  on('GET /api/one-on-ones', who.everyone),

  on('POST /api/pairs', who.thePair, (world, role) => ({
    body: { meeting: world.meeting, myRole: first(role) ? 'coach' : 'employee' },
  })),
  on('GET /api/pairs/:pairId/proposals', who.thePair),
  on('POST /api/pairs/:pairId/conversations', who.thePair, (world, role) => ({
    body: nextConversation(world, role),
  })),
  on('GET /api/pairs/:pairId/conversations', who.thePairEver),
  on('PUT /api/pairs/:pairId/rhythm', who.thePair, (_world, role) => ({
    body: { everyWeeks: 2, revision: first(role) ? 0 : 1 },
  })),

  on('POST /api/conversations', who.thePairEver, (world) => ({ body: world.meeting })),
  on(`GET ${forConversation('')}`, who.thePairEver),
  on(`GET ${forConversation('/summary')}`, who.thePairEver, () => ({
    query: { scope: 'summary-and-commitments' },
  })),
  on(`GET ${forConversation('/shared')}`, who.thePairEver),
  on(`GET ${forConversation('/previous')}`, who.thePairEver),
  on(`POST ${forConversation('/finish')}`, who.thePair, ({ toFinish, finishing }) => ({
    path: { conversationId: toFinish.id },
    body: finishing,
  })),
  on(`GET ${forConversation('/templates')}`, who.thePair),
  on(`PUT ${forConversation('/template')}`, who.thePair, () => ({ body: { templateId: 'grow' } })),
  on(`PUT ${forConversation('/usual-template')}`, who.thePair, () => ({ body: { templateId: null } })),
  on(`PUT ${forConversation('/preparation')}`, who.thePair, () => ({ body: preparation })),
  on(`PUT ${forConversation('/commitments/:commitmentId')}`, who.thePair, () => ({ body: commitment() })),
  on(`DELETE ${forConversation('/commitments/:commitmentId')}`, who.thePair),
  on(`PUT ${forConversation('/follow-ups/:commitmentId')}`, who.thePair, ({ commitments }, role) => ({
    path: { commitmentId: commitments[first(role) ? 0 : 1]! },
    body: { tried: '', next: '', outcome: 'open' },
  })),
  on('PUT /api/pairs/:pairId/commitments/:commitmentId/progress/:at', who.thePair, ({ progress }, role) => ({
    path: progress[first(role) ? 'coach' : 'employee'],
    body: { text: 'Beter', was: 'Gaat goed' },
  })),
  on(
    'DELETE /api/pairs/:pairId/commitments/:commitmentId/progress/:at',
    who.thePair,
    ({ progress }, role) => ({
      path: progress[first(role) ? 'coach' : 'employee'],
    }),
  ),
  on('PUT /api/pairs/:pairId/commitments/:commitmentId/answer', who.thePair, ({ progress }, role) => ({
    path: progress[first(role) ? 'coach' : 'employee'],
    body: { done: true },
  })),
  on('GET /api/commitments', who.everyone),
  on('POST /api/pairs/:pairId/topics', who.thePair, () => ({ body: { text: 'Vakantie' } })),
  on('GET /api/pairs/:pairId/page', who.thePairEver),
  on(`GET ${forConversation('/questions')}`, who.thePairEver, () => ({ query: { step: 'focus' } })),
  on(`POST ${forConversation('/asked')}`, who.thePair, () => ({
    body: { questionId: 'goal-good', step: 'goal' },
  })),
  on(`DELETE ${forConversation('/asked')}`, who.thePair, () => ({
    query: { questionId: 'goal-good', step: 'goal' },
  })),
  on(`GET ${forConversation('/scales/:question')}`, who.thePairEver, () => ({
    path: { question: 'goal-scale' },
  })),
  on(`PUT ${forConversation('/scales/:question')}`, who.thePair, () => ({
    path: { question: 'will-scale' },
    body: { value: 6, notLower: '', oneMore: '' },
  })),
  on(`GET ${forConversation('/feedback')}`, who.thePairEver),
  on(`PUT ${forConversation('/reflection')}`, { ...who.thePair, employee: 403 }, ({ reflection }) => ({
    body: { ...reflection, revision: 1 },
  })),
  on(`PUT ${forConversation('/rating')}`, who.thePair, () => ({ body: { value: 4, showEachOther: false } })),

  on('GET /api/questions', who.everyone),
  on('PUT /api/questions/:questionId/favourite', who.everyone),
  on('DELETE /api/questions/:questionId/favourite', who.everyone),
  on('PUT /api/questions/own/:ownId', who.everyone, ({ question }) => ({ body: own(question, false) })),
  on('PUT /api/questions/own/:ownId', who.theCoach, ({ question }) => ({ body: own(question, true) })),
  on('DELETE /api/questions/own/:ownId', who.everyone, () => ({ query: { revision: '1' } })),

  on('GET /api/templates', who.everyone, () => ({ query: organisation })),
  on('GET /api/templates', who.theCoach, () => ({ query: team })),
  on('PUT /api/templates/settings', who.theAdmin, () => ({
    body: { standard: 'grow', off: [], revision: 0 },
  })),
  on('POST /api/templates/import', { ...who.theCoach, admin: 'ok' }, ({ template }) => ({
    body: { format: 'groei-template', formatVersion: 1, template },
  })),
  ...[organisation, team].flatMap((query) => {
    const may = query === team ? who.theCoach : who.theAdmin
    const all: Row[] = [
      // Of a team one reads one's own set, which is empty for who coaches nobody.
      on('GET /api/templates/:templateId/versions', who.everyone, () => ({ query })),
      on('GET /api/templates/:templateId/export', who.everyone, () => ({ query })),
      on('PUT /api/templates/:templateId/draft', may, ({ template }) => ({
        query,
        body: { template, revision: 0 },
      })),
      on('DELETE /api/templates/:templateId/draft', may, () => ({
        query: { ...query, revision: '1' },
        path: { templateId: 'review' },
      })),
      on('POST /api/templates/:templateId/publish', may, () => ({
        query,
        path: { templateId: 'feedback' },
        body: { revision: 1 },
      })),
      on('DELETE /api/templates/:templateId', may, () => ({
        query: { ...query, revision: '2' },
        path: { templateId: 'first-conversation' },
      })),
    ]
    return all
  }),

  on(`GET ${forConversation('/audience')}`, who.thePair),
  on('PUT /api/pairs/:pairId/privacy', who.thePair, () => ({ body: { keepPrivate: false } })),
  on('PUT /api/pairs/:pairId/note-takers', who.thePair, () => ({
    body: { address: 'fred@fireflies.ai', isPerson: false },
  })),
  on(`GET ${forConversation('/private-note')}`, who.thePairEver),
  on(`PUT ${forConversation('/private-note')}`, who.thePair, (_world, role) => ({
    body: { text: 'x', revision: first(role) ? 1 : 0 },
  })),
  on(`DELETE ${forConversation('/private-note')}`, who.thePairEver),

  on('GET /api/pairs/:pairId/reviews', who.thePairEver),
  on('POST /api/pairs/:pairId/reviews', who.thePair, () => ({
    body: { from: '2026-01-01', to: '2026-03-31' },
  })),
  on('GET /api/reviews/:reviewId', who.thePairEver, ofReview()),
  on('GET /api/reviews/:reviewId/export', who.thePairEver, ofReview()),
  on('PUT /api/reviews/:reviewId/choices', who.thePair, ofReview({ item: 'rhythm', chosen: false })),
  on('PUT /api/reviews/:reviewId/text', who.thePair, ofReview({ text: 'x', revision: 0 })),
  on('PUT /api/reviews/:reviewId/ready', who.thePair, ofReview({ ready: false })),

  on('GET /api/me/data', who.everyone),
  on('GET /api/pairs', who.everyone),
  on('GET /api/pairs/:pairId/audit', who.thePairEver),
  on('GET /api/tenant/settings', who.everyone),
  on('PUT /api/tenant/settings', who.theAdmin, () => ({ body: { retentionDays: 731 } })),
  on('POST /api/tenant/data-key', who.theAdmin),
  on('GET /api/tenant/audit', who.theAdmin),
  on('GET /api/pairs/:pairId/deletion', who.thePairEver),
  // Last, for nothing can be changed after them.
  on('POST /api/pairs/:pairId/end', who.thePairEver),
  on('DELETE /api/pairs/:pairId', who.thePairEver),
  on('GET /api/me/deletion', who.everyone),
  on('DELETE /api/me', who.everyone),
]

/** Who may do what with the notes of a conversation, by the words with which the socket answers. */
export const sockets: Record<string, Record<Role, string>> = {
  'GET /api/live': {
    coach: 'read-write',
    employee: 'read-write',
    former: 'readonly',
    left: 'forbidden',
    other: 'forbidden',
    admin: 'forbidden',
    elsewhere: 'forbidden',
    nobody: 'token',
  },
}

const reminders = {
  timeZone: 'Europe/Amsterdam',
  workingDays: [1, 2, 3],
  from: '09:00',
  until: '17:00',
  awayUntil: null,
  silenced: [],
}
const preparation = { topics: [], note: 'Anders', shared: false, revision: 1 }
const own = (question: object, isTeams: boolean) => ({
  ...question,
  text: 'Wat nog?',
  purpose: 'Verder kijken.',
  team: isTeams,
})
const weeks = (instant: string, count: number, minutes = 0) =>
  new Date(Date.parse(instant) + count * 604_800_000 + minutes * 60_000).toISOString()
const nextConversation = ({ open }: World, role: Role) => ({
  start: weeks(open.meeting.start, first(role) ? 4 : 5),
  end: weeks(open.meeting.start, first(role) ? 4 : 5, 30),
  everyWeeks: null,
  revision: first(role) ? 0 : 1,
})
const spoken = ({ house }: World) => ({
  type: 'message',
  text: 'mijn afspraken',
  channelId: 'msteams',
  serviceUrl: house.serverUrl(),
  from: { id: 'x', aadObjectId: 'x' },
  recipient: { id: 'y' },
  conversation: { id: 'a:1' },
})
