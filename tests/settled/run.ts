import type { Tenant } from '../support/tenant.ts'
import { faults, type Change, type PairPlan, type Trouble } from './changes.ts'
import { check } from './check.ts'
import { isOfTwo, othersText, placeOf, type Known, type Meeting } from './model.ts'
import { at, invited, openGroei, wall, type InOutlook } from './people.ts'

type Parts = { tenant: Tenant; outlook: InOutlook; beacon: () => Promise<void> }
type Of<Kind extends Change['do']> = Extract<Change, { do: Kind }>

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Real time in which the section has to be in its place, and by how much the clock goes on between looks. */
const patience = 20_000
const step = 20_000
const mostSteps = 30

/** One calendar of two people, a finished conversation, and what happens after it. */
export async function startRun({ tenant, outlook, beacon }: Parts, pair: [string, string], plan: PairPlan) {
  const [a, b] = pair
  const named = { a, b }
  const otherOf = (name: string) => (name === a ? b : a)
  const clock = async () => Date.parse(await tenant.now())
  const moveTo = (instant: number) => tenant.moveTo(new Date(instant).toISOString())
  const mode = (to: string) => tenant.sandbox('POST', 'notifications', { mode: to })
  const begun = await clock()
  const today = Math.ceil(begun / day) * day

  let count = 0
  let told = 'prompt'
  /** By the id of a series' master. */
  const weeksOf = new Map<string, number>()
  const make = async (by: string, start: number, online: boolean, weeks: number) => {
    const made = await outlook.make(by, otherOf(by), `${a} ${count}`, start, online, weeks)
    if (made) weeksOf.set(made.id, weeks)
  }
  const makeMeeting = (by: string, inDays: number, online: boolean, weeks: number, from: number) => {
    count += 1
    // Of each its own time of day: two at once are left to the rule's own test.
    const start = Math.ceil(from / day) * day + inDays * day + 8 * hour + count * 20 * minute
    return make(by, start, online, weeks)
  }
  const all = async () => (await Promise.all(pair.map((one) => outlook.organisedBy(one, begun)))).flat()

  await make(named[plan.conversation.by], today + 7 * hour, plan.conversation.online, plan.conversation.weeks)
  for (const one of plan.moreSeries)
    await makeMeeting(named[one.by], one.inDays, one.online, one.weeks, today)
  for (const one of plan.singles) await makeMeeting(named[one.by], one.inDays, one.online, 0, today)

  /** Who opens Groei and conversations: the organiser of the first conversation is one of those who do, or the other is. */
  const came = new Set<string>()
  const [texts, held] = [new Map<string, string>(), new Set<string>()]
  const joinUrls = new Map<string, string | null>()
  let known: Known = { pair, came, conversation: { uid: '', heldAt: 0 } }
  let words = ''
  let hand: { words: string; uid: string } | null = null
  let possible = new Set<string | null>([null])
  let third: Meeting | null = null

  const upcoming = (meetings: Meeting[], now: number) =>
    meetings.filter((one) => one.start > now).sort((x, y) => x.start - y.start)
  const nextOfTwo = (meetings: Meeting[], now: number) =>
    upcoming(meetings, now).find((one) => isOfTwo(one, known))
  /** What the calendars hold now, and where the section may be because of it. */
  async function note(): Promise<Meeting[]> {
    const [meetings, now] = [await all(), await clock()]
    for (const one of meetings) {
      if (!texts.has(one.uid)) texts.set(one.uid, othersText(one.content))
      if (!joinUrls.has(one.uid)) joinUrls.set(one.uid, one.joinUrl)
    }
    possible = new Set([...possible].flatMap((carrier) => [carrier, placeOf(meetings, known, now, carrier)]))
    return meetings
  }

  async function settle(): Promise<void> {
    const end = Date.now() + patience
    for (let looks = 0; ; looks += 1) {
      await beacon()
      const meetings = await note()
      const now = await clock()
      const allowed = new Set([...possible].map((carrier) => placeOf(meetings, known, now, carrier)))
      const editedWords = hand && possible.size === 1 ? hand.words : null
      const { problem, place } = check({
        meetings,
        known,
        now,
        allowed,
        words,
        editedWords,
        texts,
        joinUrls,
        held,
      })
      if (!problem) {
        possible = new Set([place])
        if (hand) hand = place === null ? null : { ...hand, uid: place }
        await tenant.sandbox('DELETE', 'faults')
        return
      }
      if (Date.now() > end) throw new Error(problem)
      if (looks < mostSteps) await moveTo((await clock()) + step)
    }
  }
  /** What was held is told, what was lost is made up for by somebody who opens Groei. */
  async function letKnow(): Promise<void> {
    if (told === 'held' || told === 'shuffled') await tenant.sandbox('POST', 'notifications/release')
    if (told === 'lost') {
      await moveTo((await clock()) + 6 * minute)
      await mode('prompt')
      await note()
      await open(a, 'the last conversation')
    }
    await mode('prompt')
    told = 'prompt'
  }

  /** Groei was refused; then everybody who ever came opens it again. */
  async function signIn(): Promise<void> {
    await beacon()
    await tenant.sandbox('DELETE', 'faults')
    await moveTo((await clock()) + 6 * minute)
    await note()
    for (const one of came) await open(one, 'the last conversation')
  }

  async function open(name: string, what: Of<'open'>['what']): Promise<void> {
    const meetings = await all()
    const next = what === 'the next conversation' ? nextOfTwo(meetings, await clock()) : undefined
    const one = next ?? meetings.find(({ uid }) => uid === known.conversation.uid)
    if (!one) return
    if (await openGroei(tenant, name, one)) came.add(name)
  }

  /** Somebody who came opens it, commits and finishes; the section of this conversation is what matters from now on. */
  async function conversation(meeting: Meeting): Promise<void> {
    await moveTo(meeting.start + 10 * minute)
    await note()
    const present = pair.filter((one) => came.has(one) || one === a || plan.otherComes)
    let id: string | null = null
    for (const one of present) {
      const opened = await openGroei(tenant, one, meeting)
      if (!opened) throw new Error(`${one} cannot open the conversation`)
      came.add(one)
      id = opened
    }
    if (!id) return
    count += 1
    words = `afspraak-${count}-${a}`
    await tenant.commit(a, id, words)
    const finished = await tenant.finish(a, id)
    if (finished.status !== 200) throw new Error(`not finished: ${JSON.stringify(finished.body)}`)
    held.add(meeting.uid)
    known = { ...known, conversation: { uid: meeting.uid, heldAt: meeting.start } }
    hand = null
    possible = new Set([null])
  }

  const does: { [Kind in Change['do']]: (change: Of<Kind>) => Promise<unknown> } = {
    move: async ({ which, to }) => {
      const [one, after] = await pick(which, true)
      if (!one) return
      const by = {
        earlier: -90 * minute,
        later: 90 * minute,
        'past the next': after ? after.start - one.start + 45 * minute : 3 * day,
        'another day': day,
      }[to]
      if (one.start + by < (await clock())) return
      await outlook.change(one, at(one.start + by, (one.end - one.start) / minute))
    },
    cancel: async ({ which }) => {
      const [one] = await pick(which, true)
      if (one) await outlook.cancel(one)
    },
    delete: async ({ which }) => {
      const [one] = await pick(which, true)
      if (one) await outlook.remove(one)
    },
    series: async ({ which, how }) => {
      const [one] = await pick(which)
      if (!one?.seriesId) return
      const master = await outlook.master(one)
      if (!master) return
      hand = null
      const start = Date.parse(`${master.start.dateTime.replace(/Z$/, '')}Z`)
      const series = { organiser: one.organiser, id: one.seriesId }
      const now = await clock()
      const weeks = (until: number) => ({
        recurrence: {
          pattern: { type: 'weekly', interval: weeksOf.get(one.seriesId ?? '') ?? 1 },
          range: { type: 'endDate', endDate: wall(until).slice(0, 10) },
        },
      })
      if (how === 'end') await outlook.change(series, weeks(Math.max(now, start)))
      if (how === 'shorten') await outlook.change(series, weeks(Math.max(now, start) + 15 * day))
      if (how === 'another hour') await outlook.change(series, at(start + 2 * hour))
      if (how === 'another day') await outlook.change(series, at(start + day))
      if (how === 'longer conversations') await outlook.change(series, at(start, 50))
      // A day has another uid than before; what is written in bodies is of the series again.
      const theirs = (await all()).filter(({ seriesId }) => seriesId === one.seriesId)
      for (const other of theirs) texts.delete(other.uid)
    },
    'new series': async ({ by, inDays, online, weeks }) =>
      makeMeeting(named[by], inDays, online, weeks, await clock()),
    'new meeting': async ({ by, inDays, online }) => makeMeeting(named[by], inDays, online, 0, await clock()),
    'invite a third': async ({ which }) => {
      const [one] = await pick(which)
      if (!one || third) return
      await outlook.change(one, invited(otherOf(one.organiser), 'guest'))
      third = one
    },
    uninvite: async () => {
      if (third) await outlook.change(third, invited(otherOf(third.organiser)))
      third = null
    },
    'edit the section': async () => {
      const one = (await all()).find(({ content, end }) => content.includes(words) && end > begun)
      if (!one) return
      count += 1
      const edited = `${words} met-de-hand-${count}`
      const content = one.content.replace(words, edited)
      const done = await outlook.change(one, { body: { contentType: 'html', content } }, one.etag)
      if (done) hand = { words: `met-de-hand-${count}`, uid: one.uid }
    },
    'edit other text': async ({ which }) => {
      const [one] = await pick(which)
      if (!one) return
      count += 1
      const content = one.content.replace(/<body[^>]*>/, (tag) => `${tag}<p>Erbij ${count}</p>`)
      const done = await outlook.change(one, { body: { contentType: 'html', content } }, one.etag)
      if (done) texts.set(one.uid, othersText(content))
    },
    clock: async ({ to }) => {
      const now = await clock()
      const next = nextOfTwo(await all(), now)
      const until = {
        '20 minutes': now + 20 * minute,
        '5 hours': now + 5 * hour,
        'a day': now + day,
        'ten days': now + 10 * day,
        'in the next conversation': next ? next.start + 10 * minute : now + hour,
        'after the next conversation': next ? next.end + 5 * hour : now + hour,
      }[to]
      if (until < begun + 60 * day) await moveTo(until)
    },
    open: ({ by, what }) => open(named[by], what),
    notifications: async ({ are }) => {
      await letKnow()
      await settle()
      told = are
      await mode(are)
    },
    conversation: async () => {
      await letKnow()
      await settle()
      const one = nextOfTwo(await all(), await clock())
      if (one && one.start < begun + 60 * day) await conversation(one)
    },
  }

  /** One of the meetings to come and the one after it; the finished conversation comes last when `own`. */
  async function pick(which: number, own = false): Promise<Meeting[]> {
    const [meetings, now] = [await all(), await clock()]
    const coming = upcoming(meetings, now).filter((one) => one.start < begun + 60 * day && !held.has(one.uid))
    const { uid: finishedUid } = known.conversation
    const finished = held.size === 1 && own ? meetings.filter(({ uid }) => uid === finishedUid) : []
    const some = [...coming.slice(0, 3), ...finished]
    const one = some[which % Math.max(some.length, 1)]
    return one ? [one, ...coming.filter(({ start }) => start > one.start).slice(0, 1)] : []
  }
  const first = (await all()).sort((x, y) => x.start - y.start)[0]
  if (!first) throw new Error('no conversation')
  await conversation(first)
  await settle()

  return {
    async step(change: Change, trouble: Trouble): Promise<void> {
      const isHeard = told === 'prompt' || told === 'twice'
      // Who is signed out comes back at once where nobody would be told of anything meanwhile.
      if (trouble && trouble !== 'killed' && (isHeard || trouble !== 'signed out')) {
        const fault = { service: 'graph', path: '/me/events/', times: 1, ...faults[trouble] }
        await tenant.sandbox('POST', 'faults', { faults: [fault] })
      }
      await (does[change.do] as (change: Change) => Promise<unknown>)(change)
      await note()
      if (trouble === 'killed') {
        await tenant.launched.kill()
        await tenant.launched.startProduct()
      }
      if (trouble === 'signed out' && isHeard) await signIn()
      if (told === 'prompt' || told === 'twice') await settle()
    },
    async end(): Promise<void> {
      await letKnow()
      await settle()
      await moveTo((await clock()) + minute)
      await settle()
    },
  }
}
