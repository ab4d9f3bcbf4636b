import { agenda } from './agenda.ts'
import type { chat } from './chat.ts'
import { getMeetings, type Meeting, type Person } from './api.ts'
import { element, option, shortTime } from './dom.ts'
import { signInPrompt } from './prompt.ts'
import { personalTabs, places, teamsHost, type PlaceName } from './teams-host.ts'

export type Column = {
  node: HTMLElement
  person: () => Person
  meetings: () => Meeting[]
  /** Opens a meeting in the call: the tab is loaded anew, as Teams does. */
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
  let frame: HTMLIFrameElement | null = null
  const { dialog, ask } = signInPrompt()
  const save = element('button', { type: 'button', class: 'primary' }, 'Save')

  const host = teamsHost(
    () => frame?.contentWindow ?? null,
    () => ({
      tenantId,
      person,
      meeting: place === 'personal' ? null : (chosen ?? null),
      place,
      subPageId,
      theme: options.theme(),
      locale,
      nested: options.nested,
      ask,
      go: (to, sub) => go(to, sub ?? null),
      valid: (valid) => {
        save.disabled = !valid
      },
    }),
  )
  save.addEventListener('click', () => host.save())

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
    conversation ??= import('./chat.ts').then((one) => one.chat(() => person.upn, options.theme))
    const { node: messages, refresh } = await conversation
    // The person may have gone elsewhere meanwhile.
    if (place !== 'chat') return
    if (messages.parentNode !== side) side.append(messages)
    await refresh()
  }
  function load(): void {
    frame = null
    side.replaceChildren()
    node.dataset['place'] = place
    where.value = place
    title.textContent = chosen?.subject ?? 'No meeting open'
    time.textContent = chosen ? shortTime(new Date(chosen.start)) : ''
    if (place === 'chat') return void showChat()
    const { path } = places[place]
    if ((!chosen && place !== 'personal') || !path) return
    save.disabled = true
    const tab = place === 'personal' ? personalTabs[at] : undefined
    frame = element('iframe', { title: `Groei – ${person.name}`, src: `${path}${tab?.hash ?? ''}` })
    side.append(...(tab ? [tabs()] : []), frame, ...(place === 'configure' ? [save] : []))
  }
  /** As Teams does: each tab loads the page anew, at the address that the manifest gives it. */
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
    load()
  }
  function open(iCalUId: string): void {
    chosen = meetings.find((one) => one.iCalUId === iCalUId)
    draw()
    load()
  }
  picker.addEventListener('change', () => open(picker.value))
  where.addEventListener('change', () => go(where.value as PlaceName, null))
  language.addEventListener('change', () => {
    locale = language.value
    load()
  })
  draw()
  load()

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
