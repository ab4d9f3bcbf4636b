import { describe, expect, test } from 'vitest'
import { isActivity } from './activity.ts'

const message = {
  type: 'message',
  text: 'help',
  from: { id: '29:x', aadObjectId: 'o' },
  recipient: { id: '28:x' },
  conversation: { id: 'a:x', tenantId: 't', conversationType: 'personal' },
}
const action = (value: unknown) => ({ ...message, type: 'invoke', name: 'adaptiveCard/action', value })

describe('activities at the bot’s door', () => {
  test.each([
    ['a message', message],
    ['a message with more in it', { ...message, entities: [], channelData: { tenant: { id: 't' } } }],
    ['an action of a card', action({ action: { type: 'Action.Execute', verb: 'done', data: {} } })],
    ['an action without data', action({ action: { verb: 'done' } })],
    ['an action without a value', action(undefined)],
    ['an action of null', action({ action: null })],
    ['another invoke', { ...message, type: 'invoke', name: 'signin/verifyState', value: { state: 'x' } }],
  ])('%s is taken', (_name, body) => {
    expect(isActivity(body)).toBe(true)
  })

  test.each([
    ['nothing', null],
    ['text', 'x'],
    ['a list', [message]],
    ['no type', { ...message, type: undefined }],
    ['a type that is no text', { ...message, type: 7 }],
    ['nobody who says it', { ...message, from: null }],
    ['no conversation', { ...message, conversation: {} }],
    ['a text that is none', { ...message, text: { x: 1 } }],
    ['a service address that is none', { ...message, serviceUrl: 7 }],
    ['an invoke without a name', { ...message, type: 'invoke' }],
  ])('%s is refused', (_name, body) => {
    expect(isActivity(body)).toBe(false)
  })
})
