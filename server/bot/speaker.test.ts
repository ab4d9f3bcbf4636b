import { describe, expect, test } from 'vitest'
import { speakerOf, type Inbound } from './speaker.ts'

const sanne: Inbound = {
  channelId: 'msteams',
  from: { id: '29:1', aadObjectId: 'sanne' },
  conversation: { id: 'a:1', tenantId: 't', conversationType: 'personal' },
}
const inConversation = (more: Partial<Inbound['conversation']>): Inbound => ({
  ...sanne,
  conversation: { ...sanne.conversation, ...more },
})

describe('who speaks with the bot', () => {
  test('a person of our tenant, alone with the bot in Teams, is who they are', () => {
    expect(speakerOf(sanne, ['t', 'u'])).toEqual({ tenantId: 't', oid: 'sanne' })
  })

  test('the tenant counts where Teams names it in its own part of the activity only', () => {
    const there = { ...inConversation({ tenantId: undefined }), channelData: { tenant: { id: 't' } } }
    expect(speakerOf(there, ['t'])).toEqual({ tenantId: 't', oid: 'sanne' })
    for (const channelData of [
      null,
      7,
      'x',
      {},
      { tenant: null },
      { tenant: { id: 7 } },
      { tenant: { id: 'x' } },
    ])
      expect(speakerOf({ ...there, channelData }, ['t'])).toBeNull()
    // The conversation says it first.
    expect(speakerOf({ ...sanne, channelData: { tenant: { id: 'x' } } }, ['t'])).not.toBeNull()
  })

  test.each<[string, Inbound]>([
    ['on another channel', { ...sanne, channelId: 'directline' }],
    ['on no channel', { ...sanne, channelId: undefined }],
    ['in a group chat', inConversation({ conversationType: 'groupChat' })],
    ['in a channel of a team', inConversation({ conversationType: 'channel' })],
    ['in a conversation of no kind', inConversation({ conversationType: undefined })],
    ['of another tenant', inConversation({ tenantId: 'x' })],
    ['of no tenant', inConversation({ tenantId: undefined })],
    ['without an id', { ...sanne, from: { id: '29:1' } }],
  ])('nobody is answered %s', (_where, activity) => {
    expect(speakerOf(activity, ['t', 'u'])).toBeNull()
  })
})
