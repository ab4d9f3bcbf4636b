import { Checkbox, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { PersonSettings, ReminderSettings, ReminderTopic } from '../../server/contract/person.ts'
import { Saving, type SaveState } from '../components/Saving.tsx'
import { sentenceOf } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

const topics: ReminderTopic[] = ['preparation', 'commitments', 'after-talk', 'publication']

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  days: { display: 'flex', flexWrap: 'wrap', border: 'none', margin: 0, padding: 0 },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

const without = <T,>(list: T[], one: T) => list.filter((each) => each !== one)

/** Whether the bot reaches me, of what it may remind me, and when it may not disturb me. */
export function Reminders() {
  const { api, texts } = useSurroundings()
  const words = texts.reminders
  const styles = useStyles()
  const [settings, setSettings] = useState<PersonSettings | null>(null)
  useEffect(() => {
    // The list above has said what is the matter, if anything is.
    api<PersonSettings>('GET', '/api/settings').then(setSettings, () => undefined)
  }, [api])
  if (!settings) return null
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      {settings.remindersOff ? (
        <Text>{words.off}</Text>
      ) : (
        <Choices settings={settings} setSettings={setSettings} />
      )}
    </section>
  )
}

function Choices(props: { settings: PersonSettings; setSettings: (settings: PersonSettings) => void }) {
  const { api, texts } = useSurroundings()
  const words = texts.reminders
  const styles = useStyles()
  const [state, setState] = useState<SaveState>('untouched')
  const { settings, setSettings } = props
  const { reminders } = settings
  const change = (part: Partial<ReminderSettings>) => {
    setSettings({ ...settings, reminders: { ...reminders, ...part } })
    setState('unsaved')
  }
  const save = async () => {
    if (reminders.workingDays.length === 0 || reminders.from >= reminders.until)
      return setState({ failed: words.wrong })
    setState('saving')
    try {
      setSettings(await api<PersonSettings>('PUT', '/api/settings/reminders', reminders))
      setState('saved')
    } catch (error) {
      setState({ failed: sentenceOf(error, texts) })
    }
  }
  return (
    <>
      <Text>{words.chat[settings.chat]}</Text>
      <div>
        {topics.map((topic) => (
          <div key={topic}>
            <Checkbox
              label={words.topics[topic]}
              checked={!reminders.silenced.includes(topic)}
              onChange={(_e, { checked }) =>
                change({ silenced: [...without(reminders.silenced, topic), ...(checked ? [] : [topic])] })
              }
            />
          </div>
        ))}
      </div>
      <fieldset className={styles.days}>
        <legend>
          <Text>{words.workingDays}</Text>
        </legend>
        {words.days.map((name, at) => (
          <Checkbox
            key={name}
            label={name}
            checked={reminders.workingDays.includes(at + 1)}
            onChange={(_e, { checked }) =>
              change({
                workingDays: [...without(reminders.workingDays, at + 1), ...(checked ? [at + 1] : [])].sort(),
              })
            }
          />
        ))}
      </fieldset>
      <div className={styles.times}>
        <Field label={words.from}>
          <Input type="time" value={reminders.from} onChange={(_e, { value }) => change({ from: value })} />
        </Field>
        <Field label={words.until}>
          <Input type="time" value={reminders.until} onChange={(_e, { value }) => change({ until: value })} />
        </Field>
        <Field label={words.awayUntil}>
          <Input
            type="date"
            value={reminders.awayUntil ?? ''}
            onChange={(_e, { value }) => change({ awayUntil: value || null })}
          />
        </Field>
      </div>
      <Saving state={state} name={words.save} onSave={() => void save()} />
    </>
  )
}
