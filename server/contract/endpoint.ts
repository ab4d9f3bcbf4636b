import type { Type } from 'typebox'
import { Id, Strict } from './shape.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** Method and path. A parameter of the path is `:name`. */
type Line = `${Method} /api/${string}`

type Parts = {
  query?: Type.TObject
  body?: Type.TSchema
  /** `Type.Null()`: an empty answer. */
  response: Type.TSchema
  /** The status of success: 200 by default, 204 when the answer is empty. */
  status?: 201
}

/** One endpoint of the API: its method, path, parameters, body and response. Values in a path and a query are texts. */
export type Endpoint = Parts & { method: Method; path: `/api/${string}`; params?: Type.TObject }

type NameIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NameIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
type Given = { params?: Record<string, Type.TSchema> }
type Params<Path extends string, P extends Given> = {
  [Name in NameIn<Path>]: Name extends keyof P['params'] ? NonNullable<P['params']>[Name] : typeof Id
}
type Made<L extends Line, P extends Given> = L extends `${infer M extends Method} ${infer Path}`
  ? Omit<P, 'params'> & { method: M; path: Path & Endpoint['path'] } & ([NameIn<Path>] extends [never]
        ? object
        : { params: Type.TObject<Params<Path, P>> })
  : never

/**
 * Each endpoint of the API is written once, beside its shapes: routes, client and tests use the same one.
 * @param params what the parameters of the path are that are no ids (`Id`)
 */
export function endpoint<const L extends Line, const P extends Parts & Given>(
  line: L,
  { params: given = {}, ...parts }: P,
): Made<L, P> {
  const [method, path = ''] = line.split(' ')
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const params = Strict(Object.fromEntries(names.map((name) => [name, given[name] ?? Id])))
  return { method, path, ...parts, ...(names.length > 0 ? { params } : {}) } as unknown as Made<L, P>
}

/** The status of its success. */
export const statusOf = ({ status, response }: Endpoint): number =>
  status ?? ('type' in response && response.type === 'null' ? 204 : 200)

type Part<E extends Endpoint, Name extends 'params' | 'query' | 'body'> = E extends {
  [name in Name]: infer Schema extends Type.TSchema
}
  ? { [name in Name]: Type.Static<Schema> & (name extends 'body' ? unknown : object) }
  : { [name in Name]?: never }

/** The parameters, query and body of a request. */
export type RequestOf<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>
export type AnswerOf<E extends Endpoint> = Type.Static<E['response']>

type Values = { params?: object; query?: object }

/** Its path as it is asked for, with the values that belong in it. What is undefined is left out of the query. */
export function urlOf({ path }: Pick<Endpoint, 'path'>, { params = {}, query = {} }: Values): string {
  const values = new Map(Object.entries(params))
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(values.get(name))),
  )
  const wanted = Object.entries(query).filter(([, value]) => value !== undefined)
  return wanted.length > 0 ? `${filled}?${new URLSearchParams(wanted)}` : filled
}
