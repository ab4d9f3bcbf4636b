// The bot and its Teams channel. A part of main.bicep, and by itself for servers that run elsewhere:
//   az deployment group create --resource-group groei --template-file bot.bicep --parameters clientId=… host=…

@description('Begins the name of the bot.')
param name string = 'groei'

@description('The application (client) id of the app registration.')
param clientId string

@description('The host name at which the servers are reached.')
param host string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Groei'
    endpoint: 'https://${host}/api/messages'
    msaAppId: clientId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenant().tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}
