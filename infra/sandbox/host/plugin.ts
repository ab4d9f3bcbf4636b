import type { FastifyPluginAsync } from 'fastify'
import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'page')
const types: Record<string, string> = { html: 'text/html', css: 'text/css', ts: 'text/javascript' }

/** Scripts without their types, by what stands in the file: it may be edited meanwhile, and each page asks for a dozen. */
const stripped = new Map<string, string>()

function withoutTypes(text: string): string {
  const script = stripped.get(text) ?? stripTypeScriptTypes(text)
  stripped.set(text, script)
  return script
}

/** A file of the host page; its TypeScript is given to the browser without its types, so there is no build. */
function asset(name: string): { type: string; text: string } | null {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const type = types[extension]
  if (!type || !/^[a-z-]+\.[a-z]+$/.test(name)) return null
  try {
    const text = readFileSync(join(folder, name), 'utf8')
    return { type: `${type}; charset=utf-8`, text: extension === 'ts' ? withoutTypes(text) : text }
  } catch {
    return null
  }
}

/** The pages in which people see the product: Teams for two, each with their calendar, and Outlook for one. */
export const hostPages: FastifyPluginAsync = async (app) => {
  for (const [path, name] of [
    ['/sandbox', 'index.html'],
    ['/sandbox/outlook', 'outlook.html'],
  ] as const) {
    app.get(path, (_request, reply) => {
      const page = asset(name)
      return page ? reply.type(page.type).send(page.text) : reply.code(404).send()
    })
  }
  // The official renderer of cards, as it comes from npm.
  app.get('/sandbox/host/adaptivecards.js', (_request, reply) => {
    const script = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')
    return reply.type('text/javascript; charset=utf-8').send(readFileSync(script, 'utf8'))
  })
  app.get<{ Params: { name: string } }>('/sandbox/host/:name', (request, reply) => {
    const found = asset(request.params.name)
    return found ? reply.type(found.type).send(found.text) : reply.code(404).send()
  })
}
