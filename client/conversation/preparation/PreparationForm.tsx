import { Button, Field, Text, Textarea } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Preparation } from '../../../server/contract/preparation.ts'
import { Saving } from '../../components/Saving.tsx'
import { SpecialData } from '../../components/SpecialData.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { privacy } from '../../lib/texts/privacy.ts'
import { preparing } from '../../lib/texts/preparing.ts'
import { privateNotes } from '../../lib/texts/private-notes.ts'
import { Conflict } from '../parts-of-steps.ts'
import { topicLimits, topicsOf } from './topic-lines.ts'
import { useForm } from '../../components/useForm.ts'
import type { Fresh } from '../useFresh.ts'

type Typed = { topics: string; note: string }

/** My own preparation: a draft until I share it, and mine to take back until the talk begins. */
export function PreparationForm(props: { conversation: Conversation; other: string; fresh: Fresh }) {
  const { api, texts, language } = useSurroundings()
  const words = { ...texts.preparation, ...preparing[language] }
  const own = privateNotes[language]
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
      api('PUT', `/api/conversations/${conversation.id}/preparation`, {
        topics: topicsOf(typed.topics),
        note: typed.note,
        shared: choice?.shared ?? shared,
        revision,
      }),
    onSaved: (answer) => fresh.prepared(answer),
    onBehind: fresh.refresh,
  })
  const long = topicsOf(form.value.topics).some((topic) => topic.length > topicLimits.length)
  const many = topicsOf(form.value.topics).length > topicLimits.count
  const wrong = many ? words.tooMany(topicLimits.count) : long ? words.tooLong(topicLimits.length) : null
  const save = (choice?: { shared: boolean }) => {
    if (!wrong) void form.save(choice)
  }

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
      {mine?.unreadable && <Text role="status">{privacy[language].unreadableMine}</Text>}
      <Field
        label={words.topics}
        hint={words.topicsHint}
        {...(wrong ? { validationState: 'error' as const, validationMessage: wrong } : {})}
      >
        <Textarea
          resize="vertical"
          value={form.value.topics}
          onChange={(_e, { value }) => form.change({ topics: value })}
        />
      </Field>
      <Field label={words.note}>
        <Textarea
          resize="vertical"
          maxLength={4000}
          value={form.value.note}
          onChange={(_e, { value }) => form.change({ note: value })}
        />
      </Field>
      <SpecialData />
      <Text size={200} role="status">
        {shared ? words.isShared(other) : words.isDraft(other)}
      </Text>
      {form.conflict ? (
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
        <Saving
          state={form.state}
          name={shared ? words.update : words.share(other)}
          onSave={() => save({ shared: true })}
        >
          {!shared && <Button onClick={() => save({ shared: false })}>{words.keepDraft}</Button>}
          {shared && !began && <Button onClick={() => save({ shared: false })}>{words.takeBack}</Button>}
        </Saving>
      )}
    </>
  )
}
