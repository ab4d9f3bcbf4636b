import { getNow, getPeople, reset, setNow, type Meeting } from './api.ts'
import { column, type Column } from './column.ts'
import { longTime } from './dom.ts'

const day = 24 * 60 * 60 * 1000
const query = new URLSearchParams(location.search)
const control = (id: string) => document.getElementById(id) as HTMLButtonElement
const theme = document.getElementById('theme') as HTMLSelectElement
const clock = document.getElementById('now') as HTMLElement

const { tenantId, people } = await getPeople()
const first = query.get('a') ?? 'sanne@sandbox.example'
const second = query.get('b') ?? 'milan@sandbox.example'
theme.value = query.get('theme') ?? 'default'
document.documentElement.dataset['theme'] = theme.value

/** The 1-on-1s that all people shown here have in common. */
const shared = (meetings: Meeting[]) =>
  meetings.filter(
    (one) =>
      !one.isCancelled &&
      columns.every((other) => other.meetings().some((theirs) => theirs.iCalUId === one.iCalUId)) &&
      (columns.length === 1 ||
        one.attendees.filter((attendee) => attendee.upn.includes('@') && !attendee.upn.startsWith('kamer.'))
          .length === 1),
  )

const columns: Column[] = []
for (const [at, upn] of [first, second].entries()) {
  // `b=` empty: one person only, for a test that drives two browsers.
  if (!upn) continue
  columns.push(
    await column(tenantId, people, upn, {
      ordinal: at + 1,
      locale: query.get(at === 0 ? 'la' : 'lb'),
      meeting: query.get('meeting'),
      place: query.get('place'),
      page: query.get('page'),
      client: query.get('client') === 'web' ? 'web' : 'desktop',
      nested: query.get('naa') !== 'off',
      theme: () => theme.value,
    }),
  )
}
document.getElementById('columns')?.append(...columns.map((one) => one.node))

async function refresh(): Promise<void> {
  const now = await getNow()
  clock.textContent = longTime(now)
  await Promise.all(columns.map((one) => one.refresh(now)))
}
async function move(to: (now: Date) => Date): Promise<void> {
  await setNow(to(await getNow()))
  await refresh()
}
function openNext(meetings: Meeting[], now: Date): Meeting | undefined {
  const next = shared(meetings).find((one) => new Date(one.start) > now)
  if (next) for (const one of columns) one.open(next.iCalUId)
  return next
}

control('next').addEventListener('click', async () => {
  const next = openNext(columns[0]?.meetings() ?? [], await getNow())
  if (next) await move(() => new Date(next.start))
})
control('day').addEventListener('click', () => void move((now) => new Date(now.getTime() + day)))
control('week').addEventListener('click', () => void move((now) => new Date(now.getTime() + 7 * day)))
control('reset').addEventListener('click', async () => {
  await reset()
  location.reload()
})
theme.addEventListener('change', () => {
  document.documentElement.dataset['theme'] = theme.value
  for (const one of columns) one.theme(theme.value)
})

await refresh()
// Opened without a meeting: the one that is on or comes next, so that there is something to see at once.
if (!query.get('meeting'))
  openNext(columns[0]?.meetings() ?? [], new Date((await getNow()).getTime() - day / 24))
setInterval(() => void refresh().catch(() => undefined), 2000)
document.body.dataset['ready'] = 'true'
