import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { editor, goTo, openPanel, tabTo, type, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/talks.ts'
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
const earlier = 'Twee dagdelen per week blokkeren om te ontwerpen'

/** The text of a step's editor, without the caret that carries the other's name. */
const textOf = (panel: Panel, step: string) =>
  editor(panel, step).evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.cm-ySelectionCaret')) caret.remove()
    return copy.textContent ?? ''
  })
/** The talk of a coach and an employee who have none yet, in the first meeting of theirs. */
async function fresh(employee: string, subject: string): Promise<Meeting[]> {
  await tenant.moveTo(begin)
  const meetings = await tenant.meetings('sanne', subject)
  await tenant.talk('sanne', employee, meetings[0]!)
  return meetings
}

describe('follow-up and scales', () => {
  test('the follow-up asks what was learnt, keeps the old wording of a changed commitment, and drops one with a reason', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.moveTo(meeting!.start)
    const panel = await openPanel(browser, tenant, 'milan', meeting!)
    const { frame } = panel
    await frame.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor()
    const form = frame
      .getByRole('group')
      .filter({ has: frame.getByRole('button', { name: 'Opvolging bewaren' }) })
    await form.getByRole('textbox', { name: 'Wat werkte, en wat niet?' }).fill('Dinsdag wel')
    await form.getByRole('textbox', { name: 'Wat heb je ervan geleerd?' }).fill('Donderdag is te vol')
    await form.getByRole('radio', { name: 'Vervalt' }).check()
    await form.getByRole('button', { name: 'Opvolging bewaren' }).click()
    await form.getByText('Schrijf in een paar woorden op waarom.').waitFor()
    // A refusal takes nothing away.
    expect(await form.getByRole('textbox', { name: 'Wat werkte, en wat niet?' }).inputValue()).toBe(
      'Dinsdag wel',
    )

    await form.getByRole('radio', { name: 'Loopt nog' }).check()
    await form.getByRole('button', { name: 'Afspraak veranderen' }).click()
    const wording = form.getByRole('textbox', { name: 'Wat is de afspraak nu?' })
    // A new wording is asked about as a new commitment is, and what belongs to it goes along.
    await wording.fill('Elke dinsdag beter ontwerpen')
    await form.getByText('“beter”: wat zou iemand je dan precies zien doen?').waitFor()
    await wording.fill('Elke dinsdag ontwerpen')
    const criterion = form.getByRole('textbox', { name: 'Waaraan merken we dat het werkte?' })
    const before = await criterion.inputValue()
    expect(before).not.toBe('')
    await criterion.fill('Eén ontwerp per week af')
    await form.getByRole('textbox', { name: 'Wat is je eerste stap?' }).fill('Dinsdag vrijhouden')
    await form.getByRole('button', { name: 'Opvolging bewaren' }).click()
    await form.getByText(`Was: ${earlier}`).waitFor()
    await form.getByText(`Was: Gelukt als: ${before}`).waitFor()
    await form.getByText('Gelukt als: Eén ontwerp per week af', { exact: true }).waitFor()
    await form.getByRole('heading', { name: 'Elke dinsdag ontwerpen' }).waitFor()

    // The coach finds it, and drops it.
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const theirs = sanne.frame.getByRole('group', { name: 'Elke dinsdag ontwerpen' })
    await theirs.getByRole('radio', { name: 'Vervalt' }).check()
    await theirs.getByRole('textbox', { name: 'Waarom vervalt het?' }).fill('De opdracht is weg')
    await theirs.getByRole('button', { name: 'Opvolging bewaren' }).click()
    await theirs.getByText('Bewaard', { exact: true }).waitFor()
    const why = form.getByRole('textbox', { name: 'Waarom vervalt het?' })
    await until(async () => ((await why.inputValue()) === 'De opdracht is weg' ? true : null))
    await sanne.close()
    await panel.close()
  })

  test('a commitment that is carried over a third time asks what is in the way', async () => {
    const meetings = await fresh('aylin', 'Aylin')
    const first = await tenant.talk('sanne', 'aylin', meetings[0]!)
    const id = await tenant.commit('aylin', first.id, 'Elke week één ontwerp laten zien')
    for (const [at, meeting] of meetings.slice(1, 3).entries()) {
      await tenant.moveTo(meeting.start)
      const talk = await tenant.talk('sanne', 'aylin', meeting)
      const said = { tried: '', happened: '', next: '', outcome: 'open', revision: at + 1 }
      await tenant.as('aylin')('PUT', `/api/conversations/${talk.id}/follow-ups/${id}`, said)
    }
    await tenant.moveTo(meetings[3]!.start)
    const panel = await openPanel(browser, tenant, 'aylin', meetings[3]!, { language: 'en-us' })
    await panel.frame.getByText('This moves on to the next conversation again: that makes 3 times.').waitFor()
    const obstacle = panel.frame.getByRole('textbox', { name: 'What is in the way?' })
    await obstacle.fill('Nobody plans the showing')
    await panel.frame.getByRole('radio', { name: 'Done' }).check()
    expect(await obstacle.count()).toBe(0)
    await panel.close()
  })

  test('a scale is answered by keyboard, asks follow-up questions, and shows to the other at once', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const tom = await openPanel(browser, tenant, 'tom', meeting!)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!, { language: 'en-us' })
    await goTo(tom, nl, 'Doel')
    await goTo(sanne, en, 'Goal')
    const scale = tom.frame.getByRole('radiogroup', { name: 'Mijn cijfer' })
    await scale.getByRole('radio', { name: '1', exact: true }).focus()
    await tom.page.keyboard.press('Space')
    await tom.frame.getByRole('textbox', { name: 'Waarom is het meer dan een 0?' }).waitFor()
    for (let press = 0; press < 6; press += 1) await tom.page.keyboard.press('ArrowRight')
    expect(await scale.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true)
    await tabTo(tom, 'textbox', /Waarom is het een 7 en geen 3\?/)
    await tom.page.keyboard.type('Ik heb al een plan')
    await tabTo(tom, 'textbox', /Wat zou er een 8 van maken\?/)
    await tom.page.keyboard.type('Een vaste ochtend')
    await tabTo(tom, 'button', /Antwoord bewaren/)
    await tom.page.keyboard.press('Enter')
    await sanne.frame.getByText('Tom Visser gives it 7.').waitFor()
    await sanne.frame.getByText('Een vaste ochtend').waitFor()
    await tom.close()
    await sanne.close()
  })
})

describe('plain wording in notes and commitments', () => {
  test('an observation in place of a label becomes one paragraph in the notes that both read', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const tom = await openPanel(browser, tenant, 'tom', meeting!)
    await goTo(sanne, nl, 'Realiteit')
    await goTo(tom, nl, 'Realiteit')
    await type(sanne, 'Realiteit', 'Je komt altijd te laat')
    await sanne.frame.getByText('“altijd”: wanneer was de laatste keer?').waitFor()
    await sanne.frame.getByRole('button', { name: 'Beschrijf wat je zag' }).click()
    const form = sanne.frame.getByRole('group', { name: 'Situatie, gedrag, effect, wens' })
    for (const [field, text] of [
      ['Situatie', 'het overleg van maandag'],
      ['Gedrag', 'je kwam om tien over negen binnen'],
      ['Effect', 'Noor begon opnieuw'],
      ['Wens', 'laat het weten als het later wordt'],
    ] as const)
      await form.getByRole('textbox', { name: field }).fill(text)
    await form.getByRole('button', { name: 'In de notities zetten' }).click()
    await sanne.frame.getByText('Het staat in de notities.').waitFor()
    await until(async () => {
      const text = await textOf(tom, 'Realiteit')
      return text.includes('Situatie: het overleg van maandag. Gedrag: je kwam') ? true : null
    })
    // Waved away, it does not come back in this step, nor after a reload.
    await sanne.frame.getByRole('button', { name: 'Laat maar' }).last().click()
    await sanne.page.reload()
    await goTo(sanne, nl, 'Realiteit')
    await sanne.frame.getByRole('button', { name: 'Beschrijf wat je zag' }).waitFor()
    expect(await sanne.frame.getByText('wanneer was de laatste keer').count()).toBe(0)
    await sanne.close()
    await tom.close()
  })

  test('a vague commitment gets a question, can be saved all the same, and is left alone once that is dismissed', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const panel = await openPanel(browser, tenant, 'tom', meeting!, { language: 'en-us' })
    const { frame } = panel
    await goTo(panel, en, 'Commitments')
    await frame.getByRole('button', { name: 'Add a commitment' }).click()
    const item = frame.getByRole('group', { name: 'Commitment 1' })
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Be more proactive')
    await item.getByText('“more”: what exactly would somebody see you do?').waitFor()
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Ask one question in every review')
    await item.getByRole('textbox', { name: 'What is your first step?' }).fill('Look at the agenda')
    await item.getByRole('button', { name: 'Save commitment' }).click()
    await item.getByText('Saved', { exact: true }).waitFor()
    await item.getByText('What can you do within 48 hours?').waitFor()
    // What is itself soon needs no step before it.
    await item.getByRole('button', { name: 'Edit commitment' }).click()
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Call Noor tomorrow at 9:00')
    await item.getByRole('textbox', { name: 'What is your first step?' }).fill('')
    await item.getByRole('button', { name: 'Save commitment' }).click()
    await item.getByText('Call Noor tomorrow at 9:00').waitFor()
    await item.getByText('What can you do within 48 hours?').waitFor({ state: 'detached' })
    await item.getByRole('button', { name: 'Edit commitment' }).click()
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Ask one question in every review')
    await item.getByRole('button', { name: 'Save commitment' }).click()
    await item.getByText('What can you do within 48 hours?').waitFor()
    await item.getByRole('button', { name: 'Never mind' }).click()
    await item.getByRole('button', { name: 'Edit commitment' }).click()
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Try to ask')
    await item.getByRole('button', { name: 'Save commitment' }).click()
    await item.getByRole('button', { name: 'Edit commitment' }).waitFor()
    expect(await item.getByText('what exactly would somebody').count()).toBe(0)
    await panel.close()
  })
})

describe('ratings, tips and the guide', () => {
  test('rating opens on finishing, is shown when both want it, and the coach’s minute is the coach’s own', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const talk = await tenant.talk('sanne', 'tom', meeting!)
    await tenant.as('sanne')('PUT', `/api/conversations/${talk.id}/commitments/${crypto.randomUUID()}`, {
      owner: 'employee',
      what: 'Bel Noor',
      firstStep: '',
      due: null,
      criterion: '',
      ifThen: '',
      revision: 0,
    })
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const tom = await openPanel(browser, tenant, 'tom', meeting!, { language: 'en-us' })
    await goTo(sanne, nl, 'Wat wordt gedeeld')
    await goTo(tom, en, 'What will be shared')
    expect(await sanne.frame.getByRole('group', { name: 'Hoe was dit gesprek?' }).count()).toBe(0)
    await sanne.frame.getByRole('button', { name: 'Gesprek afronden' }).click()

    const mine = sanne.frame.getByRole('group', { name: 'Hoe was dit gesprek?' })
    const theirs = tom.frame.getByRole('group', { name: 'How was this conversation?' })
    // What the numbers mean is there to read, not only to hear.
    await mine.getByText('3: goed genoeg').waitFor()
    await mine.getByRole('radio', { name: '4: goed' }).check()
    await mine.getByText('Alleen jij ziet je cijfer. Bewaard.').waitFor()
    await mine.getByRole('checkbox').check()
    await mine.getByText('zodra jullie dat allebei willen. Bewaard.').waitFor()
    await theirs.getByRole('radio', { name: '2: weak' }).check()
    await theirs.getByText('Only you can see your rating. Saved.').waitFor()
    expect(await mine.getByText('Tom Visser gaf').count()).toBe(0)
    await theirs.getByRole('checkbox').check()
    await theirs.getByText('Sanne de Vries gave it 4.').waitFor()
    await mine.getByText('Tom Visser gaf een 2.').waitFor()

    await sanne.frame.getByRole('button', { name: 'Minuut voor jezelf nemen' }).click()
    const minute = sanne.frame.getByRole('group', { name: 'Mijn minuut' })
    await minute.getByText('1: niet één keer, 10: bij elk onderwerp').waitFor()
    await minute
      .getByRole('combobox', { name: 'Hoeveel van de tijd was jij aan het woord?' })
      .selectOption('60%')
    await minute.getByText('Jij 60%, de ander de rest.').waitFor()
    await minute.getByRole('combobox', { name: 'Hoe duidelijk waren de kaders?' }).selectOption('8')
    await minute.getByRole('button', { name: 'Minuut bewaren' }).click()
    await minute.getByText('Bewaard', { exact: true }).waitFor()
    expect(await tom.frame.getByText('minute').count()).toBe(0)
    await sanne.page.reload()
    await goTo(sanne, nl, 'Wat wordt gedeeld')
    const kept = minute.getByRole('combobox', { name: 'Hoeveel van de tijd was jij aan het woord?' })
    await until(async () => ((await kept.inputValue()) === '60' ? true : null))
    await sanne.close()
    await tom.close()
  })

  test('a tip comes once on whatever device, and the guide shows progress until its reader dismisses it', async () => {
    const [meeting] = await fresh('aylin', 'Aylin')
    const tip = 'Tip: Eén kleine afspraak die lukt'
    const first = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(first, nl, 'Afspraken')
    await first.frame.getByText(tip).waitFor()
    await first.frame.getByRole('button', { name: 'Begrepen' }).click()
    await first.close()
    const second = await openPanel(browser, tenant, 'aylin', meeting!)
    const asked = second.page.waitForResponse((one) => one.url().endsWith('/api/tips'))
    await goTo(second, nl, 'Afspraken')
    await (await asked).finished()
    await second.frame.getByRole('button', { name: 'Afspraak toevoegen' }).waitFor()
    expect(await second.frame.getByText(tip).count()).toBe(0)
    await second.close()

    const tab = await openPanel(browser, tenant, 'aylin', meeting!, { place: 'personal' })
    const guide = tab.frame.getByRole('region', { name: 'Klein beginnen' })
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
    await tab.frame.getByRole('heading', { level: 1, name: 'Mijn 1-op-1’s' }).waitFor()
    expect(await guide.count()).toBe(0)
    await tab.close()
  })
})
