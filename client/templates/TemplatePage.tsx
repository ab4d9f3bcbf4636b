import { Text } from '@fluentui/react-components'
import { useTexts } from '../lib/app-context.tsx'
import type { Route } from '../lib/route.ts'
import { FromFile } from './FromFile.tsx'
import { TemplateDetail } from './TemplateDetail.tsx'
import { templateTexts } from './texts.ts'
import { idOf, type Templates } from './useTemplates.ts'

/** The template that an address names, or the first one where it names none. */
export const shownOf = ({ set }: Templates, route: Route) =>
  route.page === 'template'
    ? set?.entries.find((one) => idOf(one) === route.templateId)
    : route.page === 'file'
      ? undefined
      : set?.entries[0]

/** The page that an address names among the templates: one of them, or a file to take one from. */
export function TemplatePage({ templates, route }: { templates: Templates; route: Route }) {
  const words = useTexts(templateTexts)
  if (route.page === 'file') return <FromFile templates={templates} />
  const entry = shownOf(templates, route)
  if (!entry) return templates.set && route.page === 'template' && <Text>{words.gone}</Text>
  return (
    <TemplateDetail
      key={idOf(entry)}
      templates={templates}
      entry={entry}
      isPage={route.page === 'template'}
    />
  )
}
