import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { inOrderInAllThemes } from '../support/looks.ts'
import { goTo, openPanel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  calendar = changeCalendar(tenant)
})

const words = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    finish: 'Afronden',
    who: 'Wie leest dit?',
    preparation: 'Voorbereiding',
    reads: /^Nu nog niemand: .*ines Groei één keer heeft geopend/,
    waits: /^ines moet Groei eerst één keer openen/,
    notOfTwo: 'Dit is nu geen gesprek van jullie tweeën',
    came: /^Het gesprek van .* gaat niet door\. Wat daarvoor was voorbereid, staat nu hier\.$/,
  },
  'en-us': {
    steps: 'Steps of the conversation',
    finish: 'Wrap up',
    who: 'Who reads this?',
    preparation: 'Preparation',
    reads: /^Nobody yet: .*ines has opened Groei once/,
    waits: /^ines has to open Groei once first/,
    notOfTwo: 'This is not a conversation of the two of you now',
    came: /^The conversation on .* is not going ahead\. What was prepared for it is here now\.$/,
  },
}
const languages = ['nl-nl', 'en-us'] as const
const reference = ({ iCalUId, start }: Meeting) => ({ iCalUId, start })
const conversationOf = async (user: string, meeting: Meeting) => {
  const { body } = await tenant.as(user)<OpenedConversation>('POST', '/api/conversations', reference(meeting))
  if (body.kind !== 'conversation') throw new Error('not opened')
  return body.conversation
}
const stands = (user: string, { id }: Conversation, eligibility: string) =>
  until(async () => {
    const { body } = await tenant.as(user)<Conversation>('GET', `/api/conversations/${id}`)
    return body.eligibility === eligibility ? true : null
  })

describe('conversations that wait or move', () => {
  test('the panel says for whom sharing waits and why, before and after finishing', async () => {
    await calendar.series('noor', 'ines', 'Wachten')
    const [meeting] = await tenant.meetings('noor', 'Wachten')
    await tenant.as('noor')('POST', '/api/pairs', { meeting: reference(meeting!), myRole: 'coach' })
    const conversation = await conversationOf('noor', meeting!)
    await tenant.commit('noor', conversation.id, 'Elke week een klant spreken')
    for (const round of ['before', 'after']) {
      for (const language of languages) {
        const { steps, finish, who, reads, waits } = words[language]
        const panel = await openPanel(browser, tenant, 'noor', meeting!, { language })
        if (round === 'after') await panel.frame.getByText(waits).waitFor()
        else {
          await goTo(panel, steps, finish)
          await panel.frame.getByRole('button', { name: who }).click()
          await panel.frame.getByText(reads).waitFor()
        }
        const pictures = `waits-${round}-${language}`
        expect(await inOrderInAllThemes(panel, `waits, ${round}, ${language}`, pictures)).toBe(280)
        await panel.close()
      }
      if (round === 'before') await tenant.finish('noor', conversation.id)
    }
  })

  test('the panel says that the other is no longer invited, and that the preparation came along', async () => {
    await calendar.series('noor', 'tom', 'Verschuift')
    const [first, second, third] = await tenant.meetings('noor', 'Verschuift')
    await tenant.conversation('noor', 'tom', first!)
    await until(async () => ((await calendar.subscriptions('noor')).length > 0 ? true : null))
    const conversation = await conversationOf('noor', second!)
    await tenant.as('noor')('PUT', `/api/conversations/${conversation.id}/preparation`, {
      topics: ['Waar loop je op vast?'],
      note: '',
      shared: true,
      revision: 0,
    })
    await calendar.invited('noor', second!)
    await stands('noor', conversation, 'not-of-two')
    for (const language of languages) {
      const panel = await openPanel(browser, tenant, 'noor', second!, { language })
      await panel.frame.getByText(words[language].notOfTwo, { exact: true }).waitFor()
      const pictures = `not-of-two-${language}`
      expect(await inOrderInAllThemes(panel, `not of two, ${language}`, pictures)).toBe(280)
      await panel.close()
    }
    await calendar.cancel('noor', second!)
    await stands('noor', conversation, 'cancelled')
    await tenant.moveTo(new Date(Date.parse(first!.end) + 60_000).toISOString())
    for (const language of languages) {
      const panel = await openPanel(browser, tenant, 'noor', third!, { language })
      await goTo(panel, words[language].steps, words[language].preparation)
      await panel.frame.getByText(words[language].came).waitFor()
      await inOrderInAllThemes(panel, `came along, ${language}`, `came-along-${language}`)
      await panel.close()
    }
  })
})
