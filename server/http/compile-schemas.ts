import AjvCompiler from '@fastify/ajv-compiler'
import SerializerSelector from '@fastify/fast-json-stringify-compiler'

type Compilers = { buildValidator: typeof validators; buildSerializer: typeof buildSerializer }

/** Keeps its validators by their options, and each of them what it compiled by its schema. */
const validators = AjvCompiler()
const serializers = SerializerSelector()
const compiled = new WeakMap<object, ReturnType<ReturnType<typeof serializers>>>()

const buildSerializer: typeof serializers = (externalSchemas, options) => {
  const compile = serializers(externalSchemas, options)
  return (definition) => {
    const schema = definition.schema as object
    const made = compiled.get(schema) ?? compile(definition)
    compiled.set(schema, made)
    return made
  }
}

/**
 * Compiles each schema of the contract once, however many routes answer with it: the same dozen problems stand at each
 * route, and compiling them anew is half of what a start takes.
 */
export const compileSchemas: Compilers = { buildValidator: validators, buildSerializer }
