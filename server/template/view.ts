import { questionsOf } from '../content/library.ts'
import { countLimits } from '../contract/limits.ts'
import type { Template, TemplateEntry, TemplatePreview, TemplateScope } from '../contract/template.ts'
import type { TemplateDocument } from './collection.ts'
import type { Effective } from './effective.ts'

/** @param mine what the reader may change; empty for who only reads */
export function entriesOf(scope: TemplateScope, set: Effective[], mine: TemplateDocument[]): TemplateEntry[] {
  const own = (id: string) => {
    const document = mine.find((one) => one.templateId === id)
    return { draft: document?.draft ?? null, revision: document?.revision ?? 0 }
  }
  const known = set.map(({ template, base, from, on, setAside }) => ({
    mostCommitments: scope === 'team' ? base.commitmentLimit : countLimits.commitments,
    template,
    from,
    on,
    setAside,
    ...own(template.id),
  }))
  // Drafts of templates that are not there yet; a team has none, for it adapts what is there.
  const coming = mine
    .filter((one) => one.draft && scope === 'organisation')
    .filter((one) => !set.some(({ template }) => template.id === one.templateId))
    .map((one) => ({
      mostCommitments: countLimits.commitments,
      template: null,
      from: scope,
      on: true,
      setAside: false,
      ...own(one.templateId),
    }))
  return [...known, ...coming]
}

export const previewOf = (template: Template): TemplatePreview => ({
  template,
  questions: questionsOf(template),
})
