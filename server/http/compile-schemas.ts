import AjvCompiler from '@fastify/ajv-compiler'
import SerializerSelector from '@fastify/fast-json-stringify-compiler'

type Validate = ReturnType<ReturnType<typeof validators>>
type Compilers = { buildValidator: typeof validators; buildSerializer: typeof buildSerializer }

/** Keeps its validators by their options, and each of them what it compiled by its schema. */
const validators = AjvCompiler()
const serializers = SerializerSelector()
const compiled = new WeakMap<object, ReturnType<ReturnType<typeof serializers>>>()

const buildSerializer: typeof serializers = (externalSchemas, options) => {
  const compile = serializers(externalSchemas, options)
  return (definition) => {
    const schema = definition.schema as object
    return (data) => {
      const made = compiled.get(schema) ?? compile(definition)
      compiled.set(schema, made)
      return made(data)
    }
  }
}

const buildValidator: typeof validators = (externalSchemas, options) => {
  const compile = validators(externalSchemas, options)
  return (definition) => {
    let made: Validate | undefined
    const validate = ((data: unknown) => {
      made ??= compile(definition)
      const isValid = made(data)
      // Fastify reads the errors where Ajv leaves them: on the function.
      validate.errors = made.errors
      return isValid
    }) as Validate
    return validate
  }
}

/**
 * Compiles a schema of the contract when a route first needs it, and once, however many routes answer with it: all of
 * them at the start are a fifth of what a start takes.
 */
export const compileSchemas: Compilers = { buildValidator, buildSerializer }
