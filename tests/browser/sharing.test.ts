import type { Browser } from 'playwright-core'
import { afterEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goBack, goTo, openPanel, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  calendar = changeCalendar(tenant)
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const published = (one: { state: string } | null) => one?.state === 'published'
const words = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    finish: 'Afronden',
    readers: 'Wie kan dit lezen?',
    change: 'Iets veranderen',
    replace: 'Ook vervangen wat in de uitnodiging is aangepast',
    notOne: 'Dit is nu geen 1-op-1',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    finish: 'Wrap up',
    readers: 'Who can read this?',
    change: 'Change something',
    replace: 'Also replace what was edited in the invite',
    notOne: 'This is not a 1-on-1 now',
  },
}
const languages = ['nl-nl', 'en-us'] as const

/** A pair that no other test has, each week at the same time, with a commitment to share. */
async function begun(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second] = await tenant.meetings(coach, subject)
  const conversation = await tenant.conversation(coach, employee, first!)
  await tenant.commit(employee, conversation.id, 'Elke week een klant spreken')
  return { conversation, first: first!, second: second! }
}
async function share(coach: string, conversation: Conversation) {
  await tenant.finish(coach, conversation.id)
  await tenant.publication(coach, conversation.id, published)
}
async function edit(user: string, meeting: Meeting) {
  const { content } = await tenant.invite(user, meeting.iCalUId)
  const edited = content.replace('een klant spreken', 'twee klanten spreken')
  await calendar.change(user, meeting, { body: { contentType: 'html', content: edited } })
}
async function atFinish(user: string, meeting: Meeting, language: keyof typeof words = 'nl-nl') {
  const panel = await openPanel(browser, tenant, user, meeting, { language })
  await goTo(panel, words[language].steps, words[language].finish)
  return panel
}
/** All of a page, one screenful after the other. */
async function shootAll(panel: Panel, name: string) {
  const html = panel.frame.locator('html')
  const pages = await html.evaluate((page) => Math.ceil(page.scrollHeight / window.innerHeight))
  for (let at = 0; at < pages; at += 1) {
    await html.evaluate((_page, to) => window.scrollTo(0, to * (window.innerHeight - 120)), at)
    await shoot(panel, `${name}-${at + 1}`)
  }
}
const readers = async (panel: Panel, name: string) => {
  await panel.frame.getByRole('button', { name: /^(Wie leest dit\?|Who reads this\?)$/ }).click()
  return panel.frame.getByRole('main', { name })
}
/** Presses Tab until the focus is on the box or button of this name. */
async function tabTo(panel: Panel, role: 'checkbox' | 'button', name: string) {
  const wanted = panel.frame.getByRole(role, { name })
  for (let press = 0; press < 60; press += 1) {
    await panel.page.keyboard.press('Tab')
    if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
  }
  throw new Error(`${name} is not to be reached by keyboard`)
}

describe('sharing into the next invite', () => {
  test('the panel says who can read before sharing, and the organiser makes it private by keyboard', async () => {
    const { conversation, first, second } = await begun('milan', 'aylin', 'Om en om')
    const theirs = await atFinish('aylin', first, 'en-us')
    const block = await readers(theirs, 'Who can read this?')
    await block.getByText(/^It goes into the invite for .*\(Om en om\)\.$/).waitFor()
    await block.getByText(/Milan Bakker can make the conversation private/).waitFor()
    expect(await block.getByRole('checkbox').count()).toBe(0)
    await theirs.close()

    const panel = await atFinish('milan', first)
    const own = await readers(panel, 'Wie kan dit lezen?')
    const box = own.getByRole('checkbox', { name: 'Maak onze gesprekken privé in de agenda' })
    await box.waitFor()
    await tabTo(panel, 'checkbox', 'Maak onze gesprekken privé in de agenda')
    await panel.page.keyboard.press('Space')
    await own.getByText('Bewaard', { exact: true }).waitFor()
    await own.getByText(/^Het gesprek wordt privé gemaakt/).waitFor()
    // Escape goes back to what opened it.
    await panel.page.keyboard.press('Escape')
    await panel.frame
      .locator(':focus')
      .and(panel.frame.getByRole('button', { name: 'Wie leest dit?' }))
      .waitFor()
    await tabTo(panel, 'button', 'Delen en afronden')
    await panel.page.keyboard.press('Enter')
    await panel.frame.getByText('Het staat in de uitnodiging').waitFor()
    await panel.frame.getByRole('button', { name: 'Iets veranderen' }).click()
    await (await readers(panel, 'Wie kan dit lezen?')).getByText(/^Het gesprek is privé/).waitFor()
    await expect.poll(() => box.isChecked()).toBe(true)
    await panel.close()
    const { id } = await tenant.invite('aylin', second.iCalUId)
    const event = await calendar.graph<{ sensitivity: string }>(
      'aylin',
      'GET',
      `/me/events/${encodeURIComponent(id)}`,
    )
    expect(event.sensitivity).toBe('private')
    await tenant.publication('aylin', conversation.id, published)
  })

  test('a privacy choice that could not be saved is taken back, and an unreadable calendar blocks nothing', async () => {
    const { conversation, first } = await begun('tom', 'milan', 'Storing')
    const panel = await openPanel(browser, tenant, 'tom', first)
    await panel.frame.getByRole('navigation', { name: 'Stappen van het gesprek' }).waitFor()
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'GET', path: '/me/calendarView', status: 503 }],
    })
    await goTo(panel, 'Stappen van het gesprek', 'Afronden')
    const block = await readers(panel, 'Wie kan dit lezen?')
    await block.getByText(/^Je agenda kon niet worden gelezen/).waitFor()
    const finish = panel.frame.getByRole('button', { name: 'Delen en afronden' })
    await inOrder(panel, 'calendar unread')
    await shoot(panel, 'sharing-unread')
    await goBack(panel)
    expect(await finish.getAttribute('aria-disabled')).not.toBe('true')
    await readers(panel, 'Wie kan dit lezen?')
    await tenant.sandbox('DELETE', 'faults')
    await block.getByRole('button', { name: 'Opnieuw proberen' }).click()
    const box = block.getByRole('checkbox')
    await box.waitFor()

    await panel.page.route('**/privacy', (route) => route.abort())
    await box.click()
    await block.getByText(/^Geen verbinding/).waitFor()
    await expect.poll(() => box.isChecked()).toBe(false)
    await panel.page.unroute('**/privacy')
    await box.click()
    await block.getByText('Bewaard', { exact: true }).waitFor()
    await goBack(panel)
    await finish.click()
    await tenant.publication('tom', conversation.id, published)
    // The browser itself tells of what failed.
    const told = panel.complaints.splice(0)
    expect(told.filter((one) => !/503|ERR_FAILED/.test(one))).toEqual([])
    await panel.close()
  })

  test('an edited section stays in the invite until somebody says by keyboard that it may be replaced', async () => {
    const { conversation, first, second } = await begun('aylin', 'tom', 'Bewerkt')
    await calendar.change('aylin', second, {
      attendees: [
        { type: 'required', emailAddress: { address: 'tom@sandbox.example', name: 'Tom Visser' } },
        { type: 'resource', emailAddress: { address: 'kamer.eik@sandbox.example', name: 'Kamer Eik' } },
      ],
    })
    await share('aylin', conversation)
    await edit('aylin', second)
    await share('tom', conversation)
    for (const language of languages) {
      const said = words[language]
      const looking = await openPanel(browser, tenant, 'aylin', first, { language })
      await looking.frame.getByRole('button', { name: said.change }).click()
      await looking.frame.getByRole('checkbox', { name: said.replace }).waitFor()
      await (await readers(looking, said.readers)).getByText(/Kamer Eik/).waitFor()
      await goBack(looking)
      const pictures = `sharing-edited-${language}`
      expect(await inOrderInAllThemes(looking, `edited, ${language}`, pictures, shootAll)).toBe(280)
      await looking.close()
    }
    const panel = await openPanel(browser, tenant, 'tom', first)
    await panel.frame.getByText(/^Iemand heeft het stuk in de uitnodiging zelf aangepast/).waitFor()
    await tabTo(panel, 'button', words['nl-nl'].change)
    await panel.page.keyboard.press('Enter')
    await tabTo(panel, 'checkbox', words['nl-nl'].replace)
    await panel.page.keyboard.press('Space')
    await tabTo(panel, 'button', 'Delen en afronden')
    await panel.page.keyboard.press('Enter')
    await panel.frame.getByRole('checkbox', { name: words['nl-nl'].replace }).waitFor({ state: 'detached' })
    const content = async () => (await tenant.invite('tom', second.iCalUId)).content
    await expect.poll(content).not.toContain('twee klanten spreken')
    expect(await content()).toContain('een klant spreken')
    await panel.close()
  })

  test('the panel says that a third person was invited, keeps what was written, and shares once they are two again', async () => {
    const [, meeting] = await tenant.meetings('sanne', '1-op-1 Sanne en Tom')
    const conversation = await tenant.conversation('sanne', 'tom', meeting!)
    await tenant.commit('tom', conversation.id, 'Elke week een klant spreken')
    await calendar.invited('sanne', meeting!, 'tom', 'milan')
    for (const language of languages) {
      const said = words[language]
      const panel = await openPanel(browser, tenant, 'tom', meeting!, { language })
      await panel.frame.getByText(said.notOne, { exact: true }).waitFor()
      const pictures = `sharing-others-${language}`
      expect(await inOrderInAllThemes(panel, `not a 1-on-1, ${language}`, pictures)).toBe(280)
      await panel.close()
    }
    const panel = await atFinish('tom', meeting!)
    await panel.frame.getByText('Elke week een klant spreken').first().waitFor()
    await panel.frame.getByRole('button', { name: 'Delen en afronden' }).click()
    await panel.frame.getByText(/^Dit gesprek is nu niet van jullie tweeën alleen/).waitFor()
    await shootAll(panel, 'sharing-others-finished')
    // The two of them again: it goes on, and is not said any more.
    await calendar.invited('sanne', meeting!, 'tom')
    await panel.frame.getByText(words['nl-nl'].notOne, { exact: true }).waitFor({ state: 'detached' })
    await tenant.publication('tom', conversation.id, published)
    await panel.close()
  })

  test.each(languages)('the readers pass axe and fit 280 px in all themes: %s', async (language) => {
    const said = words[language]
    const [, , , meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    if (conversation.commitments.length === 0)
      await tenant.commit('milan', conversation.id, 'Elke week een klant spreken')
    const panel = await openPanel(browser, tenant, 'sanne', meeting!, { language })
    await goTo(panel, said.steps, said.finish)
    await (await readers(panel, said.readers)).getByRole('checkbox').waitFor()
    const pictures = `sharing-readers-${language}`
    expect(await inOrderInAllThemes(panel, `readers, ${language}`, pictures, shootAll)).toBe(280)
    await panel.close()
  })
})
