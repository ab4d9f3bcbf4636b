// Alarms by what the servers log and by how many there are. docs/operations.md says what to do about each.

param name string
param location string
param workspaceId string
param appId string
param alertAddress string
param minServers int

// The log lines of the servers are JSON.
var lines = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${name}" | extend line = parse_json(Log_s) | extend msg = tostring(line.msg), level = toint(line.level)'

// Each a query over a quarter of an hour; more lines than these raise it.
var rules = [
  {
    name: 'database-away'
    severity: 1
    more: 10
    query: 'where msg == "database unreachable"'
  }
  {
    name: 'notes-not-stored'
    severity: 1
    more: 0
    query: 'where msg in ("notes not stored", "notes not loaded")'
  }
  {
    name: 'keys-unavailable'
    severity: 1
    more: 0
    query: 'where msg in ("keys unavailable", "keys lost")'
  }
  {
    name: 'publication-set-aside'
    severity: 2
    more: 0
    query: 'where msg == "publication set aside"'
  }
  {
    name: 'worker-failing'
    severity: 2
    more: 20
    query: 'where msg in ("publication worker", "reminder worker", "calendar sync", "deletion worker", "key rotation", "reminders not planned") and level >= 50'
  }
  {
    // Each server says so every five minutes, for as long as it lasts.
    name: 'work-late'
    severity: 2
    more: 3
    query: 'where msg in ("publications late", "reminders late", "sealing behind")'
  }
  {
    name: 'subscriptions-lost'
    severity: 3
    more: 5
    query: 'where msg == "subscriptions lost"'
  }
  {
    name: 'event-loop-held-up'
    severity: 2
    more: 2
    query: 'where msg == "event loop held up"'
  }
  {
    name: 'unexpected-failure'
    severity: 2
    more: 20
    query: 'where msg == "unexpected failure"'
  }
  {
    name: 'redis-away'
    severity: 2
    more: 20
    query: 'where msg in ("redis", "notes not shared", "not announced to the other servers")'
  }
]

resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-on-call'
  location: 'global'
  properties: {
    groupShortName: name
    enabled: true
    emailReceivers: [
      {
        name: 'on-call'
        emailAddress: alertAddress
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logged 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    properties: {
      displayName: 'Groei: ${rule.name}'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: '${lines} | ${rule.query}'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.more
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      // The table comes with the first log line, after the rules.
      skipQueryValidation: true
      actions: { actionGroups: [onCall.id] }
    }
  }
]

resource servers 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-too-few-servers'
  location: 'global'
  properties: {
    severity: 1
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'replicas'
          metricName: 'Replicas'
          operator: 'LessThan'
          threshold: minServers
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: onCall.id }]
  }
}

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-restarts'
  location: 'global'
  properties: {
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'restarts'
          metricName: 'RestartCount'
          operator: 'GreaterThan'
          threshold: 3
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: onCall.id }]
  }
}
