import { FastifyOtelInstrumentation } from '@fastify/otel'
import { context, SpanKind, SpanStatusCode, type Attributes, type Tracer } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import type { Resource } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { FastifyInstance } from 'fastify'
import type { Telemetry } from '../config.ts'
import { livePath } from '../contract/live.ts'
import { databaseCommands, graphCalls, type DatabaseCommand, type GraphCall } from '../signals/channels.ts'
import { withoutContent } from './allowed.ts'

/** Asked every few seconds, or open for hours: a span of them says nothing. */
const unseen = ['/healthz', '/readyz', livePath]

/**
 * Spans of requests, and in them of calls to Graph and commands to MongoDB. Each trace begins here: a trace id out of a
 * request would be somebody else's text. No provider is made known to all libraries, for the Teams SDK then makes spans
 * of its own about what people say to the bot.
 */
export function traces({ tracesUrl, headers }: Telemetry, resource: Resource) {
  if (!tracesUrl) return null
  const exporter = withoutContent(new OTLPTraceExporter({ url: tracesUrl, headers }))
  const provider = new TracerProvider({ resource, spanProcessors: [new BatchSpanProcessor({ exporter })] })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const instrumentation = new FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    recordExceptions: false,
    ignorePaths: ({ url }) => unseen.includes(url.split('?', 1)[0] ?? ''),
    requestHook: (span, { method, routeOptions }) =>
      void span.updateName(`${method} ${routeOptions.url ?? '(no route)'}`),
  })
  instrumentation.setTracerProvider(provider)
  const tracer = provider.getTracer('groei')
  const onGraph = (message: unknown) => {
    const { operation, status, ms } = message as GraphCall
    ended(tracer, `graph ${operation}`, ms, status === 0 || status >= 400, {
      'groei.graph.operation': operation,
      ...(status > 0 ? { 'http.response.status_code': status } : {}),
    })
  }
  const onCommand = (message: unknown) => {
    const { command, collection, ms, isFailure } = message as DatabaseCommand
    ended(tracer, `mongodb ${command} ${collection}`, ms, isFailure, {
      'db.system.name': 'mongodb',
      'db.operation.name': command,
      'db.collection.name': collection,
    })
  }
  graphCalls.subscribe(onGraph)
  databaseCommands.subscribe(onCommand)
  return {
    /** Before any other hook: what comes after it happens in the span of its request. */
    register: (app: FastifyInstance) => app.register(instrumentation.plugin()),
    async close(): Promise<void> {
      graphCalls.unsubscribe(onGraph)
      databaseCommands.unsubscribe(onCommand)
      await provider.shutdown()
    },
  }
}

/** A span of what has just ended, in the span of whoever waited for it. */
function ended(tracer: Tracer, name: string, ms: number, isFailure: boolean, attributes: Attributes): void {
  const end = Date.now()
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, startTime: end - ms, attributes })
  if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(end)
}
