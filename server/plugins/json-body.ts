import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { sizeLimits } from '../contract/limits.ts'
import type { Language } from '../contract/shape.ts'
import { isDeeperThan } from '../http/json-depth.ts'
import { invalid, languageOf } from './problems.ts'

const tooDeep: Record<Language, string> = {
  nl: `Dit is te diep genest: hooguit ${sizeLimits.jsonDepth} niveaus.`,
  en: `This is nested too deeply: ${sizeLimits.jsonDepth} levels at most.`,
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Reads JSON as Fastify does, but no deeper than any of our rules can walk. @throws Refused when it is deeper */
    parseJson(request: FastifyRequest, body: string): Promise<unknown>
  }
}

/** Every body in JSON is read with a bound on its depth. */
export const jsonBody = fp(
  async (app) => {
    const parse = app.getDefaultJsonParser('error', 'error')
    app.decorate('parseJson', async (request: FastifyRequest, body: string) => {
      if (isDeeperThan(sizeLimits.jsonDepth, body)) throw invalid('/', tooDeep[languageOf(request)])
      return new Promise<unknown>((resolve, reject) => {
        parse(request, body, (error, parsed) => (error ? reject(error) : resolve(parsed)))
      })
    })
    app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, app.parseJson)
  },
  { name: 'json-body', dependencies: ['problems'] },
)
