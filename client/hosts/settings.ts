import { settingsMeta, type Settings } from '../../server/contract/settings.ts'

/** What the server wrote in the page. @throws Error when it is not there: the page was not served by our server */
export function readSettings(): Settings {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${settingsMeta}"]`)
  if (!meta) throw new Error('The page has no settings.')
  return JSON.parse(meta.content) as Settings
}
