import type { agenda } from './agenda.ts'
import { getMeetings, type CalendarEvent, type Meeting, type Person } from './api.ts'
import { appFrame, type Files } from './app-frame.ts'
import { appTabs } from './app-tabs.ts'
import type { chat } from './chat.ts'
import { element } from './dom.ts'
import { face } from './face.ts'
import { signInPrompt } from './prompt.ts'
import { rail } from './rail.ts'
import { stage } from './stage.ts'
import { personalTabs, places, teamsHost, type Client, type Nested, type PlaceName } from './teams-host.ts'
import { wordsIn } from './texts.ts'

/** The tenant and the choices that all people shown have in common. */
export type Desk = {
  tenantId: string
  client: Client
  nested: Nested
  /** Which files of an app do the clients keep? */
  files: Files
  /** Does an app hear of the first link only, as long as Teams runs (teams-js 3031)? */
  isFirstLinkKept: boolean
  /** Do the clients tell of the meeting when they are asked? */
  tellsOfMeeting: boolean
  theme: () => string
  locale: () => string
  now: () => Date
}
export type Column = {
  node: HTMLElement
  person: Person
  place: () => PlaceName
  go: (place: PlaceName) => void
  /** The meetings in this calendar, asked for anew. */
  meetings: () => Promise<Meeting[]>
  /** Goes to a meeting's call: the tab is loaded anew, as Teams does. */
  join: (meeting: Meeting) => void
  themeChanged: () => void
  /** Draws everything anew and loads the tab anew, as Teams does when its language changes. */
  languageChanged: () => void
  tick: () => void
  /** Asks anew what of the tenant's is on screen. */
  refresh: () => Promise<unknown>
}

/** One person in Teams: the apps, the meeting, and Groei where it is open for them. */
export function column(
  desk: Desk,
  person: Person,
  opened: {
    meeting: Meeting | undefined
    place: PlaceName
    /** The page of the personal app that a deep link names. */
    page: string | null
  },
): Column {
  let { meeting, place, page: subPageId } = opened
  let firstLinked = subPageId
  /** The tab of the personal app that is open. */
  let at = 0
  /** Counts what was opened: while an app is left the person may open something else. */
  let loads = 0
  const app = appFrame(`Groei – ${person.name}`, desk.client === 'desktop', desk.files)
  let drawer: ReturnType<typeof agenda> | null = null
  let conversation: Promise<ReturnType<typeof chat>> | null = null
  let apps: ReturnType<typeof rail>
  let call: ReturnType<typeof stage>

  const { dialog, ask } = signInPrompt(desk.locale)
  const save = element('button', { type: 'button', class: 'primary' })
  const host = teamsHost(app.window, () => ({
    tenantId: desk.tenantId,
    person,
    meeting: place === 'personal' ? null : (meeting ?? null),
    place,
    entityId: entityId(),
    subPageId: desk.isFirstLinkKept ? firstLinked : subPageId,
    theme: desk.theme(),
    locale: desk.locale(),
    client: desk.client,
    nested: desk.nested,
    tellsOfMeeting: desk.tellsOfMeeting,
    ask,
    go: openInFirstTab,
    valid: (valid) => {
      save.disabled = !valid
    },
  }))
  save.addEventListener('click', () => host.save())
  const entityId = () => (place === 'personal' ? (personalTabs[at]?.entityId ?? '') : 'groei')
  const side = element('div', { class: 'side' })
  const node = element('section', { class: 'column', 'aria-label': person.name })

  function draw(): void {
    closeCalendar()
    app.close()
    conversation = null
    apps = rail(person.name, desk.locale(), {
      toggleCalendar: () => void toggleCalendar(),
      go: (to) => go(to),
    })
    call = stage(desk.locale())
    save.textContent = wordsIn(desk.locale()).save
    const who = element('div', { class: 'who' }, face(person.name), element('h2', {}, person.name))
    node.replaceChildren(who, apps.node, call.node, side, dialog)
    void load()
  }
  async function load(): Promise<void> {
    const asked = (loads += 1)
    node.dataset['place'] = place
    apps.show(place, drawer !== null)
    call.show(meeting, desk.now())
    for (const one of [...side.children]) if (one !== app.node()) one.remove()
    if (place === 'personal' || place === 'chat') side.prepend(tabs())
    await app.leave(host)
    if (asked !== loads) return
    if (place === 'chat') return void showChat()
    const { path } = places[place]
    if ((!meeting && place !== 'personal') || !path) return
    save.disabled = true
    const hash = place === 'personal' ? personalTabs[at]?.hash : ''
    app.open(host, side, { entityId: entityId(), path: `${path}${hash ?? ''}` })
    if (place === 'configure') side.append(save)
  }
  /** Each tab opens at the address that the manifest gives it. */
  const tabs = () =>
    appTabs(desk.locale(), place === 'chat' ? 'chat' : at, {
      back: () => host.back(),
      choose: (index) => {
        at = index
        go('personal')
      },
      chat: () => go('chat'),
    })
  /** The chat brings a renderer of cards of a third of a megabyte: it is loaded when it is first shown. */
  async function showChat(): Promise<void> {
    conversation ??= import('./chat.ts').then((one) =>
      one.chat(person.upn, desk.locale(), desk.theme, (sub) => openInFirstTab('personal', sub ?? undefined)),
    )
    const { node: messages, refresh } = await conversation
    // The person may have gone elsewhere meanwhile.
    if (place !== 'chat') return
    if (messages.parentNode !== side) side.append(messages)
    await refresh()
  }

  async function toggleCalendar(): Promise<void> {
    if (drawer) return closeCalendar(true)
    const [{ agenda }, meetings] = await Promise.all([import('./agenda.ts'), getMeetings(person.upn)])
    // It was pressed again meanwhile.
    if (drawer) return
    const joinable = (event: CalendarEvent) => {
      const found = meetings.find((one) => one.iCalUId === event.iCalUId && !one.isCancelled)
      return found ? () => join(found) : null
    }
    drawer = agenda(person, desk.locale(), { close: () => closeCalendar(true), join: joinable })
    node.append(drawer.node)
    apps.show(place, true)
    await drawer.refresh(desk.now())
    drawer?.close.focus()
  }
  function closeCalendar(isPressed = false): void {
    if (!drawer) return
    drawer.node.remove()
    drawer = null
    apps.show(place, false)
    if (isPressed) apps.calendar.focus()
  }

  function go(to: PlaceName, sub?: string): void {
    closeCalendar()
    place = to
    subPageId = sub ?? null
    firstLinked ??= subPageId
    void load()
  }
  /** A link into the personal app leads to its first tab. */
  function openInFirstTab(to: PlaceName, sub?: string): void {
    at = 0
    go(to, sub)
  }
  function join(to: Meeting): void {
    meeting = to
    go('call')
  }
  draw()

  return {
    node,
    person,
    place: () => place,
    go: (to) => go(to),
    meetings: () => getMeetings(person.upn),
    join,
    themeChanged: () => {
      host.themeChanged(desk.theme())
      if (place === 'chat') void showChat()
    },
    languageChanged: draw,
    tick: () => call.tick(desk.now()),
    refresh: () => Promise.all([drawer?.refresh(desk.now()), place === 'chat' && showChat()]),
  }
}
