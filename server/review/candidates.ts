import type { Commitment } from '../contract/commitment.ts'
import type { Summary } from '../contract/conversation.ts'
import type { CommitmentItem, GoalItem, ReviewItem, RhythmItem, ScaleItem } from '../contract/review.ts'
import type { ScalePoint } from '../contract/scale.ts'
import type { Localized } from '../contract/shape.ts'

/** A conversation of the period, with what was shared at its end; null when it was not finished. */
export type Conversation = {
  id: string
  start: Date
  held: boolean
  summary: Pick<Summary, 'steps'> | null
  /** How its template names the steps in which a goal is written. */
  goalTitles: Localized[]
}

/** A commitment, and in how many conversations it was left open and taken along. */
export type CarriedCommitment = Commitment & { carried: number }

/** The sources of a review pack. Commitments, conversations and points are in the order in which they came about. */
export type Sources = {
  commitments: CarriedCommitment[]
  conversations: Conversation[]
  scales: { question: string; text: Localized; course: ScalePoint[] }[]
  everyWeeks: number | null
}

const day = 24 * 60 * 60 * 1000

/**
 * The items that the two can choose from (docs/design.md, The review pack). Built from named fields alone, so that no
 * private or unshared text can slip in.
 */
export const candidates = ({ commitments, conversations, scales, everyWeeks }: Sources): ReviewItem[] => [
  ...conversations.flatMap(goalItem),
  ...commitments.map(commitmentItem),
  ...scales.filter(({ course }) => course.length > 0).map(scaleItem),
  rhythmItem(conversations, everyWeeks),
]

function goalItem({ id, start, summary, goalTitles }: Conversation): GoalItem[] {
  const isGoal = (title: Localized) => goalTitles.some(({ nl, en }) => nl === title.nl && en === title.en)
  const texts = summary?.steps.flatMap(({ title, text }) => (isGoal(title) ? [text] : [])) ?? []
  return texts.length > 0
    ? [{ kind: 'goal', id: `goal-${id}`, start: start.toISOString(), text: texts.join('\n') }]
    : []
}

const commitmentItem = (one: CarriedCommitment): CommitmentItem => ({
  kind: 'commitment',
  id: `commitment-${one.id}`,
  owner: one.owner,
  what: one.what,
  firstStep: one.firstStep,
  due: one.due,
  criterion: one.criterion,
  status: one.status,
  carried: one.carried,
  reshapedFrom: earlierWordings(one),
  why:
    one.status === 'dropped'
      ? (one.followUps.findLast(({ outcome }) => outcome === 'dropped')?.why ?? '')
      : '',
})

/** Earlier wordings of a commitment, where what or the due date changed; other changes are left out. */
function earlierWordings({ followUps, what, due }: Commitment): CommitmentItem['reshapedFrom'] {
  const versions = [...followUps.flatMap(({ reshapedFrom }) => reshapedFrom ?? []), { what, due }]
  return versions.flatMap((one, at) => {
    const next = versions[at + 1]
    return next && (one.what !== next.what || one.due !== next.due) ? [{ what: one.what, due: one.due }] : []
  })
}

const scaleItem = ({ question, text, course }: Sources['scales'][number]): ScaleItem => ({
  kind: 'scale',
  id: `scale-${question}`,
  question,
  text: { nl: text.nl, en: text.en },
  points: course.map(({ start, coach, employee }) => ({ start, coach, employee })),
})

function rhythmItem(conversations: Conversation[], everyWeeks: number | null): RhythmItem {
  const held = conversations.filter((one) => one.held).map(({ start }) => start.getTime())
  const gaps = held.slice(1).map((start, at) => start - (held[at] ?? start))
  const longestGap = gaps.length > 0 ? Math.round(Math.max(...gaps) / day) : null
  return { kind: 'rhythm', id: 'rhythm', held: held.length, longestGap, everyWeeks }
}
