import { agenda } from './agenda.ts'
import { appFrame } from './app-frame.ts'
import type { chat } from './chat.ts'
import { getMeetings, type Meeting, type Person } from './api.ts'
import { element, option, shortTime } from './dom.ts'
import { signInPrompt } from './prompt.ts'
import { personalTabs, places, teamsHost, type Client, type PlaceName } from './teams-host.ts'

export type Column = {
  node: HTMLElement
  person: () => Person
  meetings: () => Meeting[]
  /** Opens a meeting in the call. */
  open(iCalUId: string): void
  theme(name: string): void
  refresh(now: Date): Promise<void>
}

type Chat = ReturnType<typeof chat>

const placeNames = Object.keys(places) as PlaceName[]

/** One person in Teams: where Groei is open for them, and their calendar. */
export async function column(
  tenantId: string,
  people: Person[],
  upn: string,
  options: {
    ordinal: number
    locale: string | null
    meeting: string | null
    place: string | null
    /** The page of the personal app that a deep link names. */
    page: string | null
    client: Client
    nested: boolean
    theme: () => string
  },
): Promise<Column> {
  const found = people.find((one) => one.upn === upn) ?? people[0]
  if (!found) throw new Error('Nobody is in the tenant.')
  const person = found
  let locale = options.locale ?? person.locale
  let meetings = await getMeetings(person.upn)
  let chosen = meetings.find((one) => one.iCalUId === options.meeting)
  let place = placeNames.find((one) => one === options.place) ?? 'call'
  let subPageId: string | null = options.page
  /** The tab of the personal app that is open. */
  let at = 0
  /** Counts what was opened: while an app is left the person may open something else. */
  let loads = 0
  const app = appFrame(`Groei – ${person.name}`, options.client === 'desktop')
  const { dialog, ask } = signInPrompt()
  const save = element('button', { type: 'button', class: 'primary' }, 'Save')

  const host = teamsHost(app.window, () => ({
    tenantId,
    person,
    meeting: place === 'personal' ? null : (chosen ?? null),
    place,
    entityId: entityId(),
    subPageId,
    theme: options.theme(),
    locale,
    client: options.client,
    nested: options.nested,
    ask,
    go: (to, sub) => {
      at = 0
      go(to, sub ?? null)
    },
    valid: (valid) => {
      save.disabled = !valid
    },
  }))
  save.addEventListener('click', () => host.save())
  const entityId = () => (place === 'personal' ? (personalTabs[at]?.entityId ?? '') : 'groei')

  const side = element('div', { class: 'side' })
  const title = element('p', { class: 'title' })
  const time = element('p')
  const picker = element('select', { 'aria-label': `Meeting of ${person.name}` })
  const where = element('select', { 'aria-label': `Place of ${person.name}` })
  where.append(...placeNames.map((one) => option(one, places[one].name, one === place)))
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
  let conversation: Promise<Chat> | null = null
  const node = element(
    'section',
    { class: 'column', 'aria-label': person.name },
    element('div', { class: 'who' }, element('h2', {}, person.name), switcher, language),
    element('div', { class: 'stage' }, title, time, picker, where),
    side,
    calendar.node,
    dialog,
  )

  /** The chat brings a renderer of cards of a third of a megabyte: it is loaded when it is first shown. */
  async function showChat(): Promise<void> {
    conversation ??= import('./chat.ts').then((one) => one.chat(() => person.upn, options.theme, followLink))
    const { node: messages, refresh } = await conversation
    // The person may have gone elsewhere meanwhile.
    if (place !== 'chat') return
    if (messages.parentNode !== side) side.append(messages)
    await refresh()
  }
  async function load(): Promise<void> {
    const asked = (loads += 1)
    node.dataset['place'] = place
    where.value = place
    title.textContent = chosen?.subject ?? 'No meeting open'
    time.textContent = chosen ? shortTime(new Date(chosen.start)) : ''
    for (const one of [...side.children]) if (one !== app.node()) one.remove()
    await app.leave(host)
    if (asked !== loads) return
    if (place === 'chat') return void showChat()
    const { path } = places[place]
    if ((!chosen && place !== 'personal') || !path) return
    save.disabled = true
    const tab = place === 'personal' ? personalTabs[at] : undefined
    const frame = app.open(host, side, { entityId: entityId(), path: `${path}${tab?.hash ?? ''}` })
    if (tab) frame.before(tabs())
    if (place === 'configure') frame.after(save)
  }
  function tabs(): HTMLElement {
    const links = personalTabs.map((tab, index) => {
      const name = locale.startsWith('nl') ? tab.nl : tab.en
      const button = element(
        'button',
        { type: 'button', role: 'tab', 'aria-selected': String(index === at) },
        name,
      )
      button.addEventListener('click', () => {
        at = index
        go('personal', null)
      })
      return button
    })
    const back = element('button', { type: 'button', 'aria-label': 'Back' }, '‹')
    back.addEventListener('click', () => host.back())
    return element(
      'div',
      { class: 'tabs' },
      back,
      element('div', { role: 'tablist', 'aria-label': 'Groei' }, ...links),
    )
  }
  function draw(): void {
    const choices = meetings.map((one) => {
      const label = `${shortTime(new Date(one.start))} ${one.subject}`
      return option(one.iCalUId, label, one.iCalUId === chosen?.iCalUId)
    })
    picker.replaceChildren(option('', '—', !chosen), ...choices)
  }
  function go(to: PlaceName, sub: string | null): void {
    place = to
    subPageId = sub
    void load()
  }
  /** A link into the personal app leads to its first tab. */
  function followLink(sub: string | null): void {
    at = 0
    go('personal', sub)
  }
  function open(iCalUId: string): void {
    chosen = meetings.find((one) => one.iCalUId === iCalUId)
    draw()
    void load()
  }
  picker.addEventListener('change', () => open(picker.value))
  where.addEventListener('change', () => go(where.value as PlaceName, null))
  language.addEventListener('change', () => {
    locale = language.value
    void load()
  })
  draw()
  void load()

  return {
    node,
    person: () => person,
    meetings: () => meetings,
    open,
    theme: (name) => {
      host.themeChanged(name)
      if (place === 'chat') void showChat()
    },
    async refresh(now) {
      meetings = await getMeetings(person.upn)
      await Promise.all([calendar.refresh(now), place === 'chat' && showChat()])
    },
  }
}
