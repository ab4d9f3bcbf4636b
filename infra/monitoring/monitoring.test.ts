import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { metricList } from '../../server/telemetry/metric-list.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const operations = read('../../docs/operations.md')
const rules = read('rules.yaml')
const dashboard = JSON.parse(read('grafana-dashboard.json')) as {
  templating: { list: { name: string }[] }
  panels: { title: string; description: string; targets: { expr: string }[] }[]
}

/** Names as Prometheus gives them to metrics that come by OTLP ("OpenTelemetry, Prometheus compatibility"). */
const inPrometheus = new Set(
  Object.entries(metricList).flatMap(([name, { unit }]) => {
    const suffix = { s: '_seconds', By: '_bytes' }[unit as string] ?? ''
    const base = name.replaceAll('.', '_') + suffix
    return name.endsWith('.duration') ? ['_bucket', '_count', '_sum'].map((part) => base + part) : [base]
  }),
)
/** Labels that the code gives, and those that Prometheus adds. */
const labels = ['http_route', 'http_response_status_code', 'groei_graph_operation', 'le', 'instance']

const metricsIn = (expr: string) => expr.match(/\b(?:groei|http)_[a-z0-9_]+/g) ?? []
const unknownIn = (expr: string) =>
  metricsIn(expr).filter((name) => !inPrometheus.has(name) && !labels.includes(name))

const alerts = rules
  .split(/^ +- alert: /m)
  .slice(1)
  .map((text) => ({
    name: text.slice(0, text.indexOf('\n')),
    expr: /expr: (?:>-\n)?([^]*?)\n +for:/.exec(text)?.[1] ?? '',
    runbook: /runbook: docs\/operations\.md#(\S+)/.exec(text)?.[1] ?? '',
    summary: /summary: (.+)/.exec(text)?.[1],
  }))

const headings = [...operations.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
)

describe('alert rules', () => {
  test('each asks for metrics that a server sends, and names a part of the page for the person on call', () => {
    expect(alerts.length).toBeGreaterThan(7)
    for (const { name, expr, runbook, summary } of alerts) {
      expect([name, metricsIn(expr).length > 0, unknownIn(expr), summary !== undefined]).toEqual([
        name,
        true,
        [],
        true,
      ])
      expect(headings).toContain(runbook)
    }
  })

  test('each is on that page by its name', () => {
    expect(alerts.map(({ name }) => name).filter((name) => !operations.includes(`\`${name}\``))).toEqual([])
  })
})

describe('the Grafana dashboard', () => {
  test('every panel asks for metrics that a server sends, and every metric is on one', () => {
    const asked = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
    expect(asked.flatMap(unknownIn)).toEqual([])
    expect(
      dashboard.panels.filter(({ targets }) => targets.every(({ expr }) => metricsIn(expr).length === 0)),
    ).toEqual([])
    const shown = asked.join(' ')
    const stems = Object.keys(metricList).map((name) => name.replaceAll('.', '_'))
    expect(stems.filter((stem) => !shown.includes(stem))).toEqual([])
  })

  test('a panel that cites the page for the person on call cites what is there', () => {
    const cited = dashboard.panels.flatMap(({ description }) =>
      (/docs\/operations\.md, ([^.]+)\./.exec(description)?.[1] ?? '').split(', ').filter(Boolean),
    )
    expect(cited.length).toBeGreaterThan(5)
    expect(cited.filter((title) => !operations.includes(`# ${title}\n`))).toEqual([])
  })
})

describe('the list of metrics', () => {
  test('the page has each metric of the code with its unit and words, and no other', () => {
    const rows = [
      ...operations.matchAll(/^\| `((?:groei|http)\.[a-z0-9_.]+)` +\| `([^`]+)` +\| (.+?) +\|$/gm),
    ]
    expect(rows.map(([, name, unit, words]) => [name, unit, words])).toEqual(
      Object.entries(metricList).map(([name, { unit, description }]) => [name, unit, description]),
    )
  })
})
