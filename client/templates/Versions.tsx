import { Button, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type {
  Template,
  TemplateEntry,
  TemplateScope,
  TemplateVersions,
} from '../../server/contract/template.ts'
import { Confirm } from '../components/Confirm.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { failureOf, type Failure } from '../lib/api.ts'
import { momentInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from './useAction.ts'
import { useLibrary } from './useLibrary.ts'
import { idOf } from './useSet.ts'

/** What was published of a template, by whom and when: to read, and to begin a draft with. */
export function Versions(props: {
  scope: TemplateScope
  entry: TemplateEntry
  onTaken: (entry: TemplateEntry) => void
}) {
  const { api, language, texts } = useSurroundings()
  const words = templates[language]
  const look = useLook()
  const { scope, entry, onTaken } = props
  const { busy, failure, run } = useAction()
  const library = useLibrary()
  const [found, setFound] = useState<TemplateVersions | Failure | null>(null)
  const [shown, setShown] = useState<number | null>(null)
  const [taken, setTaken] = useState<Template | null>(null)
  const path = `/api/templates/${idOf(entry)}`
  useEffect(() => {
    api<TemplateVersions>('GET', `${path}/versions?scope=${scope}`).then(setFound, (error: unknown) =>
      setFound(failureOf(error, texts.unexpected)),
    )
  }, [api, path, scope, texts])
  const take = (template: Template) =>
    run(async () => {
      setTaken(template)
      const { revision } = entry
      onTaken(await api<TemplateEntry>('PUT', `${path}/draft?scope=${scope}`, { template, revision }))
    })
  const versions = found && 'versions' in found ? found.versions : null
  const title = (entry.template ?? entry.draft)?.title[language] ?? ''
  const holds = entry.from === scope && !entry.setAside ? entry.template?.version : undefined
  return (
    <div role="group" aria-label={words.versions.of(title)} className={look.inset}>
      {!found && <Waiting words={words.versions.loading} />}
      {versions?.length === 0 && <Text>{words.versions.none}</Text>}
      <ul className={look.list}>
        {versions?.map(({ template, publishedAt, by }) => {
          const { version } = template
          const name = words.versions.name(String(version))
          const open = shown === version
          return (
            <li key={version}>
              <Text weight="semibold" block>
                {[name, ...(version === holds ? [words.versions.now] : [])].join(' · ')}
              </Text>
              <Text size={200} className={look.quiet}>
                {words.versions.by(momentInWords(publishedAt, language, undefined), by ?? '')}
              </Text>
              <div className={look.row}>
                <Button
                  size="small"
                  aria-expanded={open}
                  aria-label={`${open ? words.versions.hide : words.versions.read}: ${name}`}
                  onClick={() => setShown(open ? null : version)}
                >
                  {open ? words.versions.hide : words.versions.read}
                </Button>
                {entry.draft ? (
                  <Confirm
                    name={words.versions.take}
                    label={`${words.versions.take}: ${name}`}
                    question={words.versions.sure}
                    yes={words.yes}
                    no={words.no}
                    busy={busy}
                    onYes={() => void take(template)}
                  />
                ) : (
                  <Button
                    size="small"
                    disabledFocusable={busy}
                    aria-label={`${words.versions.take}: ${name}`}
                    onClick={() => void take(template)}
                  >
                    {words.versions.take}
                  </Button>
                )}
              </div>
              {open && <Preview preview={{ template, questions: [...library.values()] }} />}
            </li>
          )
        })}
      </ul>
      <Mistakes failure={found && 'slug' in found ? found : failure} template={taken} />
    </div>
  )
}
