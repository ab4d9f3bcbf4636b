import { Button, Field, Text, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { themes, type FoundQuestion } from '../../server/contract/question.ts'
import { List, Status } from '../components/basics.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { inWords } from '../lib/api.ts'
import { takesEscape } from '../lib/escape.ts'
import { type FindQuestionsProps, useAppContext, useTexts } from '../lib/app-context.tsx'
import { Found } from './Found.tsx'
import { OwnQuestion, openKey, type Writing } from './OwnQuestion.tsx'
import { useSearch, type Wanted } from './useSearch.ts'
import { questionTexts } from './texts.ts'
import { commonTexts } from '../lib/texts.ts'
import { textLimits } from '../../server/contract/limits.ts'

/** As many at a time as one looks through. */
const page = 8

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  start: { alignSelf: 'flex-start' },
})

const newOne = (): Writing => ({ id: crypto.randomUUID(), question: null })

/** Questions of the library, the team and one's own, by their words and their theme; and making one. */
export function FindQuestions(props: FindQuestionsProps) {
  const { kept } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(questionTexts)
  const styles = useStyles()
  const { own, phase, several, isTeams } = props
  const [wanted, setWanted] = useState<Wanted>({ search: '', theme: '' })
  const [shown, setShown] = useState(page)
  const field = useRef<HTMLInputElement>(null)
  // A form that was open comes back with what was typed in it.
  const [writing, setWriting] = useState<Writing | null>(() =>
    own ? kept.recallAs(openKey, props.starts === 'own' ? newOne() : null) : null,
  )
  const { found, failure, reload } = useSearch(wanted)
  const look = (part: Partial<Wanted>) => {
    setWanted({ ...wanted, ...part })
    setShown(page)
  }
  const isFinding = !(writing && props.starts === 'own')
  const changed = () => {
    void reload()
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
        several={several}
        onTake={() => props.onTake(question.id)}
        onChanged={changed}
        onWrite={own ? setWriting : undefined}
      />
    </li>
  )
  return (
    <div
      role="group"
      aria-label={words.others}
      className={styles.root}
      onKeyDown={(event) => {
        // From what was found, too: what somebody seeks never goes with the view.
        if (!wanted.search || !takesEscape(event)) return
        look({ search: '' })
        field.current?.focus()
      }}
    >
      {isFinding && (
        <>
          <Field label={words.search}>
            <SearchField
              ref={field}
              autoFocus
              maxLength={textLimits.search}
              value={wanted.search}
              onChange={(search) => look({ search })}
            />
          </Field>
          <div role="group" aria-label={words.theme} className={styles.chips}>
            {themes.map((theme) => (
              <Button
                key={theme}
                size="small"
                shape="circular"
                appearance={theme === wanted.theme ? 'primary' : 'outline'}
                aria-pressed={theme === wanted.theme}
                onClick={() => look({ theme: theme === wanted.theme ? '' : theme })}
              >
                {words.themes[theme]}
              </Button>
            ))}
          </div>
          {failure && (
            <>
              <Text role="alert">{inWords(failure)}</Text>
              <Button className={styles.start} onClick={() => void reload()}>
                {common.retry}
              </Button>
            </>
          )}
          {!found && !failure && <Waiting words={words.searching} lines={[80, 65]} />}
          {found && (
            <Status>
              {all.length === 0
                ? words.none
                : words.found(String(Math.min(shown, all.length)), String(all.length))}
            </Status>
          )}
          <List>{all.slice(0, shown).map(item)}</List>
          {all.length > shown && (
            <Button size="small" className={styles.start} onClick={() => setShown(shown + page)}>
              {words.more}
            </Button>
          )}
        </>
      )}
      {own && writing && (
        <OwnQuestion
          key={writing.id}
          writing={{ ...writing, question: all.find((one) => one.ownId === writing.id) ?? writing.question }}
          phase={phase}
          own={own}
          onBehind={() => {
            look({ search: '', theme: '' })
            void reload()
          }}
          onClose={(saved) => {
            setWriting(null)
            if (!saved) return
            changed()
            if (props.starts === 'own') props.onTake(saved)
          }}
        />
      )}
      {own && !writing && (
        <Button
          size="small"
          className={styles.start}
          icon={<AddRegular />}
          onClick={() => setWriting(newOne())}
        >
          {words.own.make}
        </Button>
      )}
      {several && (
        <Button size="small" className={styles.start} onClick={several.onClose}>
          {words.close}
        </Button>
      )}
    </div>
  )
}
