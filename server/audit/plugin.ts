import fp from 'fastify-plugin'
import { auditLog, type AuditLog } from './mutations.ts'

declare module 'fastify' {
  interface FastifyInstance {
    audit: AuditLog
  }
}

/** One audit log for all routes, the bot and the live notes. */
export const audit = fp(
  async (app) => {
    app.decorate('audit', auditLog(app.collections.audit))
  },
  {
    name: 'audit',
    dependencies: ['context'],
  },
)
