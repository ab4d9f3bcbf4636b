import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isolated } from '../../server/contract/isolated.ts'
import { putReviewChoice, type Candidate, type Review } from '../../server/contract/review.ts'
import { Failed, List, Part } from '../components/basics.tsx'
import { useAction } from '../lib/useAction.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { entryOf, type Entry } from './paper.ts'
import type { Change } from './useReview.ts'
import { reviewTexts, type ReviewTexts } from './texts.ts'

const useStyles = makeStyles({
  more: { paddingLeft: '36px', display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
})

/** The items that can go into the pack: mine to choose, and the other's choice. */
export function Choices({ review, other, change }: { review: Review; other: string; change: Change }) {
  const { api, language } = useAppContext()
  const words = useTexts(reviewTexts)
  const styles = useStyles()
  /** Choices that are not answered yet, by item. */
  const [pending, setPending] = useState<Record<string, boolean>>({})
  const { refused, run } = useAction()
  const choose = async (item: string, chosen: boolean) => {
    setPending((now) => ({ ...now, [item]: chosen }))
    await run(() => change((params) => api(putReviewChoice, { params, body: { item, chosen } })))
    setPending(({ [item]: _answered, ...rest }) => rest)
  }
  const reader = { language, timeZone: undefined, names: review.pack.names }
  return (
    <Part title={words.choose}>
      {review.candidates.length === 0 && <Text>{words.nothing}</Text>}
      <List>
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
      </List>
      <Failed size={200}>{refused ?? ''}</Failed>
    </Part>
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
    ...lines.map(({ label, text }) => (label ? `${label}: ${isolated(text)}` : text)),
    ...(table?.rows.map(([when, ...values]) => `${when}: ${values.join(' / ')}`) ?? []),
  ].join('\n')
