import { Button, Switch, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import {
  publishTemplate,
  putDraft,
  type Template,
  type TemplateEntry,
} from '../../server/contract/template.ts'
import { getTenantSettings } from '../../server/contract/tenant-settings.ts'
import { Quiet } from '../components/basics.tsx'
import { Conflict } from '../components/Conflict.tsx'
import { PageTitle } from '../components/PageTitle.tsx'
import { useForm } from '../components/useForm.ts'
import { inWords } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { goInstead } from '../lib/go.ts'
import { useQuery } from '../lib/query.ts'
import { useAction } from '../lib/useAction.ts'
import { InBoth } from './Bilingual.tsx'
import { EditorFooter } from './EditorFooter.tsx'
import { isInBoth, saidOnce } from './languages.ts'
import { Mistakes } from './Mistakes.tsx'
import { Preview } from './Preview.tsx'
import { TemplateFields } from './TemplateFields.tsx'
import { templateTexts } from './texts.ts'
import { useLibrary } from './useLibrary.ts'
import { idOf, isOwn, type Templates } from './useTemplates.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    '@container page (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(280px, 2fr)' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  preview: {
    display: 'none',
    '@container page (min-width: 1024px)': {
      display: 'block',
      position: 'sticky',
      top: tokens.spacingVerticalL,
      maxHeight: 'calc(100vh - 96px)',
      overflowY: 'auto',
    },
  },
  shown: { display: 'block' },
  narrow: { justifySelf: 'start', '@container page (min-width: 1024px)': { display: 'none' } },
})

/** Changing a template that an address names: everything for the organisation, what that leaves open for a team. */
export function TemplateEditor({ templates, templateId }: { templates: Templates; templateId: string }) {
  const words = useTexts(templateTexts)
  const { set, failure } = templates
  const entry = set?.entries.find((one) => idOf(one) === templateId)
  const template = entry?.draft ?? entry?.template
  if (entry && template)
    return <Editor key={templateId} templates={templates} entry={entry} template={template} />
  return <Text role="alert">{set ? words.gone : failure && words.failed}</Text>
}

function Editor(props: { templates: Templates; entry: TemplateEntry; template: Template }) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const styles = useStyles()
  const { templates, entry, template } = props
  const { scope, put, reload, say } = templates
  const { library, failure: unnamed } = useLibrary()
  const { data: settings } = useQuery(getTenantSettings, {})
  const [inBoth, setInBoth] = useState(() => isInBoth(template, isOwn(entry, scope)))
  const [isShown, setIsShown] = useState(false)
  const publishing = useAction()
  const params = { templateId: template.id }
  const form = useForm<Template, TemplateEntry>({
    key: `template ${scope} ${template.id}`,
    saved: template,
    revision: entry.revision,
    exists: entry.draft !== null,
    send: (value, revision) =>
      api(putDraft, { params, query: { scope }, body: { template: value, revision } }),
    onSaved: put,
    onBehind: () => void reload(),
  })
  const { value } = form
  const isSaved = form.state === 'saved' || form.state === 'untouched'
  const publish = async () => {
    // As it is on the screen: what is not saved yet is saved first.
    const draft = isSaved && entry.draft ? entry : await form.save()
    if (!draft) return
    const { revision } = draft
    await publishing.run(async () => {
      try {
        put(await api(publishTemplate, { params, query: { scope }, body: { revision } }))
      } catch (error) {
        // Whatever is refused here may be so because somebody was first.
        await reload()
        throw error
      }
      form.discard()
      say(template.id, words.published(value.title[language]))
      await reload()
      goInstead({ page: 'template', scope, templateId: template.id, isChanged: false })
    })
  }
  // Where all read one language nobody is asked for the other.
  const maySwitch = settings?.language === 'own'
  const isWrittenInBoth = inBoth && maySwitch
  const failure = form.conflict ? null : (form.failure ?? publishing.failure)
  const questions = [...library, ...(value.questions ?? [])]
  const textOf = (id: string) => questions.find((one) => one.id === id)?.text[language] ?? id
  return (
    <InBoth value={isWrittenInBoth}>
      <PageTitle>{`${words.edit}: ${template.title[language]}`}</PageTitle>
      {scope === 'organisation' && <Quiet>{words.forAll}</Quiet>}
      {unnamed && <Text role="alert">{inWords(unnamed)}</Text>}
      <div className={styles.columns}>
        <div className={styles.column}>
          {maySwitch && (
            <Switch label={words.both} checked={inBoth} onChange={(_e, { checked }) => setInBoth(checked)} />
          )}
          <TemplateFields
            scope={scope}
            entry={entry}
            value={value}
            questions={{ textOf, isTeams: scope === 'team' }}
            onChange={form.change}
          />
          {form.conflict && (
            <Conflict
              theirs={[
                { label: words.fields.title, text: template.title[language] },
                { label: words.fields.description, text: template.description[language] },
                {
                  label: words.fields.steps,
                  text: template.steps.map(({ title }) => title[language]).join(', '),
                },
              ]}
              onTheirs={form.discard}
              onMine={() => void form.keepMine()}
            />
          )}
          <Mistakes
            failure={failure && !isWrittenInBoth ? saidOnce(failure, language) : failure}
            template={value}
          />
          <Button className={styles.narrow} aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? words.hidePreview : words.preview}
          </Button>
        </div>
        <div
          role="region"
          aria-label={words.preview}
          className={mergeClasses(styles.preview, isShown && styles.shown)}
          // It scrolls by itself where it stands beside the form.
          tabIndex={0}
        >
          <Preview preview={{ template: value, questions }} />
        </div>
      </div>
      <EditorFooter
        // Mistakes are listed above, with their places.
        state={form.failure ? 'unsaved' : form.state}
        isBusy={publishing.busy || form.conflict}
        hasDraft={entry.draft !== null}
        onSave={() => void form.save()}
        onPublish={() => void publish()}
      />
    </InBoth>
  )
}
