import { Button, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { themes, type FoundQuestion } from '../../server/contract/question.ts'
import { SelectField } from '../components/SelectField.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { recallAs } from '../lib/kept.ts'
import { inWords } from '../lib/api.ts'
import { useSurroundings, type FindQuestionsProps } from '../lib/surroundings.tsx'
import { questions } from '../lib/texts/questions.ts'
import { Found } from './Found.tsx'
import { OwnQuestion, openKey, type Writing } from './OwnQuestion.tsx'
import { useSearch, type Wanted } from './useSearch.ts'

/** As many at a time as one looks through. */
const page = 8

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  start: { alignSelf: 'flex-start' },
})

/** Questions of the library, the team and one's own, by their words and their theme; and making one. */
export function FindQuestions(props: FindQuestionsProps) {
  const { language, texts } = useSurroundings()
  const words = questions[language]
  const styles = useStyles()
  const { own, phase, taken, isTeams } = props
  const [wanted, setWanted] = useState<Wanted>({ search: '', theme: '' })
  const [shown, setShown] = useState(page)
  // A form that was open comes back with what was typed in it.
  const [writing, setWriting] = useState<Writing | null>(() => (own ? recallAs(openKey, null) : null))
  const { found, failure, reload } = useSearch(wanted)
  const look = (part: Partial<Wanted>) => {
    setWanted({ ...wanted, ...part })
    setShown(page)
  }
  const changed = () => {
    reload()
    props.onChanged?.()
  }
  const all =
    found?.filter(
      ({ source, ownId }) => own || source === 'library' || (isTeams && source === 'team' && ownId),
    ) ?? []
  const item = (question: FoundQuestion) => (
    <li key={question.id}>
      <Found
        question={question}
        take={{
          name: props.take,
          taken: taken.includes(question.id),
          onTake: () => props.onTake(question),
        }}
        onChanged={changed}
        {...(own ? { onWrite: setWriting } : {})}
      />
    </li>
  )
  return (
    <div role="group" aria-label={words.others} className={styles.root}>
      <Field label={words.search}>
        <Input
          autoFocus
          maxLength={100}
          value={wanted.search}
          onChange={(_e, { value }) => look({ search: value })}
        />
      </Field>
      <SelectField
        label={words.theme}
        value={wanted.theme}
        options={[['', words.allThemes], ...themes.map((one) => [one, words.themes[one]] as const)]}
        onChange={(theme) => look({ theme })}
      />
      {failure && (
        <>
          <Text role="alert">{inWords(failure)}</Text>
          <Button className={styles.start} onClick={reload}>
            {texts.retry}
          </Button>
        </>
      )}
      {!found && !failure && <Waiting words={words.searching} lines={[80, 65]} />}
      {found && (
        <Text role="status" size={200}>
          {all.length === 0
            ? words.none
            : words.found(String(Math.min(shown, all.length)), String(all.length))}
        </Text>
      )}
      <ul className={styles.list}>{all.slice(0, shown).map(item)}</ul>
      {all.length > shown && (
        <Button size="small" className={styles.start} onClick={() => setShown(shown + page)}>
          {words.more}
        </Button>
      )}
      {own && writing && (
        <OwnQuestion
          key={writing.id}
          writing={{ ...writing, question: all.find((one) => one.ownId === writing.id) ?? writing.question }}
          phase={phase}
          own={own}
          onBehind={() => {
            look({ search: '', theme: '' })
            reload()
          }}
          onClose={(saved) => {
            setWriting(null)
            if (saved) changed()
          }}
        />
      )}
      {own && !writing && (
        <Button
          size="small"
          className={styles.start}
          icon={<AddRegular />}
          onClick={() => setWriting({ id: crypto.randomUUID(), question: null })}
        >
          {words.own.make}
        </Button>
      )}
      <Button size="small" className={styles.start} onClick={props.onClose}>
        {words.close}
      </Button>
    </div>
  )
}
