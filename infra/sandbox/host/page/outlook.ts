import { getCalendar, getNow, getPeople, type CalendarEvent } from './api.ts'
import { longTime, mondayOf, option } from './dom.ts'
import { eventForm, itemOf, type Opened } from './event-form.ts'
import { outlookHost, type Client, type Nested } from './outlook-host.ts'
import { signInPrompt } from './prompt.ts'
import { sayAll } from './texts.ts'
import { week } from './week.ts'

const day = 24 * 60 * 60 * 1000
const query = new URLSearchParams(location.search)
const control = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const select = (id: string) => control<HTMLSelectElement>(id)

const { tenantId, people } = await getPeople()
const client = (query.get('client') ?? 'web') as Client
const me = people.find((one) => one.upn === (query.get('a') ?? 'milan@sandbox.example')) ?? people[0]
if (!me) throw new Error('Nobody is in the tenant.')
const person = me
const owner = people.find((one) => one.upn === query.get('calendar')) ?? person
/** A mailbox that was added as an account of its own is not shared: nothing tells whose it is but its address. */
const isShared = owner !== person && query.get('address') !== owner.mail
select('person').append(...people.map((one) => option(one.upn, one.name, one === person)))
select('calendar').append(...people.map((one) => option(one.upn, one.name, one === owner)))
select('language').value = query.get('language') ?? person.locale
select('theme').value = query.get('theme') ?? 'default'
select('width').value = query.get('width') ?? '320'
document.documentElement.dataset['theme'] = select('theme').value
const locale = () => select('language').value

const { dialog, ask } = signInPrompt(locale)
document.body.append(dialog)
let opened: Opened | null = null
let frame: HTMLIFrameElement | null = null
const host = outlookHost(
  () => frame?.contentWindow ?? null,
  () => ({
    tenantId,
    person,
    item: opened && itemOf(opened, client),
    theme: select('theme').value,
    locale: locale(),
    nested: (query.get('naa') ?? 'on') as Nested,
    ask,
    address: query.get('address') ?? person.mail,
    account: query.get('account'),
    refuses: query.get('refuses'),
  }),
)

function open(next: Opened | null): void {
  opened = next
  frame = null
  control('form').replaceChildren()
  if (!next) return
  const form = eventForm(next, {
    width: Number(select('width').value),
    locale: locale(),
    close: () => open(null),
    wholeSeries: () => open({ ...next, series: true }),
  })
  frame = form.frame
  control('form').append(...form.node)
}
const openEvent = (event: CalendarEvent) => open({ event, series: false, shared: isShared })

let monday = mondayOf(await getNow())
async function draw(): Promise<CalendarEvent[]> {
  sayAll(locale())
  control('now').textContent = longTime(await getNow(), locale())
  const events = await getCalendar(owner.upn, monday, new Date(monday.getTime() + 7 * day))
  const days = Array.from({ length: 7 }, (_one, at) => new Date(monday.getTime() + at * day + day / 2))
  control('week').replaceChildren(week(days, events, locale(), openEvent))
  return events
}
const turn = (weeks: number) => () => {
  monday = new Date(monday.getTime() + weeks * 7 * day)
  void draw()
}
control('back').addEventListener('click', turn(-1))
control('on').addEventListener('click', turn(1))
control('new').addEventListener('click', () => open({ event: null, series: false, shared: isShared }))
for (const [id, name] of [
  ['person', 'a'],
  ['calendar', 'calendar'],
] as const) {
  select(id).addEventListener('change', () => {
    query.set(name, select(id).value)
    if (id === 'person') query.delete('calendar')
    query.delete('event')
    location.search = query.toString()
  })
}
select('language').addEventListener('change', () => {
  void draw()
  open(opened)
})
select('width').addEventListener('change', () => open(opened))
select('theme').addEventListener('change', () => {
  document.documentElement.dataset['theme'] = select('theme').value
  host.themeChanged(select('theme').value)
})

// `event` and `start`, for a link to one event: its week is shown, and it is open.
const start = query.get('start')
if (start) monday = mondayOf(new Date(start))
const asked = (await draw()).find((one) => one.iCalUId === query.get('event'))
if (asked) openEvent(asked)
document.body.dataset['ready'] = 'true'
