import { describe, expect, test } from 'vitest'
import { noRegistrations } from '../sandbox/seed/registrations.ts'
import { isNewer } from './catalog-steps.ts'
import { withValues } from './env-file.ts'
import { blank, differences, type Application, type GraphResource } from './registration.ts'

const graph = noRegistrations().servicePrincipals[0] as GraphResource
const after = (app: Application, { patches }: ReturnType<typeof differences>): Application =>
  patches.reduce<Application>((next, patch) => ({ ...next, ...patch }), app)

describe('differences of a registration', () => {
  test('a blank one lacks all of it, and has all of it after the patches, the clients last', () => {
    const found = differences(blank('id'), 'groei.example', graph)
    expect(found.lines).toHaveLength(11)
    expect(found.patches).toHaveLength(2)
    expect(found.patches[0]?.api?.preAuthorizedApplications).toEqual([])
    expect(differences(after(blank('id'), found), 'groei.example', graph)).toEqual({ lines: [], patches: [] })
  })

  test('what the organisation added stays: URIs, scopes, roles, permissions, clients', () => {
    const other = { id: 'o', value: 'other', isEnabled: true, allowedMemberTypes: ['User'], type: 'User' }
    const app: Application = {
      ...blank('id'),
      identifierUris: ['api://id'],
      spa: { redirectUris: ['https://other.example/'] },
      api: {
        requestedAccessTokenVersion: null,
        oauth2PermissionScopes: [other],
        preAuthorizedApplications: [{ appId: 'a', delegatedPermissionIds: ['o'] }],
      },
      appRoles: [other],
      requiredResourceAccess: [{ resourceAppId: 'r', resourceAccess: [{ id: 'p', type: 'Scope' }] }],
    }
    const next = after(app, differences(app, 'groei.example', graph))
    expect(next.identifierUris).toContain('api://id')
    expect(next.spa.redirectUris).toContain('https://other.example/')
    expect(next.api.oauth2PermissionScopes).toContainEqual(other)
    expect(next.api.preAuthorizedApplications).toContainEqual(app.api.preAuthorizedApplications[0])
    expect(next.appRoles).toContainEqual(other)
    expect(next.requiredResourceAccess).toContainEqual(app.requiredResourceAccess[0])
  })

  test('another host gets its own URIs beside those of before', () => {
    const app = after(blank('id'), differences(blank('id'), 'old.example', graph))
    expect(differences(app, 'new.example', graph).lines).toEqual([
      '+ Application ID URI api://new.example/id',
      '+ redirect URI brk-multihub://new.example (single-page application)',
    ])
  })
})

test('a version is newer by its first number that differs', () => {
  expect([isNewer('0.10.0', '0.9.9'), isNewer('1.0.0', '1.0.0'), isNewer('0.9.9', '0.10.0')]).toEqual([
    true,
    false,
    false,
  ])
})

test('values replace their lines in an env file, and new ones come at the end', () => {
  expect(withValues('# A=1\nA=1\nB=$&', { A: '$2', C: '3' })).toBe('# A=1\nA=$2\nB=$&\nC=3\n')
})
