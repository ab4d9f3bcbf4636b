/** A metric that a server sends; `unit` as UCUM has it. docs/operations.md has the same list. */
type Metric = { unit: string; description: string }

/** Every metric, by its name (OpenTelemetry semantic conventions; ours begin with `groei.`). */
export const metricList = {
  'http.server.request.duration': { unit: 's', description: 'Requests by route pattern and status' },
  'groei.graph.call.duration': { unit: 's', description: 'Calls to Graph by operation and status' },
  'groei.publications.waiting': { unit: '{publication}', description: 'Sections that wait for their invite' },
  'groei.publications.oldest': { unit: 's', description: 'How long one is due that no worker has taken' },
  'groei.reminders.late': {
    unit: '{reminder}',
    description: 'Reminders that are due for a quarter of an hour',
  },
  'groei.reminders.oldest': { unit: 's', description: 'How long one is due that no worker has taken' },
  'groei.subscriptions.lost': { unit: '{mailbox}', description: 'Mailboxes whose subscription has run out' },
  'groei.subscriptions.missing': {
    unit: '{mailbox}',
    description: 'Mailboxes that should have one and have none',
  },
  'groei.sealing.behind': {
    unit: '{key}',
    description: 'Earlier data keys that texts are still sealed with',
  },
  'groei.sealing.oldest': { unit: 's', description: 'Since when there is a newer one' },
  'groei.event_loop.delay.p99': { unit: 's', description: 'What one timer in a hundred waited at least' },
  'groei.event_loop.delay.max': { unit: 's', description: 'What a timer waited at most' },
  'groei.sockets.open': { unit: '{socket}', description: 'WebSockets of live notes on this server' },
  'groei.memory.rss': { unit: 'By', description: 'Memory of the process' },
} as const satisfies Record<string, Metric>

export type MetricName = keyof typeof metricList
