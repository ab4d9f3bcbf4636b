// Groei in one resource group: servers on Container Apps, data in Azure DocumentDB (or a server of yours by its URI),
// live notes over Azure Managed Redis, secrets and the key in Key Vault, the bot, logs and alerts.
//   az deployment group create --resource-group groei --template-file main.bicep --parameters pilot.bicepparam

@description('Begins the names of all resources: lowercase letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'groei'

param location string = resourceGroup().location

@description('The image, as the registry of this deployment has it after az acr build. Empty at the very first deployment: then there is no app yet.')
param image string = ''

@description('The host name at which people reach Groei. Empty: the address that Container Apps gives.')
param hostName string = ''

@description('The resource id of the certificate of that host name, once it is bound. Empty: not bound yet.')
param certificateId string = ''

@description('The application (client) id of the app registration.')
param clientId string

@secure()
@description('Its client secret, kept in Key Vault. Empty: the registration trusts the identity of the servers (npm run tenant -- apply --identity).')
param clientSecret string = ''

@description('The object id of its enterprise application (service principal), which may use the key.')
param appPrincipalId string

@description('The tenants that may sign in.')
param tenantIds array = [tenant().tenantId]

@description('The id of Groei in the app catalogue, once the package is uploaded.')
param teamsAppId string = ''

@description('A MongoDB server of yours, such as Atlas. Empty: Azure DocumentDB is made.')
@secure()
param mongodbUri string = ''

@description('The password of the administrator of Azure DocumentDB: kept in Key Vault, as a part of the URI.')
@secure()
param databasePassword string = ''

@description('The tier of Azure DocumentDB, the disk of it in GiB, and whether a second server stands by in another zone.')
param databaseTier string = 'M30'
param databaseStorageGb int = 32
param databaseStandby bool = true

@description('The size of Azure Managed Redis.')
param redisSku string = 'Balanced_B0'

@description('Cores and memory of one server, and between how many servers the app scales.')
param serverCpu string = '0.5'
param serverMemory string = '1Gi'
@minValue(2)
param minServers int = 2
param maxServers int = 4

@description('Database, Redis and Key Vault are reached from the virtual network alone.')
param privateNetworking bool = true

@description('An address of whoever is on call: alerts go there.')
param alertAddress string

@description('How many days logs are kept.')
param logDays int = 30

@description('The networks of the proxy that Container Apps puts before the servers.')
param trustedProxies string = 'uniquelocal,100.64.0.0/10'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

// AcrPull: the servers fetch the image, and nothing else.
resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, 'pull')
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module data 'data.bicep' = {
  name: 'data'
  params: {
    name: name
    location: location
    identityPrincipalId: identity.properties.principalId
    appPrincipalId: appPrincipalId
    clientSecret: clientSecret
    mongodbUri: mongodbUri
    databasePassword: databasePassword
    databaseTier: databaseTier
    databaseStorageGb: databaseStorageGb
    databaseStandby: databaseStandby
    redisSku: redisSku
    privateNetworking: privateNetworking
  }
}

module endpoints 'endpoints.bicep' = if (privateNetworking) {
  name: 'endpoints'
  params: {
    name: name
    location: location
    networkId: network.outputs.networkId
    subnetId: network.outputs.endpointsSubnetId
    vaultId: data.outputs.vaultId
    redisId: data.outputs.redisId
    databaseId: data.outputs.databaseId
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    hostName: hostName
    certificateId: certificateId
    clientId: clientId
    tenantIds: tenantIds
    teamsAppId: teamsAppId
    trustedProxies: trustedProxies
    identityId: identity.id
    identityClientId: empty(clientSecret) ? identity.properties.clientId : ''
    registryServer: registry.properties.loginServer
    workspaceName: workspace.name
    subnetId: network.outputs.appsSubnetId
    vaultUri: data.outputs.vaultUri
    keyUri: data.outputs.keyUri
    serverCpu: serverCpu
    serverMemory: serverMemory
    minServers: minServers
    maxServers: maxServers
  }
  dependsOn: [pull, endpoints]
}

module alerts 'alerts.bicep' = if (!empty(image)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: workspace.id
    appId: app.outputs.appId
    alertAddress: alertAddress
    minServers: minServers
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    clientId: clientId
    host: app.outputs.host
  }
}

output host string = app.outputs.host
output registry string = registry.properties.loginServer
output environmentAddress string = app.outputs.address
output verificationId string = app.outputs.verificationId
