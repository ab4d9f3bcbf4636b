import type { FrameLocator, Locator } from 'playwright-core'

/** The calendar that is open. */
export const calendarIn = (where: FrameLocator | Locator) =>
  // The innermost: a commitment that it is in is a group too.
  where.locator('[role="group"]:has([role="grid"])').last()

/** Chooses a day (`YYYY-MM-DD`) in the calendar that a button opens: its year, its month, then the day. */
export async function pickDay(
  where: FrameLocator | Locator,
  button: string | RegExp,
  day: string,
): Promise<void> {
  await where.getByRole('button', { name: button }).click()
  const calendar = calendarIn(where)
  const [year, month, date] = day.split('-').map(Number)
  await calendar.getByRole('combobox', { name: /^(Jaar|Year)$/ }).selectOption(String(year))
  await calendar.getByRole('combobox', { name: /^(Maand|Month)$/ }).selectOption(String(month! - 1))
  await calendar.getByRole('gridcell').getByText(String(date), { exact: true }).click()
}
