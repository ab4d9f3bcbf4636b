import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  editor,
  goBack,
  goTo,
  liveText,
  openInfo,
  openPanel,
  tabTo,
  turnTo,
  type,
  type Panel,
} from '../support/panels.ts'
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
const earlier = 'Twee dagdelen per week blokkeren om te ontwerpen'

/** The text of a step's editor, without the caret that carries the other's name. */
const textOf = (panel: Panel, step: string) =>
  editor(panel, step).evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.cm-ySelectionCaret')) caret.remove()
    return copy.textContent ?? ''
  })
/** The conversation of a coach and an employee who have none yet, in the first meeting of theirs. */
async function fresh(employee: string, subject: string): Promise<Meeting[]> {
  await tenant.moveTo(begin)
  const meetings = await tenant.meetings('sanne', subject)
  await tenant.conversation('sanne', employee, meetings[0]!)
  return meetings
}

describe('follow-up and scales', () => {
  test('the follow-up keeps the old wording of a changed commitment, and one is dropped with a reason', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.moveTo(meeting!.start)
    const panel = await openPanel(browser, tenant, 'milan', meeting!)
    const { frame } = panel
    await frame.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor()
    const form = frame
      .getByRole('group')
      .filter({ has: frame.getByRole('textbox', { name: 'Wat heb je geprobeerd, wat werkte?' }) })
    await form.getByRole('textbox', { name: 'Wat heb je geprobeerd, wat werkte?' }).fill('Dinsdag wel')
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(0)
    await form.getByRole('radio', { name: 'Loopt' }).check()
    await form.getByRole('textbox', { name: 'Volgende stap' }).fill('Woensdag')
    await form.getByRole('button', { name: 'Aanpassen' }).click()
    const wording = form.getByRole('textbox', { name: 'Wat is de afspraak nu?' })
    // A new wording is asked about as a new commitment is, and what belongs to it goes along.
    await wording.fill('Elke dinsdag beter ontwerpen')
    await form.getByText('“beter”: wat zou iemand je dan precies zien doen?').waitFor()
    await wording.fill('Elke dinsdag ontwerpen')
    await form.getByRole('button', { name: '+ gelukt als' }).click()
    const criterion = form.getByRole('textbox', { name: 'Waaraan merken we dat het werkte?' })
    const before = await liveText(criterion)
    expect(before).not.toBe('')
    await criterion.fill('Eén ontwerp per week af')
    await form.getByRole('button', { name: '+ eerste stap' }).click()
    await form.getByRole('textbox', { name: 'Wat is je eerste stap?' }).fill('Dinsdag vrijhouden')
    await panel.page.reload()
    const remembered = frame.getByRole('group', { name: 'Elke dinsdag ontwerpen' })
    await remembered.getByRole('button', { name: 'meer' }).click()
    await remembered.getByText(`Was: ${earlier}`).waitFor()
    await remembered.getByText(`Was: Gelukt als: ${before}`).waitFor()
    await remembered.getByText('Gelukt als: Eén ontwerp per week af', { exact: true }).waitFor()

    // The coach finds it, and drops it.
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const theirs = sanne.frame.getByRole('group', { name: 'Elke dinsdag ontwerpen' })
    await theirs.getByRole('radio', { name: 'Vervalt' }).check()
    await theirs.getByRole('textbox', { name: 'Waarom?' }).fill('De opdracht is weg')
    const why = remembered.getByRole('textbox', { name: 'Waarom?' })
    await until(async () => ((await liveText(why)) === 'De opdracht is weg' ? true : null))
    // Who was overruled sees by whom, and can take it back.
    await remembered.getByText('Sanne: Vervalt').waitFor()
    await remembered.getByRole('button', { name: 'Terug' }).click()
    await theirs.getByText('Milan: Loopt').waitFor()
    await sanne.close()
    await panel.close()
  })

  test('a commitment that is carried over a third time asks what is in the way', async () => {
    const meetings = await fresh('aylin', 'Aylin')
    const first = await tenant.conversation('sanne', 'aylin', meetings[0]!)
    const id = await tenant.commit('aylin', first.id, 'Elke week één ontwerp laten zien')
    for (const meeting of meetings.slice(1, 3)) {
      await tenant.moveTo(meeting.start)
      const conversation = await tenant.conversation('sanne', 'aylin', meeting)
      const said = { tried: '', next: '', outcome: 'open' }
      await tenant.as('aylin')('PUT', `/api/conversations/${conversation.id}/follow-ups/${id}`, said)
    }
    await tenant.moveTo(meetings[3]!.start)
    const panel = await openPanel(browser, tenant, 'aylin', meetings[3]!, { language: 'en-us' })
    await panel.frame.getByText('This moves on to the next conversation again: that makes 3 times.').waitFor()
    const obstacle = panel.frame.getByRole('textbox', { name: 'What is in the way?' })
    await obstacle.fill('Nobody plans the showing')
    await panel.frame.getByRole('radio', { name: 'Done' }).check()
    // What was written stays, whatever is chosen after it.
    expect(await liveText(obstacle)).toBe('Nobody plans the showing')
    await obstacle.fill('')
    // It stays under the caret, and is gone when somebody comes back.
    await panel.frame.locator(':focus').and(obstacle).waitFor()
    await goTo(panel, 'Steps of the conversation', 'Goal')
    await goTo(panel, 'Steps of the conversation', 'Follow-up')
    await panel.frame.getByRole('radio', { name: 'Done' }).waitFor()
    expect(await obstacle.count()).toBe(0)
    await panel.close()
  })

  test('a scale is answered by keyboard, asks follow-up questions, and shows to the other once they chose too', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const tom = await openPanel(browser, tenant, 'tom', meeting!)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!, { language: 'en-us' })
    await goTo(tom, nl, 'Doel')
    await goTo(sanne, en, 'Goal')
    await turnTo(tom, 'van 1 tot 10')
    const scale = tom.frame.getByRole('radiogroup', { name: 'Mijn cijfer' })
    await scale.getByRole('radio', { name: '1', exact: true }).focus()
    await tom.page.keyboard.press('Space')
    await tom.frame.getByRole('textbox', { name: 'Waarom is het meer dan een 0?' }).waitFor()
    for (let press = 0; press < 6; press += 1) await tom.page.keyboard.press('ArrowRight')
    await expect.poll(() => scale.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true)
    await tabTo(tom, 'textbox', /Waarom een 7 en geen 3\?/)
    await tom.page.keyboard.type('Ik heb al een plan')
    await tabTo(tom, 'button', /één punt meer/)
    await tom.page.keyboard.press('Enter')
    await tom.frame
      .locator(':focus')
      .and(tom.frame.getByRole('textbox', { name: /een 8/ }))
      .waitFor()
    await tom.page.keyboard.type('Een vaste ochtend')
    // The coach sees that he chose, and what only once she did too.
    await sanne.frame.getByText('Tom Visser chose.').waitFor()
    expect(await sanne.frame.getByText(/gives it|vaste ochtend/).count()).toBe(0)
    await sanne.frame
      .getByRole('radiogroup', { name: 'My number' })
      .getByRole('radio', { name: '4', exact: true })
      .check()
    await sanne.frame.getByText('Tom Visser gives it 7.').waitFor()
    await tom.frame.getByText('Sanne de Vries geeft een 4.').waitFor()
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
    const form = sanne.frame.getByRole('main', { name: 'Beschrijf wat je zag' })
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
    await openInfo(sanne)
    await sanne.frame.getByRole('button', { name: 'Beschrijf wat je zag' }).waitFor()
    await goBack(sanne)
    expect(await sanne.frame.getByText('wanneer was de laatste keer').count()).toBe(0)
    await sanne.close()
    await tom.close()
  })

  test('a vague commitment gets a question, is stored all the same, and is left alone once that is dismissed', async () => {
    const [meeting] = await fresh('tom', 'Tom')
    const panel = await openPanel(browser, tenant, 'tom', meeting!, { language: 'en-us' })
    const { frame } = panel
    await goTo(panel, en, 'Commitments')
    const item = frame.getByRole('group', { name: 'Commitment 1' })
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Be more proactive')
    await item.getByText('“more”: what exactly would somebody see you do?').waitFor()
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Ask one question in every review')
    await item.getByRole('button', { name: '+ first step' }).click()
    await item.getByRole('textbox', { name: 'What is your first step?' }).fill('Look at the agenda')
    await item.getByText('What can you do within 48 hours?').waitFor()
    // What is itself soon needs no step before it.
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Call Noor tomorrow at 9:00')
    await item.getByRole('textbox', { name: 'What is your first step?' }).fill('')
    await item.getByText('What can you do within 48 hours?').waitFor({ state: 'detached' })
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Ask one question in every review')
    // Whoever comes back reads it as a whole.
    const comeBack = async () => {
      await goTo(panel, en, 'Goal')
      await goTo(panel, en, 'Commitments')
      await item.getByRole('button', { name: 'Edit commitment' }).waitFor()
    }
    await comeBack()
    await item.getByText('What can you do within 48 hours?').waitFor()
    await item.getByRole('button', { name: 'Never mind' }).click()
    await item.getByRole('button', { name: 'Edit commitment' }).click()
    await item.getByRole('textbox', { name: 'What will you do?' }).fill('Try to ask')
    await comeBack()
    await item.getByText('Tom Visser: Try to ask').waitFor()
    expect(await item.getByText('what exactly would somebody').count()).toBe(0)
    await panel.close()
  })
})
