import { settingsMeta, type Settings } from '../../server/contract/settings.ts'

/** Reads the settings that the server wrote in the page. @throws Error when another server served the page */
export function readSettings(): Settings {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${settingsMeta}"]`)
  if (!meta) throw new Error('The page has no settings.')
  return JSON.parse(meta.content) as Settings
}
