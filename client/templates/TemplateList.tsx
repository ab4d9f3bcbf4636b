import { Button, Text } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { countLimits } from '../../server/contract/limits.ts'
import {
  getTemplateFile,
  type Template,
  type TemplateEntry,
  type TemplateScope,
} from '../../server/contract/template.ts'
import { List, Quiet } from '../components/basics.tsx'
import { downloadJson } from '../lib/download.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Editor } from './Editor.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { useAction } from '../lib/useAction.ts'
import { idOf, type useSet } from './useSet.ts'
import { Versions } from './Versions.tsx'
import { templateTexts } from './texts.ts'

/** The templates of a scope: how each stands, and one of them open to be changed. */
export function TemplateList(props: {
  scope: TemplateScope
  loaded: ReturnType<typeof useSet>
  /** The template in the editor; `new` for one that was never saved. */
  editing: { id: string; new?: Template } | null
  onEditing: (editing: { id: string } | null) => void
}) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { scope, loaded, editing, onEditing } = props
  const { set, reload, put } = loaded
  const { busy, failure, run } = useAction()
  const [said, setSaid] = useState('')
  const [reading, setReading] = useState<string | null>(null)
  const status = useRef<HTMLSpanElement>(null)
  const entries = set?.entries ?? []
  const entry = entries.find((one) => idOf(one) === editing?.id)
  const template = entry?.draft ?? entry?.template ?? editing?.new
  const exportOne = (id: string) =>
    run(async () =>
      downloadJson(
        `${id}.json`,
        await api(getTemplateFile, { params: { templateId: id }, query: { scope } }),
      ),
    )
  const about = (one: TemplateEntry) =>
    [words.from[one.from], ...(one.on ? [] : [words.isOff]), ...(one.draft ? [words.hasDraft] : [])].join(
      ' · ',
    )
  return (
    <>
      <Text role="status" ref={status} tabIndex={-1} className={look.heading}>
        {said}
      </Text>
      {editing && template && (
        <Editor
          key={template.id}
          scope={scope}
          entry={entry ?? nothingYet(scope)}
          template={template}
          onEntry={put}
          onBehind={() => void reload()}
          onDone={(words) => {
            setSaid(words ?? '')
            onEditing(null)
            // The form goes with the button that was pressed; the keyboard goes on where the list begins.
            status.current?.focus()
            void reload()
          }}
        />
      )}
      {!(editing && template) && (
        <List>
          {entries.map((one) => {
            const title = (one.template ?? one.draft)?.title[language] ?? ''
            const id = idOf(one)
            return (
              <li key={id}>
                <Text weight="semibold" block>
                  {title}
                </Text>
                <Text block>{(one.template ?? one.draft)?.description[language]}</Text>
                <Quiet>{about(one)}</Quiet>
                {one.setAside && (
                  <Text size={200} block>
                    {words.setAside[one.from === 'shipped' ? 'shipped' : 'organisation']}
                  </Text>
                )}
                <div className={look.row}>
                  <Button
                    size="small"
                    aria-label={`${words.edit}: ${title}`}
                    onClick={() => {
                      setSaid('')
                      onEditing({ id })
                    }}
                  >
                    {words.edit}
                  </Button>
                  {one.template && (
                    <Button
                      size="small"
                      disabledFocusable={busy}
                      aria-label={`${words.export}: ${title}`}
                      onClick={() => void exportOne(id)}
                    >
                      {words.export}
                    </Button>
                  )}
                  {one.revision > 0 && (
                    <Button
                      size="small"
                      aria-expanded={reading === id}
                      aria-label={words.versions.of(title)}
                      onClick={() => setReading(reading === id ? null : id)}
                    >
                      {words.versions.show}
                    </Button>
                  )}
                </div>
                {reading === id && (
                  <Versions
                    scope={scope}
                    entry={one}
                    onTaken={(taken) => {
                      setReading(null)
                      put(taken)
                      onEditing({ id })
                    }}
                  />
                )}
              </li>
            )
          })}
        </List>
      )}
      <Mistakes failure={failure} />
    </>
  )
}

/** A template that was never saved. */
const nothingYet = (scope: TemplateScope): TemplateEntry => ({
  template: null,
  draft: null,
  from: scope,
  on: true,
  setAside: false,
  mostCommitments: countLimits.commitments,
  revision: 0,
})
