import type { Template, TemplateEntry, TemplateScope, TemplateSet } from '../../server/contract/template.ts'
import type { Tenant } from './tenant.ts'

/** Hands to work the templates of a tenant with. */
export function templateHands(tenant: Tenant) {
  const set = async (user: string, scope: TemplateScope) =>
    (await tenant.as(user)<TemplateSet>('GET', `/api/templates?scope=${scope}`)).body
  const entry = async (user: string, scope: TemplateScope, id: string) =>
    (await set(user, scope)).entries.find((one) => (one.template ?? one.draft)?.id === id)!
  const draft = (user: string, scope: TemplateScope, template: unknown, revision: number, language = 'nl') =>
    tenant.as(user)<TemplateEntry>(
      'PUT',
      `/api/templates/${(template as Template).id}/draft?scope=${scope}`,
      { template, revision },
      language,
    )
  const publish = (user: string, scope: TemplateScope, id: string, revision: number) =>
    tenant.as(user)<TemplateEntry>('POST', `/api/templates/${id}/publish?scope=${scope}`, { revision })

  /** Writes and publishes what is there now, changed. */
  async function change(user: string, scope: TemplateScope, id: string, how: (one: Template) => Template) {
    const now = await entry(user, scope, id)
    const written = await draft(user, scope, how(now.template!), now.revision)
    if (written.status !== 200) throw new Error(JSON.stringify(written.body))
    const published = await publish(user, scope, id, written.body.revision)
    if (published.status !== 200) throw new Error(JSON.stringify(published.body))
    return published.body
  }

  return { set, entry, draft, publish, change }
}

export const called = (nl: string) => (one: Template) => ({ ...one, title: { nl, en: `${nl} (en)` } })
export const pointers = (answer: { body: { errors?: { pointer: string }[] } }) =>
  answer.body.errors?.map((one) => one.pointer)
