import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  getPersonSettings,
  putReminders,
  type PersonSettings,
  type ReminderSettings,
  type ReminderTopic,
} from '../../server/contract/person.ts'
import { DayField } from '../components/DayField.tsx'
import { TimeField } from '../components/TimeField.tsx'
import { Failed, Part } from '../components/basics.tsx'
import { useAutosave } from '../components/useAutosave.ts'
import { inWords } from '../lib/api.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { reminderTexts } from './texts.ts'

const topics: ReminderTopic[] = ['preparation', 'commitments', 'after-conversation', 'publication']

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', border: 'none', margin: 0, padding: 0 },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

const without = <T,>(list: T[], one: T) => list.filter((each) => each !== one)

/** Is there a time to be reminded at? */
const isWhole = ({ workingDays, from, until }: ReminderSettings) => workingDays.length > 0 && from !== until

/** Whether the bot reaches me, of what it may remind me, and when it may not disturb me. */
export function Reminders() {
  const words = useTexts(reminderTexts)
  const { data: settings, failure, set } = useQuery(getPersonSettings, {})
  if (!settings && !failure) return null
  return (
    <Part title={words.title}>
      {!settings && failure && <Text role="alert">{inWords(failure)}</Text>}
      {settings?.remindersOff && <Text>{words.off}</Text>}
      {settings && !settings.remindersOff && (
        <Choices settings={settings} setSettings={(changed) => set(() => changed)} />
      )}
    </Part>
  )
}

function Choices(props: { settings: PersonSettings; setSettings: (settings: PersonSettings) => void }) {
  const { api } = useAppContext()
  const words = useTexts(reminderTexts)
  const styles = useStyles()
  const { settings, setSettings } = props
  const {
    value: reminders,
    state,
    change,
  } = useAutosave<ReminderSettings>({
    key: 'reminders',
    saved: settings.reminders,
    isWhole,
    send: async (body) => setSettings(await api(putReminders, { body })),
  })
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
        <TimeField label={words.from} value={reminders.from} onChange={(from) => change({ from })} />
        <TimeField label={words.until} value={reminders.until} onChange={(until) => change({ until })} />
        <DayField
          label={words.awayUntil}
          value={reminders.awayUntil}
          onChoose={(awayUntil) => change({ awayUntil })}
          onClear={() => change({ awayUntil: null })}
        />
      </div>
      {reminders.until < reminders.from && <Text role="status">{words.overnight(reminders.until)}</Text>}
      {!isWhole(reminders) && <Failed>{words.wrong}</Failed>}
      {state === 'offline' && <Text role="status">{words.offline}</Text>}
      {typeof state === 'object' && <Failed>{state.failed}</Failed>}
    </>
  )
}
