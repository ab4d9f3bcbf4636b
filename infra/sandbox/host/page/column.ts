import { agenda } from './agenda.ts'
import { getMeetings, type Meeting, type Person } from './api.ts'
import { element, shortTime } from './dom.ts'
import { teamsHost } from './teams-host.ts'

export type Column = {
  node: HTMLElement
  person: () => Person
  meetings: () => Meeting[]
  /** Opens a meeting in the call: the tab is loaded anew, as Teams does. */
  open(iCalUId: string): void
  theme(name: string): void
  refresh(now: Date): Promise<void>
}

const option = (value: string, text: string, selected: boolean) => {
  const made = element('option', { value }, text)
  made.selected = selected
  return made
}

/** One person: their call with the side panel, and their calendar. */
export async function column(
  tenantId: string,
  people: Person[],
  upn: string,
  options: { ordinal: number; locale: string | null; meeting: string | null; theme: () => string },
): Promise<Column> {
  const found = people.find((one) => one.upn === upn) ?? people[0]
  if (!found) throw new Error('Nobody is in the tenant.')
  const person = found
  let locale = options.locale ?? person.locale
  let meetings = await getMeetings(person.upn)
  let chosen = meetings.find((one) => one.iCalUId === options.meeting)
  let frame: HTMLIFrameElement | null = null

  const dialog = element('dialog', { 'aria-label': 'Permissions requested' })
  const askConsent = () =>
    new Promise<boolean>((resolve) => {
      const accept = element('button', { type: 'button', class: 'primary' }, 'Accept')
      const decline = element('button', { type: 'button' }, 'Decline')
      const close = (answer: boolean) => () => {
        dialog.close()
        resolve(answer)
      }
      accept.addEventListener('click', close(true))
      decline.addEventListener('click', close(false))
      dialog.replaceChildren(
        element('p', {}, 'Groei wants to read and update your calendar, and to read your profile.'),
        accept,
        ' ',
        decline,
      )
      dialog.showModal()
    })

  const host = teamsHost(
    () => frame?.contentWindow ?? null,
    () => {
      if (!chosen) throw new Error('No meeting is open.')
      return { tenantId, person, meeting: chosen, theme: options.theme(), locale, askConsent }
    },
  )

  const side = element('div', { class: 'side' })
  const title = element('p', { class: 'title' })
  const time = element('p')
  const picker = element('select', { 'aria-label': `Meeting of ${person.name}` })
  const language = element('select', { 'aria-label': `Language of ${person.name}` })
  language.append(
    option('nl-nl', 'Nederlands', locale === 'nl-nl'),
    option('en-us', 'English', locale === 'en-us'),
  )
  const switcher = element('select', { 'aria-label': `Person ${options.ordinal}` })
  switcher.append(...people.map((one) => option(one.upn, one.name, one === person)))
  switcher.addEventListener('change', () => {
    const query = new URLSearchParams(location.search)
    query.set(options.ordinal === 1 ? 'a' : 'b', switcher.value)
    query.delete('meeting')
    location.search = query.toString()
  })
  const calendar = agenda(() => person.upn)

  function load(): void {
    side.replaceChildren()
    frame = null
    title.textContent = chosen?.subject ?? 'No meeting open'
    time.textContent = chosen ? shortTime(new Date(chosen.start)) : ''
    if (!chosen) return
    frame = element('iframe', { title: `Groei – ${person.name}`, src: '/panel' })
    side.append(frame)
  }
  function draw(): void {
    picker.replaceChildren(
      option('', '—', !chosen),
      ...meetings.map((one) =>
        option(
          one.iCalUId,
          `${shortTime(new Date(one.start))} ${one.subject}`,
          one.iCalUId === chosen?.iCalUId,
        ),
      ),
    )
  }
  picker.addEventListener('change', () => open(picker.value))
  language.addEventListener('change', () => {
    locale = language.value
    load()
  })
  function open(iCalUId: string): void {
    chosen = meetings.find((one) => one.iCalUId === iCalUId)
    draw()
    load()
  }
  draw()
  load()

  return {
    node: element(
      'section',
      { class: 'column', 'aria-label': person.name },
      element('div', { class: 'who' }, element('h2', {}, person.name), switcher, language),
      element('div', { class: 'stage' }, title, time, picker),
      side,
      calendar.node,
      dialog,
    ),
    person: () => person,
    meetings: () => meetings,
    open,
    theme: (name) => host.themeChanged(name),
    async refresh(now) {
      meetings = await getMeetings(person.upn)
      await calendar.refresh(now)
    },
  }
}
