import { Text } from '@fluentui/react-components'
import { Part } from '../components/basics.tsx'
import { PageTitle } from '../components/PageTitle.tsx'
import { TwoColumns } from '../components/TwoColumns.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { YourData } from './data/YourData.tsx'
import { Reminders } from './Reminders.tsx'
import { settingsTexts } from './texts.ts'

/** My reminders, my data, and what Groei does and does not do. */
export function SettingsPage(props: { onChanged: () => void; onLeft: () => void }) {
  const words = useTexts(settingsTexts)
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <TwoColumns>
        <Reminders />
        <YourData {...props} />
      </TwoColumns>
      <Part title={words.about}>
        <Text>{words.does}</Text>
        <Text>{words.doesNot}</Text>
      </Part>
    </>
  )
}
