import { getMeetings, getNow, getPeople, reset, setNow, type Meeting } from './api.ts'
import { column, type Column } from './column.ts'
import { element, longTime } from './dom.ts'
import { sharedMeetings } from './meetings.ts'
import { clients, places, type Nested, type PlaceName } from './teams-host.ts'
import { sayAll } from './texts.ts'

const day = 24 * 60 * 60 * 1000
const query = new URLSearchParams(location.search)
const control = <T extends HTMLElement = HTMLButtonElement>(id: string) => document.getElementById(id) as T
const theme = control<HTMLSelectElement>('theme')
const language = control<HTMLSelectElement>('language')

// `b=` empty: one person only, for a test that drives two browsers.
const upns = [query.get('a') ?? 'sanne@sandbox.example', query.get('b') ?? 'milan@sandbox.example'].filter(
  Boolean,
)
const [{ tenantId, people }, began, calendars] = await Promise.all([
  getPeople(),
  getNow(),
  Promise.all(upns.map(getMeetings)),
])
let offset = began.getTime() - Date.now()
const now = () => new Date(Date.now() + offset)

const shown = upns.flatMap((upn) => people.find((one) => one.upn === upn) ?? [])
theme.value = query.get('theme') ?? 'default'
language.value = query.get('language') ?? shown[0]?.locale ?? 'nl-nl'

const asked = query.get('meeting')
const place = (Object.keys(places) as PlaceName[]).find((one) => one === query.get('place')) ?? 'call'
const shared = (calendar: Meeting[] = []) =>
  sharedMeetings(
    calendar,
    shown.map(({ upn }) => upn),
    people.map(({ upn }) => upn),
  )
/** Opened without a meeting: the one that is on, ended within the hour or comes next, so that there is something to see. */
const first = shared(calendars[0]).find((one) => Date.parse(one.end) > now().getTime() - day / 24)
const client = clients.find((one) => one === query.get('client')) ?? 'desktop'
const columns: Column[] = shown.map((person, at) =>
  column(
    {
      tenantId,
      client,
      nested: (query.get('naa') ?? 'on') as Nested,
      files: client === 'android' ? 'none' : query.get('files') === 'first' ? 'first' : 'all',
      isFirstLinkKept: query.get('links') === 'first',
      tellsOfMeeting: query.get('details') !== 'off',
      theme: () => theme.value,
      locale: () => language.value,
      now,
    },
    person,
    {
      meeting: asked ? calendars[at]?.find((one) => one.iCalUId === asked) : first,
      place,
      page: query.get('page'),
    },
  ),
)
control('columns').append(...columns.map(({ node }) => node))

/** On a narrow screen one of the people is seen, and the other is a press away. */
const switches = columns.map((one) => {
  const [givenName = ''] = one.person.name.split(' ')
  const button = element('button', { type: 'button' }, givenName)
  button.addEventListener('click', () => bringForward(one))
  return button
})
control('switch').append(...switches)
function bringForward(chosen: Column | undefined): void {
  for (const [at, one] of columns.entries()) {
    one.node.classList.toggle('front', one === chosen)
    switches[at]?.setAttribute('aria-pressed', String(one === chosen))
  }
}

function draw(): void {
  document.documentElement.dataset['theme'] = theme.value
  sayAll(language.value)
  tick()
}
function tick(): void {
  const text = longTime(now(), language.value)
  if (control('now').textContent !== text) control('now').textContent = text
  for (const one of columns) one.tick()
}
async function refresh(): Promise<void> {
  offset = (await getNow()).getTime() - Date.now()
  tick()
  await Promise.all(columns.map((one) => one.refresh()))
}
/** Kept in the address, so that a page that is loaded anew is as it was. */
function keep(name: string, value: string): void {
  query.set(name, value)
  history.replaceState(null, '', `?${query}`)
}
async function move(to: Date): Promise<void> {
  await setNow(to)
  await refresh()
}
async function openNext(): Promise<void> {
  const at = await getNow()
  const next = shared(await columns[0]?.meetings()).find((one) => new Date(one.start) > at)
  if (!next) return
  await move(new Date(next.start))
  for (const one of columns) one.join(next)
}

control('next').addEventListener('click', () => void openNext())
control('day').addEventListener('click', () => void move(new Date(now().getTime() + day)))
control('week').addEventListener('click', () => void move(new Date(now().getTime() + 7 * day)))
control('reset').addEventListener('click', async () => {
  await reset()
  location.reload()
})
theme.addEventListener('change', () => {
  keep('theme', theme.value)
  draw()
  for (const one of columns) one.themeChanged()
})
language.addEventListener('change', () => {
  keep('language', language.value)
  draw()
  for (const one of columns) one.languageChanged()
})
control('menu').addEventListener('beforetoggle', async (event) => {
  if ((event as ToggleEvent).newState !== 'open') return
  const { menuItems } = await import('./menu.ts')
  const change = (at: number, upn: string) => {
    query.set(at === 0 ? 'a' : 'b', upn)
    query.delete('meeting')
    location.search = query.toString()
  }
  control('choices').replaceChildren(...menuItems(people, columns, language.value, change))
})

bringForward(columns[0])
draw()
setInterval(tick, 1000)
setInterval(() => void refresh().catch(() => undefined), 2000)
document.body.dataset['ready'] = 'true'
