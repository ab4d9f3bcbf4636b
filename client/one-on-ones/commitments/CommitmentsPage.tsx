import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { getCommitments } from '../../../server/contract/my-commitments.ts'
import { Failed } from '../../components/basics.tsx'
import { Choices } from '../../components/Choices.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { Initials } from '../../components/Initials.tsx'
import { RowItem, RowLine, Rows, Start } from '../../components/Rows.tsx'
import { Surface } from '../../components/Surface.tsx'
import { Unseen } from '../../components/Unseen.tsx'
import { Loading } from '../../components/Waiting.tsx'
import { inWords } from '../../lib/api.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOf, dayOfInstantInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { useQuery } from '../../lib/query.ts'
import { CommitmentRow } from './CommitmentRow.tsx'
import { byWeek } from './order.ts'
import { openTexts } from './texts.ts'
import { useAnswers, type OfPair } from './useAnswers.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 960px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
  whose: { gridTemplateColumns: 'repeat(2, minmax(0, 180px))' },
})

/** All commitments of mine, and of my people: to tick, to report on, to move. */
export function CommitmentsPage() {
  const { kept, language } = useAppContext()
  const words = useTexts(openTexts)
  const styles = useStyles()
  const { data, failure } = useQuery(getCommitments, {})
  const [chosen, setChosen] = useState(() => kept.recall(chosenKey))
  const all = (data?.pairs ?? []).flatMap(({ pair, commitments }) =>
    commitments.map((commitment) => ({ pair, commitment })),
  )
  const closed = (data?.pairs ?? []).flatMap(({ pair, closed: some }) =>
    some.map((one) => ({ pair, ...one })),
  )
  const hasTheirs = [...all, ...closed].some((one) => !isMine(one))
  const whose = chosen === 'theirs' && hasTheirs ? 'theirs' : 'mine'
  const wanted = (one: OfPair) => isMine(one) === (whose === 'mine')
  const answers = useAnswers(all)
  if (!data)
    return (
      <>
        <PageTitle>{words.title}</PageTitle>
        {failure ? <Failed>{inWords(failure)}</Failed> : <Loading />}
      </>
    )
  const { now } = data
  const { week, later } = byWeek(answers.items.filter(wanted), dayOf(now, undefined))
  const list = (some: OfPair[]) => (
    <Rows>
      {some.map((one) => (
        <RowLine key={one.commitment.id}>
          <CommitmentRow one={one} now={now} answers={answers} />
        </RowLine>
      ))}
    </Rows>
  )
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      {hasTheirs && (
        <Choices
          label={<Unseen>{words.whose}</Unseen>}
          options={(['mine', 'theirs'] as const).map((value) => ({ value, label: words[value] }))}
          value={whose}
          row={styles.whose}
          onChange={(value) => {
            kept.keep(chosenKey, value)
            setChosen(value)
          }}
        />
      )}
      {answers.refused && <Failed>{answers.refused}</Failed>}
      <div className={styles.columns}>
        <Surface title={words.week}>{week.length > 0 ? list(week) : <Text>{words.none}</Text>}</Surface>
        {later.length > 0 && <Surface title={words.later}>{list(later)}</Surface>}
        {closed.filter(wanted).length > 0 && (
          <Surface title={words.closed}>
            <Rows>
              {closed.filter(wanted).map(({ pair, commitment, at }) => (
                <RowItem
                  key={commitment.id}
                  first={<Initials name={otherOf(pair).name} />}
                  end={`${commitment.status === 'dropped' ? words.dropped : words.done}, ${dayOfInstantInWords(at, language, undefined)}`}
                >
                  <Start>{commitment.what}</Start>
                </RowItem>
              ))}
            </Rows>
          </Surface>
        )}
      </div>
    </>
  )
}

const chosenKey = 'commitments of'
const isMine = ({ pair, commitment }: OfPair) => commitment.owner === pair.myRole
