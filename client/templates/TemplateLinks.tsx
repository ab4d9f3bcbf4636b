import { Text } from '@fluentui/react-components'
import type { TemplateEntry } from '../../server/contract/template.ts'
import { ListLink } from '../components/ListLink.tsx'
import { More, MoreLink } from '../components/More.tsx'
import { Rows } from '../components/Rows.tsx'
import { Surface } from '../components/Surface.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { hrefOf } from '../lib/route.ts'
import { templateTexts } from './texts.ts'
import { idOf, type Templates } from './useTemplates.ts'

/** The templates of a scope, each a link to what is in it. @param here the one that is shown */
export function TemplateLinks({ templates, here }: { templates: Templates; here: string | null }) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const { scope, set, failure, said } = templates
  const about = (one: TemplateEntry) =>
    [
      ...(one.from === scope ? [words.from[scope]] : []),
      ...(one.on ? [] : [words.isOff]),
      ...(one.draft ? [words.hasDraft] : []),
      ...(one.setAside ? [words.isSetAside] : []),
    ].join(' · ')
  return (
    <Surface
      title={words.title}
      action={
        <More label={words.more}>
          <MoreLink href={hrefOf({ page: 'file', scope })}>{words.files.title}</MoreLink>
        </More>
      }
    >
      <Text role="status">{said.of === null && said.words}</Text>
      {!set && failure && <Text role="alert">{words.failed}</Text>}
      <Rows label={words.title}>
        {set?.entries.map((one) => {
          const id = idOf(one)
          return (
            <ListLink
              key={id}
              href={hrefOf({ page: 'template', scope, templateId: id, isChanged: false })}
              isHere={id === here}
              note={about(one)}
            >
              {(one.template ?? one.draft)?.title[language] ?? id}
            </ListLink>
          )
        })}
      </Rows>
    </Surface>
  )
}
