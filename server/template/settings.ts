import { mistakeIn } from '../content/template-errors.ts'
import type { Language } from '../contract/shape.ts'
import type { TemplateSettings } from '../contract/template.ts'
import type { Mistake } from './check.ts'
import type { Effective } from './effective.ts'

/** The standard template is there and on, so that at least one always is; what is switched off is known. */
export function wrongSettings(
  { standard, off }: TemplateSettings,
  set: Effective[],
  language: Language,
): Mistake[] {
  const known = (id: string) => set.some(({ template }) => template.id === id)
  const unknown = (pointer: string, id: string) =>
    known(id) ? [] : [{ pointer, message: mistakeIn(language, 'unknownTemplate', id) }]
  return [
    ...unknown('/standard', standard),
    ...off.flatMap((id, at) =>
      id === standard
        ? [{ pointer: `/off/${at}`, message: mistakeIn(language, 'standardOff') }]
        : unknown(`/off/${at}`, id),
    ),
  ]
}
