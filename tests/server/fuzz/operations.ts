export type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
}
type Described = {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
export type Operation = {
  method: string
  /** With parameters in braces. */
  path: string
  parameters: NonNullable<Described['parameters']>
  body: Schema | null
  /** Declared statuses; `4XX` stands for many. */
  answers: string[]
}

/** Every operation of an OpenAPI document. */
export function operationsOf(document: { paths: Record<string, Record<string, Described>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema ?? null,
      answers: Object.keys(described.responses),
    })),
  )
}

const anything = {}
const hidden = (method: string, path: string, parameters: Operation['parameters'] = []): Operation => ({
  method,
  path,
  parameters,
  body: method === 'POST' ? anything : null,
  answers: ['200', '202', '4XX'],
})

/** What the document does not tell of. */
export const hiddenOperations: Operation[] = [
  ...['/healthz', '/readyz', '/panel', '/configure', '/tab', '/pane', '/api/openapi.json', '/api/live'].map(
    (path) => hidden('GET', path),
  ),
  hidden('GET', '/{file}', [{ name: 'file', in: 'path', schema: { type: 'string' } }]),
  hidden('POST', '/api/messages'),
  ...['', '/lifecycle'].map((rest) =>
    hidden('POST', `/api/notifications/calendar${rest}`, [
      { name: 'validationToken', in: 'query', schema: { type: 'string' } },
    ]),
  ),
]

/** Is this status one of those that the operation says it can answer? */
export const isDeclared = ({ answers }: Operation, status: number): boolean =>
  answers.some((one) => one === String(status) || one.toUpperCase() === `${String(status)[0]}XX`)
