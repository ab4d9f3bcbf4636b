import { expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Proposals } from '../../server/contract/question.ts'
import type { Tenant } from './tenant.ts'

/** A question of somebody's own, as they send it. */
export const ownQuestion = {
  kind: 'open',
  text: 'Wat zou een klant zeggen?',
  purpose: 'Om van buiten te kijken.',
  theme: 'collaboration',
  phases: ['focus'],
  depth: 'light',
  team: false,
  revision: 0,
}

/**
 * What people do with questions of their own and in a conversation.
 * @param here the conversation, where none is named
 */
export function askingIn(tenant: () => Tenant, here: () => Conversation) {
  const as = (user: string) => tenant().as(user)
  const own = (id: string) => `/api/questions/own/${id}`
  const proposals = async (user: string, step: string, at = here()) =>
    (await as(user)<Proposals>('GET', `/api/conversations/${at.id}/questions?step=${step}`)).body
  return {
    /** Writes a question of somebody's own. @returns its id, and its name */
    async write(user: string, more: object = {}) {
      const id = crypto.randomUUID()
      expect((await as(user)('PUT', own(id), { ...ownQuestion, ...more })).status).toBe(200)
      return { id, name: `own-${id}` }
    },
    rewrite: (user: string, id: string, more: object) =>
      as(user)('PUT', own(id), { ...ownQuestion, ...more, revision: 1 }),
    remove: (user: string, id: string, revision: number) =>
      as(user)('DELETE', `${own(id)}?revision=${revision}`),
    proposals,
    propose: async (user: string, step: string, at = here()) => (await proposals(user, step, at)).questions,
    pick: (user: string, questionId: string, step: string, at = here()) =>
      as(user)('POST', `/api/conversations/${at.id}/asked`, { questionId, step }),
    unpick: (user: string, questionId: string, step: string, at = here()) =>
      as(user)('DELETE', `/api/conversations/${at.id}/asked?questionId=${questionId}&step=${step}`),
  }
}
