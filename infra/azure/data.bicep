// What is kept: the database, Redis, and Key Vault with the secrets and the key that wraps the data keys.

param name string
param location string
param identityPrincipalId string
param appPrincipalId string
@secure()
param clientSecret string
@secure()
param mongodbUri string
@secure()
param databasePassword string
param databaseTier string
param databaseStorageGb int
param databaseStandby bool
param redisSku string
param privateNetworking bool

var unique = uniqueString(resourceGroup().id)
var ownDatabase = empty(mongodbUri)
var publicAccess = privateNetworking ? 'Disabled' : 'Enabled'
var administrator = 'groei'

resource database 'Microsoft.DocumentDB/mongoClusters@2025-09-01' = if (ownDatabase) {
  name: '${name}-db-${unique}'
  location: location
  properties: {
    administrator: {
      userName: administrator
      password: databasePassword
    }
    serverVersion: '8.0'
    compute: { tier: databaseTier }
    storage: { sizeGb: databaseStorageGb }
    sharding: { shardCount: 1 }
    highAvailability: { targetMode: databaseStandby ? 'ZoneRedundantPreferred' : 'Disabled' }
    publicNetworkAccess: publicAccess
  }
}

// Without private networking: every address in Azure, with the password.
resource fromAzure 'Microsoft.DocumentDB/mongoClusters/firewallRules@2025-09-01' = if (ownDatabase && !privateNetworking) {
  parent: database
  name: 'azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: '${name}-redis-${unique}'
  location: location
  sku: { name: redisSku }
  properties: {
    minimumTlsVersion: '1.2'
    highAvailability: 'Enabled'
    publicNetworkAccess: publicAccess
  }
}

// One endpoint for a client that knows of no cluster. Nothing is kept: it carries what is typed at this moment.
resource notes 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: redis
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'NoEviction'
    port: 10000
    accessKeysAuthentication: 'Enabled'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: '${name}-${take(unique, 8)}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // Without the key nobody reads what is sealed.
    enablePurgeProtection: true
    publicNetworkAccess: publicAccess
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateNetworking ? 'Deny' : 'Allow'
    }
  }
}

resource key 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'groei'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
  }
}

resource clientSecretKept 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(clientSecret)) {
  parent: vault
  name: 'client-secret'
  properties: { value: clientSecret }
}

resource mongodbUriKept 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'mongodb-uri'
  properties: {
    value: ownDatabase
      ? replace(
          replace(database!.properties.connectionString, '<user>', administrator),
          '<password>',
          uriComponent(databasePassword)
        )
      : mongodbUri
  }
}

resource redisUrlKept 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'redis-url'
  properties: {
    value: 'rediss://:${uriComponent(notes.listKeys().primaryKey)}@${redis.properties.hostName}:10000'
  }
}

// Key Vault Secrets User: the servers read these secrets by their managed identity.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityPrincipalId, 'secrets')
  scope: vault
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

// Key Vault Crypto Service Encryption User: Groei wraps with the key as its app registration.
resource usesKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, 'key')
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
  }
}

output vaultId string = vault.id
output vaultUri string = vault.properties.vaultUri
output keyUri string = '${vault.properties.vaultUri}keys/${key.name}'
output redisId string = redis.id
output databaseId string = ownDatabase ? database.id : ''
