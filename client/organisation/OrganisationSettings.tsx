import { Text } from '@fluentui/react-components'
import { OnAndOff } from './OnAndOff.tsx'
import { Retention } from './Retention.tsx'
import { SpokenLanguage } from './SpokenLanguage.tsx'
import { useTenantSettings } from './useTenantSettings.ts'

/** What the organisation decides for all its people, for its admins. */
export function OrganisationSettings() {
  const { settings, failed, change } = useTenantSettings()
  if (failed) return <Text role="alert">{failed}</Text>
  if (!settings) return null
  return (
    <>
      <SpokenLanguage chosen={settings.language} change={change} />
      <OnAndOff settings={settings} change={change} />
      <Retention kept={settings.retentionDays} change={change} />
    </>
  )
}
