// The servers: at least two, in different zones, replaced one after the other.

param name string
param location string
@description('Empty: the environment alone.')
param image string
param hostName string
param certificateId string
param clientId string
param tenantIds array
param teamsAppId string
param trustedProxies string
param identityId string
@description('The client id of the identity, when it signs the servers in. Empty: the client secret in the vault does.')
param identityClientId string
param registryServer string
param workspaceName string
param subnetId string
param vaultUri string
param keyUri string
param serverCpu string
param serverMemory string
param minServers int
param maxServers int

var host = empty(hostName) ? '${name}.${environment.properties.defaultDomain}' : hostName
var port = 3978
// Seconds in which /readyz says no and all else is served: over three probes.
var shutdownDelay = 10
var secretFiles = '/run/secrets'
var withSecret = empty(identityClientId)
var secretNames = concat(withSecret ? ['client-secret'] : [], ['mongodb-uri', 'redis-url'])

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    zoneRedundant: true
    vnetConfiguration: { infrastructureSubnetId: subnetId }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = if (!empty(image)) {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(certificateId)
          ? []
          : [
              {
                name: hostName
                bindingType: 'SniEnabled'
                certificateId: certificateId
              }
            ]
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        for one in secretNames: {
          name: one
          keyVaultUrl: '${vaultUri}secrets/${one}'
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'groei'
          image: image
          resources: {
            cpu: json(serverCpu)
            memory: serverMemory
          }
          env: [
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'PORT', value: string(port) }
            { name: 'SHUTDOWN_DELAY', value: string(shutdownDelay) }
            { name: 'CLIENT_ID', value: clientId }
            { name: 'APP_ID_URI', value: 'api://${host}/${clientId}' }
            { name: 'TENANT_IDS', value: join(tenantIds, ',') }
            { name: 'TEAMS_APP_ID', value: teamsAppId }
            { name: 'PUBLIC_URL', value: 'https://${host}' }
            { name: 'TRUSTED_PROXIES', value: trustedProxies }
            { name: 'KEY_VAULT_KEY', value: keyUri }
            { name: 'KEY_VAULT_TENANT', value: tenant().tenantId }
            withSecret
              ? { name: 'CLIENT_SECRET_FILE', value: '${secretFiles}/client-secret' }
              : { name: 'MANAGED_IDENTITY', value: identityClientId }
            { name: 'MONGODB_URI_FILE', value: '${secretFiles}/mongodb-uri' }
            { name: 'REDIS_URL_FILE', value: '${secretFiles}/redis-url' }
          ]
          volumeMounts: [
            {
              volumeName: 'secrets'
              mountPath: secretFiles
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 3
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 3
              timeoutSeconds: 4
              failureThreshold: 1
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'secrets'
          storageType: 'Secret'
        }
      ]
      scale: {
        minReplicas: minServers
        maxReplicas: maxServers
        rules: [
          {
            name: 'cpu'
            custom: {
              type: 'cpu'
              metadata: {
                type: 'Utilization'
                value: '60'
              }
            }
          }
        ]
      }
    }
  }
}

output appId string = empty(image) ? '' : app.id
output host string = host
output address string = environment.properties.staticIp
output verificationId string = environment.properties.customDomainConfiguration.customDomainVerificationId
