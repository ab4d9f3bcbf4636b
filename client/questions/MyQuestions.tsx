import { Button, Text, makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FoundQuestion } from '../../server/contract/question.ts'
import { List, Part } from '../components/basics.tsx'
import { inWords } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Found } from './Found.tsx'
import { OwnQuestion, openKey, type Writing } from './OwnQuestion.tsx'
import { useSearch } from './useSearch.ts'
import { questionTexts } from './texts.ts'
import { commonTexts } from '../lib/texts.ts'

const useStyles = makeStyles({
  start: { justifySelf: 'start' },
})

/** The questions that I wrote, for which part of a conversation, and whether the team has them too. */
export function MyQuestions({ isCoach }: { isCoach: boolean }) {
  const { kept } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(questionTexts)
  const styles = useStyles()
  // A form that was open comes back with what was typed in it.
  const [writing, setWriting] = useState<Writing | null>(() => kept.recallAs(openKey, null))
  const { found, failure, reload } = useSearch({ search: '', theme: '' })
  const mine = found?.filter((one) => one.ownId) ?? []
  const form = (open: Writing) => (
    <OwnQuestion
      key={open.id}
      writing={{ ...open, question: mine.find((one) => one.ownId === open.id) ?? open.question }}
      phase="focus"
      own={isCoach ? 'coach' : 'employee'}
      onBehind={() => void reload()}
      onClose={(saved) => {
        setWriting(null)
        if (saved) void reload()
      }}
    />
  )
  const item = (question: FoundQuestion) => (
    <li key={question.id}>
      {writing && writing.id === question.ownId ? (
        form(writing)
      ) : (
        <Found question={question} onChanged={() => void reload()} onWrite={setWriting} />
      )}
    </li>
  )
  const isNew = writing && !mine.some((one) => one.ownId === writing.id)
  return (
    <Part title={words.mine.title}>
      <Text>{isCoach ? words.mine.introCoach : words.mine.intro}</Text>
      {failure && (
        <>
          <Text role="alert">{inWords(failure)}</Text>
          <Button size="small" className={styles.start} onClick={() => void reload()}>
            {common.retry}
          </Button>
        </>
      )}
      {found && mine.length === 0 && !writing && <Text>{words.mine.none}</Text>}
      <List>{mine.map(item)}</List>
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
    </Part>
  )
}
