import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FoundQuestion } from '../../server/contract/question.ts'
import { recallAs } from '../lib/kept.ts'
import { useSurroundings, type MyQuestionsProps } from '../lib/surroundings.tsx'
import { questions } from '../lib/texts/questions.ts'
import { Found } from './Found.tsx'
import { OwnQuestion, openKey, type Writing } from './OwnQuestion.tsx'
import { useSearch } from './useSearch.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  start: { justifySelf: 'start' },
})

/** In "My 1-on-1s": the questions that I wrote, for which part of a talk, and whether the team has them too. */
export function MyQuestions({ isCoach }: MyQuestionsProps) {
  const { language, texts } = useSurroundings()
  const words = questions[language]
  const styles = useStyles()
  // A form that was open comes back with what was typed in it.
  const [writing, setWriting] = useState<Writing | null>(() => recallAs(openKey, null))
  const { found, failure, reload } = useSearch({ search: '', theme: '' })
  const mine = found?.filter((one) => one.ownId) ?? []
  const form = (open: Writing) => (
    <OwnQuestion
      key={open.id}
      writing={{ ...open, question: mine.find((one) => one.ownId === open.id) ?? open.question }}
      phase="focus"
      own={isCoach ? 'coach' : 'employee'}
      onBehind={reload}
      onClose={(saved) => {
        setWriting(null)
        if (saved) reload()
      }}
    />
  )
  const item = (question: FoundQuestion) => (
    <li key={question.id}>
      {writing && writing.id === question.ownId ? (
        form(writing)
      ) : (
        <Found question={question} onChanged={reload} onWrite={setWriting} />
      )}
    </li>
  )
  const isNew = writing && !mine.some((one) => one.ownId === writing.id)
  return (
    <section className={styles.root} aria-label={words.mine.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.mine.title}
      </Text>
      <Text>{isCoach ? words.mine.introCoach : words.mine.intro}</Text>
      {failure && (
        <>
          <Text role="alert">{`${failure.title}. ${failure.detail}`}</Text>
          <Button size="small" className={styles.start} onClick={reload}>
            {texts.retry}
          </Button>
        </>
      )}
      {found && mine.length === 0 && !writing && <Text>{words.mine.none}</Text>}
      <ul className={styles.list}>{mine.map(item)}</ul>
      {isNew && form(writing)}
      {!writing && (
        <Button
          size="small"
          className={styles.start}
          icon={<AddRegular />}
          onClick={() => setWriting({ id: crypto.randomUUID(), question: null })}
        >
          {words.own.make}
        </Button>
      )}
    </section>
  )
}
