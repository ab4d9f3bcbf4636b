import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { organisation, templateDocumentId, versionSpec } from '../../server/template/collection.ts'
import { called, templateHands } from '../support/templates.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
beforeAll(async () => {
  // What is logged of it is meant to be loud.
  tenant = await startTenant({ logLevel: 'silent' })
})
afterAll(() => tenant.close())

describe('missing template version', () => {
  test('a conversation whose template version is gone is answered 500, and its notes stay exportable', async () => {
    const hands = templateHands(tenant)
    await hands.change('noor', 'organisation', 'grow', called('Ons gesprek'))
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const { id } = await tenant.conversation('sanne', 'milan', meeting!)
    await hands.change('noor', 'organisation', 'grow', called('Ons gesprek, beter'))
    const read = () => tenant.as('milan')<Conversation>('GET', `/api/conversations/${id}`)
    expect((await read()).body.template.title.nl).toBe('Ons gesprek')
    await tenant.whileStopped(async (database) => {
      const versions = await database.collection(versionSpec)
      const conversations = await database.collection(conversationSpec)
      const { tenantId } = (await conversations.findOne({ _id: id }))!
      const of = templateDocumentId({ tenantId, owner: organisation, templateId: 'grow' })
      expect((await versions.deleteMany({ of, version: 1 })).deletedCount).toBe(1)
      await conversations.updateOne({ _id: id }, { $set: { 'notes.texts': { goal: 'Rust' } } })
    })
    const answer = await read()
    expect([answer.status, answer.body.type]).toEqual([500, 'urn:groei:problem:template-missing'])
    expect(answer.body.title).toBe('De gespreksvorm van dit gesprek ontbreekt')
    const { body } = await tenant.as('milan')<MyData>('GET', '/api/me/data')
    expect(body.pairs[0]!.conversations[0]!.notes).toEqual([
      { title: { nl: 'goal', en: 'goal' }, text: 'Rust' },
    ])
  })
})
