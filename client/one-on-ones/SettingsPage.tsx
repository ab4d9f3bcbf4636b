import { PageTitle } from '../components/PageTitle.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { YourData } from './data/YourData.tsx'
import { Reminders } from './Reminders.tsx'
import { settingsTexts } from './texts.ts'

/** My reminders and my data. */
export function SettingsPage(props: { onChanged: () => void; onLeft: () => void }) {
  const words = useTexts(settingsTexts)
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Reminders />
      <YourData {...props} />
    </>
  )
}
