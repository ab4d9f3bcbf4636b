import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import {
  getTemplateVersions,
  putDraft,
  type Template,
  type TemplateEntry,
  type TemplateScope,
} from '../../server/contract/template.ts'
import { List, Quiet } from '../components/basics.tsx'
import { Confirm } from '../components/Confirm.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { momentInWords } from '../lib/dates.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { useAction } from '../lib/useAction.ts'
import { useLibrary } from './useLibrary.ts'
import { idOf } from './useTemplates.ts'
import { templateTexts } from './texts.ts'

/** The published versions of a template, by whom and when: to read, and to begin a draft with. */
export function Versions(props: {
  scope: TemplateScope
  entry: TemplateEntry
  onTaken: (entry: TemplateEntry) => void
}) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { scope, entry, onTaken } = props
  const { busy, failure, run } = useAction()
  const { library, failure: unnamed } = useLibrary()
  const params = { templateId: idOf(entry) }
  const { data, failure: unread } = useQuery(getTemplateVersions, { params, query: { scope } })
  const [shown, setShown] = useState<number | null>(null)
  const [taken, setTaken] = useState<Template | null>(null)
  const take = (template: Template) =>
    run(async () => {
      setTaken(template)
      const { revision } = entry
      onTaken(await api(putDraft, { params, query: { scope }, body: { template, revision } }))
    })
  const versions = data?.versions
  const title = (entry.template ?? entry.draft)?.title[language] ?? ''
  const holds = entry.from === scope && !entry.setAside ? entry.template?.version : undefined
  return (
    <div role="group" aria-label={words.versions.of(title)} className={look.inset}>
      {!data && !unread && <Waiting words={words.versions.loading} />}
      {versions?.length === 0 && <Text>{words.versions.none}</Text>}
      <List>
        {versions?.map(({ template, publishedAt, by }) => {
          const { version } = template
          const name = words.versions.name(String(version))
          const open = shown === version
          return (
            <li key={version}>
              <Text weight="semibold" block>
                {[name, ...(version === holds ? [words.versions.now] : [])].join(' · ')}
              </Text>
              <Quiet>{words.versions.by(momentInWords(publishedAt, language, undefined), by ?? '')}</Quiet>
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
              {open && <Preview preview={{ template, questions: library }} />}
            </li>
          )
        })}
      </List>
      <Mistakes failure={unread ?? failure ?? unnamed} template={taken} />
    </div>
  )
}
