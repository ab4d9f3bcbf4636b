// An organisation of 20,000 people. What it costs stands in README.md beside this file.
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

param databaseTier = 'M40'
param databaseStorageGb = 128
param databaseStandby = true
param redisSku = 'Balanced_B1'
param serverCpu = '1.0'
param serverMemory = '2Gi'
param minServers = 3
param maxServers = 8
param logDays = 90
