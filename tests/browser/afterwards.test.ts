import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { answered, goBack, goTo, openPanel } from '../support/panels.ts'
import type { FeedbackAnswer } from '../../server/contract/feedback.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
let begin: string
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  begin = await tenant.now()
})

const nl = 'Stappen van het gesprek'
const en = 'Steps of the conversation'

/** The conversation of a coach and an employee who have none yet, in the first meeting of theirs. */
async function fresh(employee: string, subject: string): Promise<Meeting[]> {
  await tenant.moveTo(begin)
  const meetings = await tenant.meetings('sanne', subject)
  await tenant.conversation('sanne', employee, meetings[0]!)
  return meetings
}

describe('ratings, tips and the guide', () => {
  test('rating opens on finishing, is shown when both want it, and the coach’s minute is the coach’s own', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const conversation = await tenant.conversation('sanne', 'tom', meeting!)
    await tenant.commit('sanne', conversation.id, 'Bel Noor')
    const feedbackOf = async (user: string) =>
      (await tenant.as(user)<FeedbackAnswer>('GET', `/api/conversations/${conversation.id}/feedback`)).body
    const ratingOf = async (user: string) => (await feedbackOf(user)).rating?.value
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const tom = await openPanel(browser, tenant, 'tom', meeting!, { language: 'en-us' })
    await goTo(sanne, nl, 'Afronden')
    await goTo(tom, en, 'Wrap up')
    const mine = sanne.frame.getByRole('region', { name: 'Hoe was dit gesprek voor jou?' })
    const theirs = tom.frame.getByRole('region', { name: 'How was this conversation for you?' })
    expect(await mine.count()).toBe(0)
    await sanne.frame.getByRole('button', { name: 'Delen en afronden' }).click()

    // The result stands where it stays once the invite has it.
    await sanne.frame.getByText('Het staat in de uitnodiging').waitFor()
    await mine.getByRole('radio', { name: '4: goed', exact: true }).check({ force: true })
    await until(async () => ((await ratingOf('sanne')) === 4 ? true : null))
    await mine.getByRole('button', { name: 'Alleen jij ziet dit' }).click()
    await sanne.frame.getByRole('switch', { name: 'Toon mijn sterren aan Tom' }).check()
    await goBack(sanne)
    await mine.getByRole('button', { name: 'Tom ziet dit als jullie dat allebei willen' }).waitFor()
    await tom.frame.getByText('Sanne finished').waitFor()
    await theirs.getByRole('radio', { name: '2: weak', exact: true }).check({ force: true })
    await until(async () => ((await ratingOf('tom')) === 2 ? true : null))
    expect(await mine.getByText('Tom gaf').count()).toBe(0)
    await theirs.getByRole('button', { name: 'Only you see this' }).click()
    await tom.frame.getByRole('switch', { name: 'Show Sanne my stars' }).check()
    await goBack(tom)
    await theirs.getByText('Sanne gave it 4.').waitFor()
    await mine.getByText('Tom gaf een 2.').waitFor()

    await sanne.frame.getByRole('button', { name: 'Minuut voor jezelf' }).click()
    const minute = sanne.frame.getByRole('main', { name: 'Minuut voor jezelf' })
    const talked = minute.getByRole('radiogroup', { name: 'Hoeveel van de tijd was jij aan het woord?' })
    await talked.getByRole('radio', { name: '60%' }).check()
    const frames = minute.getByRole('radiogroup', { name: 'Hoe duidelijk waren de kaders?' })
    await frames.getByRole('radio', { name: '8' }).check()
    await until(async () => {
      const { reflection } = await feedbackOf('sanne')
      return reflection?.talked === 60 && reflection.frames === 8 ? true : null
    })
    expect(await tom.frame.getByText('minute').count()).toBe(0)
    // Whoever comes back finds what became of it, and not the form.
    await sanne.page.reload()
    await sanne.frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await sanne.frame.getByRole('button', { name: 'Minuut voor jezelf' }).click()
    await expect.poll(() => talked.getByRole('radio', { name: '60%' }).isChecked()).toBe(true)
    await sanne.close()
    await tom.close()
  })

  test('a tip comes once on whatever device, and the guide shows progress until its reader dismisses it', async () => {
    const [meeting] = await fresh('aylin', 'Aylin')
    const tip = 'Tip: Eén kleine afspraak die lukt'
    const first = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(first, nl, 'Afspraken')
    expect(await first.frame.getByText(tip).count()).toBe(0)
    await first.frame.getByRole('button', { name: 'Informatie, met een tip' }).click()
    await first.frame.getByText(tip).waitFor()
    // One tip is enough in a conversation.
    await goTo(first, nl, 'Focus')
    await first.frame.getByRole('button', { name: 'Informatie', exact: true }).waitFor()
    await first.close()
    const second = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(second, nl, 'Afspraken')
    await answered(second, '/api/tips')
    await second.frame.getByRole('button', { name: 'Informatie', exact: true }).click()
    await second.frame.getByRole('heading', { level: 1, name: 'Informatie' }).waitFor()
    expect(await second.frame.getByText(tip).count()).toBe(0)
    await second.close()

    const tab = await openPanel(browser, tenant, 'aylin', meeting!, { place: 'personal' })
    const guide = tab.frame.getByRole('group').filter({ hasText: 'Klein beginnen' })
    await guide.getByText('Klein beginnen').click()
    const steps = guide.getByRole('listitem')
    await steps.filter({ hasText: 'Kies één duo' }).getByRole('img', { name: 'gedaan' }).waitFor()
    await steps
      .filter({ hasText: 'Bereid één gesprek voor' })
      .getByRole('img', { name: 'nog te doen' })
      .waitFor()
    await guide.getByRole('button', { name: 'Niet meer tonen' }).click()
    await guide.waitFor({ state: 'detached' })
    const again = tab.page.waitForResponse((one) => one.url().endsWith('/api/guide'))
    await tab.page.reload()
    expect((await (await again).json()) as unknown).toEqual({ progress: null })
    await tab.frame.getByRole('heading', { level: 1, name: /^Goede/ }).waitFor()
    expect(await guide.count()).toBe(0)
    await tab.close()
  })
})
