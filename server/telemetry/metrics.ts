import type { BatchObservableResult, Observable } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto'
import type { Resource } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import type { FastifyInstance } from 'fastify'
import { backlogOf } from '../backlog/backlog-data.ts'
import { eventLoopDelay } from '../backlog/event-loop.ts'
import type { Telemetry } from '../config.ts'
import { graphCalls, type GraphCall } from '../signals/channels.ts'
import { metricList, type MetricName } from './metric-list.ts'

const second = 1000

/** Seconds, as the semantic conventions have them for durations of HTTP. */
const boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** Durations and states of this server, and the work that waits for all of them, which each of them tells. */
export function metrics({ metricsUrl, headers, interval }: Telemetry, resource: Resource) {
  if (!metricsUrl) return null
  const exporter = new OTLPMetricExporter({ url: metricsUrl, headers })
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: interval,
    exportTimeoutMillis: Math.min(interval, 30 * second),
  })
  const provider = new MeterProvider({ resource, readers: [reader] })
  const meter = provider.getMeter('groei')
  const durations = (name: MetricName) =>
    meter.createHistogram(name, { ...metricList[name], advice: { explicitBucketBoundaries: boundaries } })
  const requests = durations('http.server.request.duration')
  const calls = durations('groei.graph.call.duration')
  const onGraph = (message: unknown) => {
    const { operation, status, ms } = message as GraphCall
    calls.record(ms / second, { 'groei.graph.operation': operation, 'http.response.status_code': status })
  }
  graphCalls.subscribe(onGraph)
  const delay = eventLoopDelay()
  let sockets = 0

  function observe(app: FastifyInstance): void {
    const gauges = new Map<MetricName, Observable>()
    for (const name of Object.keys(metricList) as MetricName[])
      if (!name.endsWith('.duration')) gauges.set(name, meter.createObservableGauge(name, metricList[name]))
    const tell = (result: BatchObservableResult, values: Partial<Record<MetricName, number>>) => {
      for (const [name, value] of Object.entries(values) as [MetricName, number][]) {
        const gauge = gauges.get(name)
        if (gauge) result.observe(gauge, value)
      }
    }
    meter.addBatchObservableCallback(
      (result) => {
        const { p99, max } = delay.read()
        tell(result, {
          'groei.event_loop.delay.p99': p99 / second,
          'groei.event_loop.delay.max': max / second,
          'groei.sockets.open': sockets,
          'groei.memory.rss': process.memoryUsage.rss(),
        })
      },
      [...gauges.values()],
    )
    meter.addBatchObservableCallback(
      async (result) => {
        const waits = await backlogOf(app)
        tell(result, {
          'groei.publications.waiting': waits.publications.waiting,
          'groei.publications.oldest': waits.publications.oldest / second,
          'groei.reminders.late': waits.reminders.late,
          'groei.reminders.oldest': waits.reminders.oldest / second,
          'groei.subscriptions.lost': waits.subscriptions.lost,
          'groei.subscriptions.missing': waits.subscriptions.missing,
          'groei.sealing.behind': waits.sealing.behind,
          'groei.sealing.oldest': waits.sealing.oldest / second,
        })
      },
      [...gauges.values()],
    )
  }

  return {
    register(app: FastifyInstance): void {
      app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
        requests.record(elapsedTime / second, {
          'http.request.method': method,
          'http.route': routeOptions.url ?? '',
          'http.response.status_code': statusCode,
        })
      })
      app.server.on('upgrade', (_request, socket) => {
        sockets += 1
        socket.once('close', () => (sockets -= 1))
      })
      app.addHook('onReady', async () => observe(app))
    },
    async close(): Promise<void> {
      graphCalls.unsubscribe(onGraph)
      delay.stop()
      await provider.shutdown()
    },
  }
}
