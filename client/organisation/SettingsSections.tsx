import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { TenantSettings } from '../../server/contract/tenant-settings.ts'
import { TwoColumns } from '../components/TwoColumns.tsx'
import { AdminLog } from './AdminLog.tsx'
import { OnAndOff } from './OnAndOff.tsx'
import { Retention } from './Retention.tsx'
import { SpokenLanguage } from './SpokenLanguage.tsx'
import { useTenantSettings, type ChangeSettings } from './useTenantSettings.ts'

/** The language of the organisation, and what is on. */
export const LanguageAndParts = () => (
  <Loaded>
    {(settings, change) => (
      <TwoColumns>
        <OnAndOff settings={settings} change={change} />
        <SpokenLanguage chosen={settings.language} change={change} />
      </TwoColumns>
    )}
  </Loaded>
)

/** How long everything is kept, and which admin changed what. */
export const Keeping = () => (
  <Loaded>
    {(settings, change) => (
      <TwoColumns>
        <Retention settings={settings} change={change} />
        <AdminLog settings={settings} />
      </TwoColumns>
    )}
  </Loaded>
)

function Loaded(props: { children: (settings: TenantSettings, change: ChangeSettings) => ReactNode }) {
  const { settings, failed, change } = useTenantSettings()
  if (failed) return <Text role="alert">{failed}</Text>
  return settings && props.children(settings, change)
}
