import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Candidate, Review } from '../../server/contract/review.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { review as texts, type ReviewTexts } from '../lib/texts/review.ts'
import { entryOf, type Entry } from './paper.ts'
import type { Change } from './useReview.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  more: { paddingLeft: '36px', display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  failed: { color: tokens.colorStatusDangerForeground1 },
})

/** What can go into the pack, item by item: mine to choose, and what the other did. */
export function Choices({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { language } = useSurroundings()
  const words = texts[language]
  const styles = useStyles()
  /** What was ticked and is not answered yet, by item. */
  const [pending, setPending] = useState<Record<string, boolean>>({})
  const [failed, setFailed] = useState<string | null>(null)
  const choose = async (item: string, chosen: boolean) => {
    setPending((now) => ({ ...now, [item]: chosen }))
    setFailed(await change('choices', { item, chosen }))
    setPending(({ [item]: _answered, ...rest }) => rest)
  }
  const reader = { language, timeZone: undefined, names: review.pack.names }
  return (
    <section className={styles.root} aria-label={words.choose}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.choose}
      </Text>
      {review.candidates.length === 0 && <Text>{words.nothing}</Text>}
      <ul className={styles.list}>
        {review.candidates.map((candidate) => {
          const { item, mine } = candidate
          const entry = entryOf(item, reader)
          const state = stateOf(candidate, other, words)
          return (
            <li key={item.id}>
              <Checkbox
                label={entry.title}
                checked={pending[item.id] ?? mine}
                aria-describedby={`more-${item.id}`}
                onChange={(_e, { checked }) => void choose(item.id, checked === true)}
              />
              <div id={`more-${item.id}`} className={styles.more}>
                <Text size={200} className={styles.quiet}>
                  {plainly(entry)}
                </Text>
                {state && (
                  <Text size={200} weight="semibold">
                    {state}
                  </Text>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <Text role="alert" size={200} className={styles.failed}>
        {failed ?? ''}
      </Text>
    </section>
  )
}

function stateOf({ mine, theirs }: Candidate, other: string, words: ReviewTexts): string | null {
  if (mine && theirs) return words.both
  if (theirs) return words.theyPropose(other)
  return mine ? words.iPropose(other) : null
}

/** An entry in plain lines: what exactly is chosen. */
const plainly = ({ lines, table }: Entry): string =>
  [
    ...lines.map(({ label, text }) => (label ? `${label}: ${text}` : text)),
    ...(table?.rows.map(([when, ...values]) => `${when}: ${values.join(' / ')}`) ?? []),
  ].join('\n')
