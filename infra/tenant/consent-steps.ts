import { adminRole, applicationPermission } from '../../server/contract/registration.ts'
import { isRefused } from './failure.ts'
import { readGrant } from './found.ts'
import { registering } from './registration-steps.ts'
import { adminRoleOf, blank, consented, installPermissionOf } from './registration.ts'
import { made, type Context, type Step } from './step.ts'

const missing = ({ found }: Context): string[] => {
  const given = found.grant?.scope.split(' ') ?? []
  return consented.filter((one) => !given.includes(one))
}

const delegated: Step = {
  title: 'Admin consent, delegated permissions',
  role: registering,
  changes: (context) => missing(context).map((one) => `+ consent for everybody: ${one}`),
  async apply(context) {
    const { graph, found } = context
    const { principal } = made(context)
    const resourceId = found.graph.id
    const scope = [...(found.grant?.scope.split(' ').filter(Boolean) ?? []), ...missing(context)].join(' ')
    if (!found.grant) {
      const body = { clientId: principal.id, consentType: 'AllPrincipals', resourceId, scope }
      // Refused as the same when a run that was killed had granted it, or somebody did meanwhile.
      const done = await graph.unless(409, () =>
        graph.soon(() => graph.send<{ id: string }>('POST', '/oauth2PermissionGrants', { body })),
      )
      found.grant = done ? { ...body, id: done.id } : await readGrant(graph, principal, found.graph)
      if (missing(context).length === 0) return
    }
    if (!found.grant) return
    await graph.send('PATCH', `/oauth2PermissionGrants/${found.grant.id}`, { body: { scope } })
    found.grant = { ...found.grant, scope }
  },
}

/** Gives a role of a resource to a person or an application; that it is given already is no failure. */
async function assign(
  { graph }: Context,
  assignment: { principalId: string; resourceId: string; appRoleId: string },
): Promise<void> {
  try {
    await graph.soon(() =>
      graph.send('POST', `/servicePrincipals/${assignment.resourceId}/appRoleAssignedTo`, {
        body: assignment,
      }),
    )
  } catch (error) {
    if (!isRefused(error, 400) || !error.message.includes('already exists')) throw error
  }
}

const application: Step = {
  title: 'Admin consent, application permission',
  role: 'Privileged Role Administrator',
  changes: ({ found }) =>
    found.given.some(
      (one) => one.resourceId === found.graph.id && one.appRoleId === installPermissionOf(found.graph),
    )
      ? []
      : [`+ consent: ${applicationPermission}`],
  async apply(context) {
    const { found } = context
    const { principal } = made(context)
    const assignment = {
      principalId: principal.id,
      resourceId: found.graph.id,
      appRoleId: installPermissionOf(found.graph),
    }
    await assign(context, assignment)
    found.given = [...found.given, assignment]
  },
}

/** Somebody has to be the first; who else, they decide themselves. */
const firstAdmin: Step = {
  title: 'Admin of Groei',
  role: registering,
  changes({ found }) {
    const role = adminRoleOf(found.application ?? blank(''))
    return found.assigned.some(({ appRoleId }) => appRoleId === role)
      ? []
      : [`+ app role ${adminRole} for ${found.me.userPrincipalName}`]
  },
  async apply(context) {
    const { found } = context
    const { application: app, principal } = made(context)
    const assignment = {
      principalId: found.me.id,
      resourceId: principal.id,
      appRoleId: adminRoleOf(app),
    }
    await assign(context, assignment)
    found.assigned = [...found.assigned, assignment]
  },
}

export const consentSteps = [delegated, application, firstAdmin]
