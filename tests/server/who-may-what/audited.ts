import type { AuditAction } from '../../../server/contract/audit.ts'

/** What a route leaves in the audit log, or why it leaves nothing. */
export type Told =
  | {
      told: AuditAction[]
      /** Where that is tested, when the table's own request meets nothing to tell of. */
      testedIn?: string
    }
  | { none: string }

const told = (...actions: AuditAction[]): Told => ({ told: actions })
/** Only now and then: told when there is something to tell, which the table's request does not meet. */
const sometimes = (testedIn: string, ...actions: AuditAction[]): Told => ({ told: actions, testedIn })
const none = (because: string): Told => ({ none: because })

const page = none('a page, the same for everybody')
const own = none('their own alone, which is nothing of the two')
const shared = none('of the organisation or a team, and of no two people')
const names = none('who the two are and until when, which both know')
const auditLogTest = 'audit.test.ts'
const pageTest = 'pair-page.test.ts'
const answersTest = 'commitment-answers.test.ts'
const forConversation = (rest: string) => `/api/conversations/:conversationId${rest}`
const ofReview = (rest: string) => `/api/reviews/:reviewId${rest}`

/** What each route leaves in the audit log of a pair. A route without a line fails the test. */
export const audited: Record<string, Told> = {
  'GET /healthz': page,
  'GET /readyz': page,
  'GET /api/seen': none('how a request of the operator arrives, and nothing of a person'),
  'GET /panel': page,
  'GET /configure': page,
  'GET /tab': page,
  'GET /pane': page,
  'GET /*': page,
  'GET /api/openapi.json': page,
  'POST /api/notifications/calendar': none('what people did in their calendars, told by Microsoft'),
  'POST /api/notifications/calendar/lifecycle': none('about the subscription, told by Microsoft'),
  'POST /api/messages': sometimes(auditLogTest, 'read-commitments', 'answered-commitment'),

  'GET /api/settings': own,
  'PUT /api/settings/reminders': own,
  'PUT /api/me': own,
  'GET /api/guide': none('their own first steps: how far they are, and no word of a conversation'),
  'GET /api/tips': own,
  'PUT /api/tips/:tip': own,
  'GET /api/one-on-ones': told('read-commitments'),

  'POST /api/pairs': sometimes(auditLogTest, 'made-pair'),
  'GET /api/pairs/:pairId/proposals': none('free times, which Microsoft shows them anyway'),
  'GET /api/pairs/:pairId/conversations': sometimes(pageTest, 'read-commitments'),
  'GET /api/pairs/:pairId/page': sometimes(pageTest, 'opened', 'read-commitments', 'read-scale'),
  'POST /api/pairs/:pairId/topics': sometimes('topics.test.ts', 'changed-preparation'),
  'POST /api/pairs/:pairId/conversations': told('planned'),
  'PUT /api/pairs/:pairId/rhythm': told('agreed-rhythm'),

  'POST /api/conversations': told('opened', 'joined-pair'),
  [`GET ${forConversation('')}`]: told('opened'),
  [`GET ${forConversation('/summary')}`]: told('opened'),
  [`GET ${forConversation('/shared')}`]: told('opened'),
  [`GET ${forConversation('/previous')}`]: told('read-summary'),
  [`POST ${forConversation('/finish')}`]: told('finished', 'opened'),
  // It quotes the two where it proposes to steer.
  [`GET ${forConversation('/templates')}`]: sometimes(auditLogTest, 'opened'),
  [`PUT ${forConversation('/template')}`]: told('chose-template', 'opened'),
  [`PUT ${forConversation('/usual-template')}`]: told('chose-usual-template'),
  [`PUT ${forConversation('/preparation')}`]: sometimes(
    auditLogTest,
    'shared-preparation',
    'changed-preparation',
    'took-back-preparation',
  ),
  [`PUT ${forConversation('/commitments/:commitmentId')}`]: told('made-commitment', 'changed-commitment'),
  [`DELETE ${forConversation('/commitments/:commitmentId')}`]: sometimes(auditLogTest, 'removed-commitment'),
  [`PUT ${forConversation('/follow-ups/:commitmentId')}`]: told('followed-up'),
  'PUT /api/pairs/:pairId/commitments/:commitmentId/progress/:at': told('corrected-progress'),
  'DELETE /api/pairs/:pairId/commitments/:commitmentId/progress/:at': told('removed-progress'),
  'PUT /api/pairs/:pairId/commitments/:commitmentId/answer': sometimes(answersTest, 'answered-commitment'),
  'GET /api/commitments': sometimes(answersTest, 'read-commitments'),
  [`GET ${forConversation('/questions')}`]: none(
    'questions of the library and of the two, and no word of a conversation',
  ),
  [`POST ${forConversation('/asked')}`]: told('asked-question'),
  [`DELETE ${forConversation('/asked')}`]: told('unasked-question'),
  [`GET ${forConversation('/scales/:question')}`]: told('read-scale'),
  [`PUT ${forConversation('/scales/:question')}`]: told('answered-scale'),
  [`GET ${forConversation('/feedback')}`]: sometimes(auditLogTest, 'read-rating'),
  [`PUT ${forConversation('/reflection')}`]: own,
  [`PUT ${forConversation('/rating')}`]: sometimes(auditLogTest, 'showed-rating'),

  'GET /api/questions': own,
  'PUT /api/questions/:questionId/favourite': own,
  'DELETE /api/questions/:questionId/favourite': own,
  'PUT /api/questions/own/:ownId': own,
  'DELETE /api/questions/own/:ownId': own,

  'GET /api/templates': shared,
  'PUT /api/templates/settings': shared,
  'POST /api/templates/import': shared,
  'GET /api/templates/:templateId/versions': shared,
  'GET /api/templates/:templateId/export': shared,
  'PUT /api/templates/:templateId/draft': shared,
  'DELETE /api/templates/:templateId/draft': shared,
  'POST /api/templates/:templateId/publish': shared,
  'DELETE /api/templates/:templateId': shared,

  [`GET ${forConversation('/audience')}`]: none('who can read an invite of their own calendar'),
  'PUT /api/pairs/:pairId/privacy': told('changed-privacy'),
  'PUT /api/pairs/:pairId/note-takers': told('named-note-taker'),
  [`GET ${forConversation('/private-note')}`]: own,
  [`PUT ${forConversation('/private-note')}`]: own,
  [`DELETE ${forConversation('/private-note')}`]: own,

  'GET /api/pairs/:pairId/reviews': none('of which periods there are packs, and nothing of them'),
  'POST /api/pairs/:pairId/reviews': told('changed-review'),
  [`GET ${ofReview('')}`]: told('read-review'),
  [`GET ${ofReview('/export')}`]: told('exported-review'),
  [`PUT ${ofReview('/choices')}`]: told('changed-review'),
  [`PUT ${ofReview('/text')}`]: told('changed-review'),
  [`PUT ${ofReview('/ready')}`]: told('changed-review'),

  'GET /api/me/data': told('exported'),
  'GET /api/pairs': names,
  'GET /api/pairs/:pairId/audit': none('the audit log itself, which would never come to an end'),
  'GET /api/tenant/audit': none('what admins changed for all, told to admins'),
  'GET /api/tenant/settings': shared,
  'PUT /api/tenant/settings': sometimes(auditLogTest, 'changed-retention', 'switched-parts'),
  'POST /api/tenant/data-key': none('about keys: nobody reads or changes anything by it'),
  'GET /api/me/deletion': none('how much there is, which both know, and nothing of it'),
  'GET /api/pairs/:pairId/deletion': none('how much there is, which both know, and nothing of it'),
  'POST /api/pairs/:pairId/end': told('ended'),
  'DELETE /api/pairs/:pairId': told('asked-deletion'),
  'DELETE /api/me': sometimes('leaving.test.ts', 'asked-deletion'),

  'GET /api/live': sometimes(auditLogTest, 'opened', 'changed-notes'),
}
