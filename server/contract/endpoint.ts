import type { Type } from 'typebox'

/** One endpoint of the API: its method, path, parameters, body and response. Values in a path and a query are texts. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** A parameter is `:name`, by its name in `params`. */
  path: `/api/${string}`
  params?: Type.TObject
  query?: Type.TObject
  body?: Type.TSchema
  /** `Type.Null()`: an empty answer. */
  response: Type.TSchema
  /** The status of success: 200 by default, 204 when the answer is empty. */
  status?: 201
}

/** Each endpoint of the API is written once, beside its shapes: routes, client and tests use the same one. */
export const endpoint = <const E extends Endpoint>(one: E): E => one

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

type Parts = { params?: object; query?: object }

/** Its path as it is asked for, with the values that belong in it. What is undefined is left out of the query. */
export function urlOf({ path }: Endpoint, { params = {}, query = {} }: Parts): string {
  const values = new Map(Object.entries(params))
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(values.get(name))),
  )
  const wanted = Object.entries(query).filter(([, value]) => value !== undefined)
  return wanted.length > 0 ? `${filled}?${new URLSearchParams(wanted)}` : filled
}
