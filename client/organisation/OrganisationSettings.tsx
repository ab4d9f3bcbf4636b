import { Text } from '@fluentui/react-components'
import { AdminLog } from './AdminLog.tsx'
import { OnAndOff } from './OnAndOff.tsx'
import { Retention } from './Retention.tsx'
import { SpokenLanguage } from './SpokenLanguage.tsx'
import { useTenantSettings } from './useTenantSettings.ts'

/** The settings of an organisation for all its people, for its admins. */
export function OrganisationSettings() {
  const { settings, failed, change } = useTenantSettings()
  if (failed) return <Text role="alert">{failed}</Text>
  if (!settings) return null
  return (
    <>
      <SpokenLanguage chosen={settings.language} change={change} />
      <OnAndOff settings={settings} change={change} />
      <Retention settings={settings} change={change} />
      <AdminLog settings={settings} />
    </>
  )
}
