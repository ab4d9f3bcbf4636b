import { registering } from './registration-steps.ts'
import { journalOf, made, type Context, type Step } from './step.ts'

/** A secret is replaced so long before it ends. */
const spare = 30 * 24 * 60 * 60 * 1000
const audience = 'api://AzureADTokenExchange'
const identityName = 'groei'

/** The secret in its file, as Entra knows it: by its first letters. */
function inUse({ files, found }: Context) {
  const text = files.secret()
  return found.application?.passwordCredentials.find(({ hint }) => text?.startsWith(hint)) ?? null
}

const secret: Step = {
  title: 'Client secret',
  role: registering,
  changes(context) {
    const { files, now } = context
    const known = inUse(context)
    if (!known) return [`+ client secret in ${files.paths.secret}`]
    const day = known.endDateTime.slice(0, 10)
    return Date.parse(known.endDateTime) - now().getTime() > spare
      ? []
      : [`~ client secret in ${files.paths.secret} ends on ${day}: a new one beside it`]
  },
  async apply(context) {
    const { graph, files, now, newId, found } = context
    const { application } = made(context)
    const path = `/applications/${application.id}`
    const { secret: begun, ...journal } = journalOf(context)
    // Made by a run that was killed before it wrote the text down: nobody knows it any more.
    for (const { displayName, keyId } of application.passwordCredentials)
      if (begun && displayName === begun)
        await graph.send('POST', `${path}/removePassword`, { body: { keyId } })
    const displayName = `groei ${now().toISOString().slice(0, 10)} ${newId().slice(0, 8)}`
    files.setJournal({ ...journal, secret: displayName })
    type Made = { keyId: string; hint: string; endDateTime: string; secretText: string }
    const { secretText, ...rest } = await graph.soon(() =>
      graph.send<Made>('POST', `${path}/addPassword`, {
        body: { passwordCredential: { displayName } },
        once: true,
      }),
    )
    files.setSecret(secretText)
    files.setJournal(journal)
    found.application = {
      ...application,
      passwordCredentials: [...application.passwordCredentials, { ...rest, displayName }],
    }
  },
}

const federated: Step = {
  title: 'Managed identity in place of a secret',
  role: registering,
  changes: ({ found, wanted: { identity } }) =>
    found.federated.some(
      (one) =>
        one.issuer === identity?.issuer &&
        one.subject === identity.subject &&
        one.audiences.includes(audience),
    )
      ? []
      : [`+ federated credential ${identityName} for the identity ${identity?.subject}`],
  async apply(context) {
    const { graph, found, wanted } = context
    const { application } = made(context)
    if (!wanted.identity) return
    const body = { ...wanted.identity, audiences: [audience], description: 'The servers of Groei' }
    await graph.soon(() =>
      graph.send(
        'PATCH',
        `/applications/${application.id}/federatedIdentityCredentials(name='${identityName}')`,
        {
          body,
          headers: { prefer: 'create-if-missing' },
        },
      ),
    )
    found.federated = [
      ...found.federated.filter(({ name }) => name !== identityName),
      { name: identityName, ...body },
    ]
  },
}

export const credentialStep = (wanted: Context['wanted']): Step => (wanted.identity ? federated : secret)
export { inUse as secretInUse }
