import { Button, Field, Switch, Text, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { countLimits, textLimits } from '../../../server/contract/limits.ts'
import { putPreparation, type Preparation } from '../../../server/contract/preparation.ts'
import { Failed } from '../../components/basics.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useFormAutosave } from '../../components/useFormAutosave.ts'
import { useForm } from '../../components/useForm.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { ownNotesTexts } from '../own-notes/texts.ts'
import { Conflict } from '../parts-of-steps.ts'
import type { Fresh } from '../useFresh.ts'
import { preparationTexts } from './texts.ts'
import { topicsOf } from './topic-lines.ts'

type Typed = { topics: string; note: string }

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start', justifySelf: 'start' },
})

/**
 * My own preparation, saved as it is typed. It is a draft until I share it, and mine to take back until the conversation
 * begins.
 */
export function PreparationForm(props: { conversation: Conversation; other: string; fresh: Fresh }) {
  const { api } = useAppContext()
  const words = useTexts(preparationTexts)
  const privacy = useTexts(privacyTexts)
  const own = useTexts(ownNotesTexts)
  const styles = useStyles()
  const { conversation, other, fresh } = props
  const { mine } = conversation.preparation
  const saved: Typed = { topics: (mine?.topics ?? []).join('\n'), note: mine?.note ?? '' }
  const shared = mine?.shared ?? false
  const began = conversation.now >= conversation.meeting.start
  const form = useForm<Typed, Preparation, { shared: boolean }>({
    key: `preparation ${conversation.id}`,
    saved,
    revision: mine?.revision ?? 0,
    exists: mine !== null,
    send: (typed, revision, choice) =>
      api(putPreparation, {
        params: { conversationId: conversation.id },
        body: {
          topics: topicsOf(typed.topics),
          note: typed.note,
          shared: choice?.shared ?? shared,
          revision,
        },
      }),
    onSaved: (answer) => fresh.prepared(answer),
    onBehind: fresh.refresh,
  })
  const { value, state, conflict } = form
  const topics = topicsOf(value.topics)
  const long = topics.some((topic) => topic.length > textLimits.topic)
  const many = topics.length > countLimits.topics
  const wrong = many ? words.tooMany(countLimits.topics) : long ? words.tooLong(textLimits.topic) : null
  useFormAutosave(form, wrong === null)

  const [hasNote, setHasNote] = useState(value.note !== '')
  // The switch is turned at once; a save that is under way has its turn first.
  const [wanted, setWanted] = useState<boolean | null>(null)
  const failed = typeof state === 'object' ? state.failed : null
  const isTurned = wanted !== null && wanted !== shared
  useEffect(() => {
    if (!isTurned || state === 'saving' || failed !== null || conflict) return
    void form.save({ shared: wanted }).then(() => setWanted(null))
  })

  const keep = (choice: { shared: boolean }) => () => {
    if (!wrong) void form.keepMine(choice)
  }
  // Shared meanwhile on another device: whether this text is to be shared too, only its author knows.
  const keepings = [
    ...(shared ? [{ name: words.keepShared(other), run: keep({ shared: true }) }] : []),
    ...(shared && began ? [] : [{ name: words.keepMineDraft, run: keep({ shared: false }) }]),
  ]

  return (
    <>
      {mine?.unreadable && <Text role="status">{privacy.unreadableMine}</Text>}
      <Field
        label={words.topics}
        {...(wrong ? { validationState: 'error' as const, validationMessage: wrong } : {})}
      >
        <Textarea
          resize="vertical"
          rows={3}
          placeholder={words.topicsHint}
          value={value.topics}
          onChange={(_e, typed) => form.change({ topics: typed.value })}
        />
      </Field>
      {hasNote ? (
        <TextField
          label={words.note}
          maxLength={textLimits.long}
          value={value.note}
          onChange={(note) => form.change({ note })}
        />
      ) : (
        <Button className={styles.add} appearance="subtle" size="small" onClick={() => setHasNote(true)}>
          {words.addNote}
        </Button>
      )}
      {conflict ? (
        <Suspense>
          <Conflict
            theirs={[
              { label: words.topics, text: saved.topics },
              { label: words.note, text: saved.note },
            ]}
            onTheirs={form.discard}
            words={{ conflict: own.conflict, takeTheirs: own.takeOther }}
            onMine={keepings}
          />
        </Suspense>
      ) : (
        <div className={styles.row}>
          <Switch
            label={words.sees(other)}
            checked={wanted ?? shared}
            // A shared preparation cannot be taken back once the conversation began: the other has it before them.
            disabled={wrong !== null || (shared && began)}
            onChange={(_e, { checked }) => setWanted(checked)}
          />
          {!(wanted ?? shared) && (
            <Text size={200} className={styles.quiet}>
              {words.onlyYou}
            </Text>
          )}
        </div>
      )}
      {failed && <Failed size={200}>{failed}</Failed>}
    </>
  )
}
