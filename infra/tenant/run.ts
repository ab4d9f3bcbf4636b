import { packageOf } from '../../manifest/package.ts'
import { uploaded, written } from './catalog-steps.ts'
import { consentSteps } from './consent-steps.ts'
import { credentialStep } from './credential-steps.ts'
import { GraphRefused, isRefused, TenantError } from './failure.ts'
import { look } from './found.ts'
import { graphOf } from './graph.ts'
import { readOptions, type Options } from './options.ts'
import { registrationSteps } from './registration-steps.ts'
import { reading, signIn, writing } from './sign-in.ts'
import { journalOf, type Context, type Step } from './step.ts'
import { removals } from './undo.ts'

/** All that the command has of the world besides its files. */
export type World = {
  /** Microsoft's addresses: Entra's, and Graph's with its version. */
  login: string
  graph: string
  fetch: typeof globalThis.fetch
  wait: (milliseconds: number) => Promise<void>
  now: () => Date
  newId: () => string
  say: (line: string) => void
  /** @returns null where nobody can be asked */
  ask: (question: string) => Promise<string | null>
  packages: string
  into: string
  version: string
}

/**
 * `npm run tenant`.
 * @returns the exit code: 1 when something is left to do
 * @throws TenantError, told to the admin in its own words
 */
export async function tenant(args: string[], world: World): Promise<number> {
  const options = readOptions(args, world)
  const { command, files, variables, isSure } = options
  const token = await signIn({
    ...world,
    tenantId: options.tenantId,
    scopes: command === 'plan' ? reading : writing,
    show: world.say,
  })
  try {
    const context = await contextOf(options, world, token)
    if (command === 'undo') return await undo(context, world, isSure)
    const steps = [...registrationSteps, credentialStep(context.wanted), ...consentSteps, uploaded, written]
    const isInOrder = tell(context, world, variables.HOSTNAME, steps)
    if (command === 'plan' || isInOrder) return 0
    if (!(await isWanted(world, isSure))) return 1
    files.setPackage(options.newIds)
    files.setJournal(journalOf(context))
    return await apply(context, world, steps)
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error
    throw new TenantError(
      `Graph refused: ${error.message} (${error.status} ${error.code}). Run the command again: it goes on where it was.`,
    )
  }
}

async function contextOf(options: Options, world: World, token: string): Promise<Context> {
  const { variables, files, identity } = options
  const graph = graphOf({ ...world, base: world.graph, token })
  const uniqueName = `groei-${variables.APP_ID}`
  const found = await look(graph, uniqueName, variables.APP_ID)
  const before = files.journal()?.tenantId
  if (before && before !== found.tenant.id)
    throw new TenantError(
      `You signed in to the tenant ${found.tenant.id}. ${files.paths.journal} says that Groei was set up in ${before}: use another folder (--into) and another name (--env) for another tenant.`,
    )
  const client = files.settings()['CLIENT_ID']
  if (client && client !== found.application?.appId)
    throw new TenantError(
      `CLIENT_ID in ${files.paths.settings} names a registration that this command did not make (${client}). It looks after its own alone. Keep yours and set it up by hand (docs/deployment.md), or empty CLIENT_ID to get a new one.`,
    )
  const wanted = {
    hostname: variables.HOSTNAME,
    uniqueName,
    externalId: variables.APP_ID,
    version: world.version,
    packageOf: (clientId: string) =>
      packageOf({ ...variables, CLIENT_ID: clientId, BOT_ID: clientId }, world.version),
    identity: identity ? { subject: identity, issuer: `${world.login}/${found.tenant.id}/v2.0` } : null,
  }
  return { graph, found, wanted, files, now: world.now, newId: world.newId }
}

/** @returns whether nothing is to be changed */
function tell(context: Context, { say }: World, hostname: string, steps: Step[]): boolean {
  const { tenant: organisation, me } = context.found
  say(
    `\nGroei at https://${hostname}, in the tenant ${organisation.displayName} (${organisation.id}), as ${me.userPrincipalName}\n`,
  )
  const all = steps.map((step) => ({ ...step, lines: step.changes(context) }))
  for (const { title, lines } of all.filter((one) => one.lines.length > 0))
    say([title, ...lines.map((line) => `  ${line}`)].join('\n'))
  const inOrder = all.filter((one) => one.lines.length === 0).map(({ title }) => title)
  if (inOrder.length > 0) say(`In order: ${inOrder.join('; ')}`)
  if (inOrder.length === steps.length) say('Nothing is to be changed.')
  return inOrder.length === steps.length
}

async function isWanted({ ask, say }: World, isSure: boolean): Promise<boolean> {
  if (isSure) return true
  const answer = await ask('\nDo this? [y/N] ')
  if (/^y(es)?$/i.test(answer?.trim() ?? '')) return true
  say(answer === null ? 'Nothing was changed: nobody can be asked here. Add --yes.' : 'Nothing was changed.')
  return false
}

async function apply(context: Context, { say }: World, steps: Step[]): Promise<number> {
  const left: string[] = []
  let isRegistered = true
  for (const step of steps) {
    if (step.changes(context).length === 0) continue
    if (!isRegistered) {
      left.push(`${step.title}: after the registration`)
      continue
    }
    try {
      await step.apply(context)
      say(`Done: ${step.title}`)
    } catch (error) {
      if (!isRefused(error, 403)) throw error
      left.push(`${step.title}: needs the role ${step.role} (or Global Administrator)`)
      isRegistered = context.found.application !== null && context.found.principal !== null
    }
  }
  if (left.length > 0) {
    say(
      [
        '\nLeft, because your account may not do it:',
        ...left.map((line) => `  ${line}`),
        'Let somebody with that role run the same command with the same files: it does what is left.',
      ].join('\n'),
    )
    return 1
  }
  say(next(context))
  return 0
}

function next({ files, found, wanted }: Context): string {
  const app = found.application?.appId ?? ''
  return [
    '\nIn the tenant everything is in order. Left to you:',
    '  The bot, unless infra/azure/main.bicep makes it:',
    `    az deployment group create --resource-group groei --template-file infra/azure/bot.bicep \\`,
    `      --parameters clientId=${app} host=${wanted.hostname}`,
    `  The servers, with ${files.paths.settings}`,
    '  Who gets Groei: Teams admin centre, Manage apps, Groei',
  ].join('\n')
}

async function undo(context: Context, world: World, isSure: boolean): Promise<number> {
  const list = await removals(context)
  if (list.length === 0) {
    world.say('There is nothing that this command made.')
    return 0
  }
  const { tenant: organisation, me } = context.found
  world.say(`\nOf the tenant ${organisation.displayName} (${organisation.id}), as ${me.userPrincipalName}\n`)
  world.say(list.map(({ line }) => `  ${line}`).join('\n'))
  if (!(await isWanted(world, isSure))) return 1
  for (const { line, role, remove } of list) {
    await remove().catch((error: unknown) => {
      if (!isRefused(error, 403)) throw error
      throw new TenantError(
        `Your account may not remove this: ${line}. It needs the role ${role} (or Global Administrator). Let somebody with that role run the same command with the same files.`,
      )
    })
    world.say(`Done: ${line.replace(/^- /, '')}`)
  }
  return 0
}
