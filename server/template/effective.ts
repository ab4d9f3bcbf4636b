import { shippedTemplates, standardTemplate } from '../content/library.ts'
import type { Origin, Template } from '../contract/template.ts'
import { organisation as everybody, type TemplateDocument, type TemplateReference } from './collection.ts'
import { beyondOpen } from './fit.ts'

/** A template as new conversations would be held with it. */
export type Effective = {
  template: Template
  from: Origin
  reference: TemplateReference
  on: boolean
  /** The version of the organisation that a team's version has to fit in. */
  base: Template
  /** The team has a version of its own that goes beyond what is open now. */
  setAside: boolean
}

/** The organisation's templates over the shipped ones, and over those a coach's, as long as they fit. */
export function effectiveSet(
  organisation: TemplateDocument[],
  team: TemplateDocument[],
  off: string[],
): Effective[] {
  const published = organisation.flatMap(({ published }) => published?.template ?? [])
  const own = published.filter((one) => !shippedTemplates.some(({ id }) => id === one.id))
  const base = [...shippedTemplates, ...own.sort((a, b) => (a.id < b.id ? -1 : 1))]
  return base.map(({ id }) => {
    const shared = layer(organisation, id) ?? shippedLayer(id)
    const adapted = layer(team, id)
    const fits = adapted !== null && beyondOpen(shared.template, adapted.template).length === 0
    return {
      ...(fits ? { ...adapted, from: 'team' as const } : shared),
      base: shared.template,
      on: !off.includes(id),
      setAside: adapted !== null && !fits,
    }
  })
}

function layer(documents: TemplateDocument[], id: string) {
  const found = documents.find((one) => one.templateId === id)
  if (!found?.published) return null
  const { template } = found.published
  return {
    template,
    from: 'organisation' as const,
    reference: { id, version: template.version, owner: found.owner },
  }
}

function shippedLayer(id: string) {
  const template = shippedTemplates.find((one) => one.id === id) ?? standardTemplate
  return {
    template,
    from: 'shipped' as const,
    reference: { id: template.id, version: template.version },
  }
}

/** The owner of the version that a conversation is held with. */
export const originOf = ({ owner }: TemplateReference): Origin =>
  owner === undefined ? 'shipped' : owner === everybody ? 'organisation' : 'team'

/** The templates on offer; at least one, for a conversation cannot be held without. */
export function offered(set: Effective[]): Effective[] {
  const on = set.filter((one) => one.on)
  return on.length > 0 ? on : set.filter((one) => one.template.id === standardTemplate.id)
}

/**
 * The template of a new conversation: what is usual for the pair, else the organisation's choice, else ours, else the
 * first that is offered.
 */
export function standardOf(
  set: Effective[],
  chosen: string,
  usual: string | null = null,
): Effective | undefined {
  const on = offered(set)
  const named = (id: string) => on.find((one) => one.template.id === id)
  return (usual === null ? undefined : named(usual)) ?? named(chosen) ?? named(standardTemplate.id) ?? on[0]
}
