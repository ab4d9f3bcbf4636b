import { Button, Text } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import {
  getTemplateFile,
  putDraft,
  type Template,
  type TemplateEntry,
} from '../../server/contract/template.ts'
import { Heading, Quiet } from '../components/basics.tsx'
import { FileBox } from '../components/FileBox.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { More } from '../components/More.tsx'
import { PageTitle } from '../components/PageTitle.tsx'
import { Surface } from '../components/Surface.tsx'
import { jsonFile } from '../lib/download.ts'
import { go } from '../lib/go.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { hrefOf, type Route } from '../lib/route.ts'
import { useAction } from '../lib/useAction.ts'
import { useFile } from '../lib/useFile.ts'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { OwnActions } from './OwnActions.tsx'
import { Steps } from './Preview.tsx'
import { copyOf } from './steps.ts'
import { templateTexts } from './texts.ts'
import { useLibrary } from './useLibrary.ts'
import { idOf, isOwn, type Templates } from './useTemplates.ts'
import { Versions } from './Versions.tsx'

/** How a copy is called in each language, whoever makes it. */
const called = { nl: templateTexts.nl.copy, en: templateTexts.en.copy }

/** One template as a conversation shows it, and what can be made of it. @param isPage it is what the page is about */
export function TemplateDetail(props: { templates: Templates; entry: TemplateEntry; isPage: boolean }) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { templates, entry, isPage } = props
  const { scope, set, said, put } = templates
  const { library } = useLibrary()
  const { busy, failure, run } = useAction()
  const { given, give } = useFile()
  const status = useRef<HTMLSpanElement>(null)
  const [isReading, setIsReading] = useState(false)
  const template = entry.template ?? entry.draft
  if (!template) return null
  const id = idOf(entry)
  const title = template.title[language]
  const use = isOwn(entry, scope) ? words.edit : words.use
  const change: Route = { page: 'template', scope, templateId: id, isChanged: true }
  const questions = [...library, ...(template.questions ?? [])]
  const textOf = (one: string) => questions.find((each) => each.id === one)?.text[language] ?? one
  const exported = () =>
    run(async () => {
      const file = await api(getTemplateFile, { params: { templateId: id }, query: { scope } })
      give(jsonFile(`${id}.json`, file))
    })
  const copied = (from: Template) =>
    run(async () => {
      const copy = copyOf(from, called, set?.entries.map(idOf) ?? [])
      const params = { templateId: copy.id }
      put(await api(putDraft, { params, query: { scope }, body: { template: copy, revision: 0 } }))
      go({ ...change, templateId: copy.id })
    })
  return (
    <Surface>
      <div className={look.head}>
        {isPage ? <PageTitle>{title}</PageTitle> : <Heading size={500}>{title}</Heading>}
        <div className={look.row}>
          <LinkButton isPrimary href={hrefOf(change)} label={isPage ? undefined : `${use}: ${title}`}>
            {use}
          </LinkButton>
          <More label={`${words.more}: ${title}`}>
            {entry.template && (
              <Button appearance="subtle" disabledFocusable={busy} onClick={() => void exported()}>
                {words.export}
              </Button>
            )}
            {entry.revision > 0 && (
              <Button appearance="subtle" onClick={() => setIsReading(!isReading)}>
                {words.versions.show}
              </Button>
            )}
            {scope === 'organisation' && (
              <Button appearance="subtle" disabledFocusable={busy} onClick={() => void copied(template)}>
                {words.makeCopy}
              </Button>
            )}
          </More>
        </div>
      </div>
      <Text role="status" ref={status} tabIndex={-1} className={look.heading}>
        {said.of === id && said.words}
      </Text>
      <FileBox file={given} />
      <Mistakes failure={failure} />
      <Text>{template.description[language]}</Text>
      <Quiet>
        {[
          words.from[entry.from],
          words.minutes(String(template.steps.reduce((sum, { minutes }) => sum + minutes, 0))),
          ...(entry.on ? [] : [words.isOff]),
          ...(entry.draft ? [words.hasDraft] : []),
        ].join(' · ')}
      </Quiet>
      {entry.setAside && <Text>{words.setAside[entry.from === 'shipped' ? 'shipped' : 'organisation']}</Text>}
      {isReading ? (
        <Versions
          scope={scope}
          entry={entry}
          onTaken={(taken) => {
            put(taken)
            go(change)
          }}
        />
      ) : (
        <Steps template={template} textOf={textOf} />
      )}
      <OwnActions
        templates={templates}
        entry={entry}
        title={title}
        // The buttons go; the keyboard goes on at what became of it.
        onDone={() => status.current?.focus()}
      />
    </Surface>
  )
}
