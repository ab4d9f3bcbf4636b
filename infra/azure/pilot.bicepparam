// A pilot: up to some hundreds of people. What it costs stands in README.md beside this file.
using 'main.bicep'

param clientId = readEnvironmentVariable('CLIENT_ID')
param clientSecret = readEnvironmentVariable('CLIENT_SECRET', '')
param appPrincipalId = readEnvironmentVariable('APP_PRINCIPAL_ID')
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD', '')
param mongodbUri = readEnvironmentVariable('MONGODB_URI', '')
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS')
param image = readEnvironmentVariable('IMAGE', '')
param hostName = readEnvironmentVariable('HOST_NAME', '')
param certificateId = readEnvironmentVariable('CERTIFICATE_ID', '')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID', '')

param databaseTier = 'M20'
param databaseStorageGb = 32
param databaseStandby = false
param redisSku = 'Balanced_B0'
param serverCpu = '0.5'
param serverMemory = '1Gi'
param minServers = 2
param maxServers = 2
