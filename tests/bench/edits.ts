import { launchChromium } from '../support/chromium.ts'
import { openCuttable } from '../support/cuttable.ts'
import { typeTogether } from '../support/random-edits.ts'
import { startTenant } from '../support/tenant.ts'

/**
 * Random edits by two people in one text, in real browsers.
 * @throws Error when a sign is lost, doubled or stands elsewhere on one of the screens or in what is stored
 */
export async function measureEdits(edits = 10_000): Promise<string[]> {
  const tenant = await startTenant({ ownProcess: true })
  const browser = await launchChromium()
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  if (!meeting) throw new Error('no meeting')
  const conversation = await tenant.conversation('sanne', 'milan', meeting)
  const sanne = await openCuttable(browser, tenant, 'sanne', meeting)
  const milan = await openCuttable(browser, tenant, 'milan', meeting)
  const began = performance.now()
  const done = await typeTogether(
    tenant,
    {
      sanne: sanne.panel,
      milan: milan.panel,
      cut: (who) => (who === 'sanne' ? sanne : milan).cut(),
    },
    conversation.id,
    { edits, rounds: 10, restEvery: 25 },
  )
  const seconds = (performance.now() - began) / 1000
  await browser.close()
  await tenant.close()
  return [
    `${done.edits} edits, 9 broken connections, a server killed while typing and one at the end: both screens and what is stored are equal (${done.length} signs), in ${seconds.toFixed(0)} s`,
  ]
}
