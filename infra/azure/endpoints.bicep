// Database, Redis and Key Vault get addresses in the virtual network, under their usual names.

param name string
param location string
param networkId string
param subnetId string
param vaultId string
param redisId string
@description('Empty: the database is elsewhere.')
param databaseId string

var all = [
  { name: 'vault', id: vaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
  { name: 'redis', id: redisId, group: 'redisEnterprise', zone: 'privatelink.redis.azure.net' }
  { name: 'database', id: databaseId, group: 'MongoCluster', zone: 'privatelink.mongocluster.cosmos.azure.com' }
]
var targets = filter(all, one => !empty(one.id))

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for one in targets: {
    name: one.zone
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (one, at) in targets: {
    parent: zones[at]
    name: '${name}-${one.name}'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for one in targets: {
    name: '${name}-${one.name}'
    location: location
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        {
          name: one.name
          properties: {
            privateLinkServiceId: one.id
            groupIds: [one.group]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (one, at) in targets: {
    parent: endpoints[at]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: one.name
          properties: { privateDnsZoneId: zones[at].id }
        }
      ]
    }
  }
]
