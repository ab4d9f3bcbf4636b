import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import { questionById } from '../content/library.ts'
import { mistakeIn, type TemplateMistake } from '../content/template-errors.ts'
import type { Question } from '../contract/question.ts'
import type { Language } from '../contract/shape.ts'
import { Template, TemplateFile, type Step } from '../contract/template.ts'

export type Mistake = { pointer: string; message: string }
export type Checked<T> = { ok: true; value: T } | { ok: false; errors: Mistake[] }

/** Enough to show at once; TypeBox would stop at eight. */
const shown = 100
Settings.Set({ maxErrors: shown })

/**
 * Is this a template that a conversation can be held with? Each mistake with its place (JSON pointer), in words.
 * @param team questions besides the library's that it may name
 */
export function checkTemplate(
  value: unknown,
  templateId: string | null,
  language: Language,
  team: Question[] = [],
): Checked<Template> {
  if (!Value.Check(Template, value)) return refused(Template, value, language)
  const errors = [...mistakes(value, templateId, team)].map(([pointer, mistake, n]) => ({
    pointer,
    message: mistakeIn(language, mistake, n),
  }))
  return errors.length > 0 ? { ok: false, errors: errors.slice(0, shown) } : { ok: true, value }
}

/** The same for a file that `export` wrote, or that somebody made. */
export function checkFile(value: unknown, language: Language, team: Question[] = []): Checked<TemplateFile> {
  if (!Value.Check(TemplateFile, value)) return refused(TemplateFile, value, language)
  const checked = checkTemplate(value.template, null, language, team)
  return checked.ok
    ? { ok: true, value }
    : { ok: false, errors: checked.errors.map((one) => ({ ...one, pointer: `/template${one.pointer}` })) }
}

/** Names that a step cannot have: what every object of JavaScript has, and the screen behind the last step. */
const reserved = new Set(['constructor', 'prototype', 'finish'])

type Found = [pointer: string, mistake: TemplateMistake, n?: string | number]

/** Checks that a schema cannot express. */
function* mistakes({ id, steps }: Template, templateId: string | null, team: Question[]): Generator<Found> {
  if (templateId !== null && id !== templateId) yield ['/id', 'otherId', templateId]
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length
  if (count('follow-up') !== 1) yield ['/steps', 'oneFollowUp']
  const followUp = steps.findIndex((step) => step.kind === 'follow-up')
  if (steps.slice(0, Math.max(followUp, 0)).some((step) => step.kind !== 'preparation'))
    yield [`/steps/${followUp}`, 'followUpFirst']
  if (count('commitments') !== 1) yield ['/steps', 'oneCommitments']
  if (count('preparation') > 1 || steps.slice(1).some((step) => step.kind === 'preparation'))
    yield ['/steps', 'onePreparation']
  for (const [at, step] of steps.entries()) {
    const pointer = `/steps/${at}`
    if (steps.slice(0, at).some((one) => one.id === step.id)) yield [`${pointer}/id`, 'stepTwice', step.id]
    if (reserved.has(step.id)) yield [`${pointer}/id`, 'reservedId', step.id]
    if (step.inSummary && (step.kind === 'preparation' || step.kind === 'follow-up'))
      yield [`${pointer}/inSummary`, 'neverInSummary']
    if (step.phase !== undefined && step.kind !== 'notes') yield [`${pointer}/phase`, 'noPhase']
    if (step.questions.length < 3 && (step.kind === 'preparation' || step.kind === 'notes'))
      yield [`${pointer}/questions`, 'fewQuestions']
    for (const [place, question] of step.questions.entries())
      if (!questionById(question) && !team.some((one) => one.id === question))
        yield [`${pointer}/questions/${place}`, 'unknownQuestion', question]
  }
}

function refused(
  schema: typeof Template | typeof TemplateFile,
  value: unknown,
  language: Language,
): { ok: false; errors: Mistake[] } {
  const errors = Value.Errors(schema, value).flatMap((error) => inWords(error, language))
  return { ok: false, errors: errors.slice(0, shown) }
}

function inWords(error: TLocalizedValidationError, language: Language): Mistake[] {
  const { instancePath: pointer } = error
  const say = (mistake: TemplateMistake, n?: string | number | bigint, at = pointer) => [
    { pointer: at || '/', message: mistakeIn(language, mistake, n) },
  ]
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.flatMap((name) =>
        say('required', '', `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      )
    case 'boolean':
      return say('unknownField')
    case 'additionalProperties':
      // Each of them is named by an error of its own, above.
      return []
    case 'type':
      return say('type', String(error.params.type))
    case 'const':
      return say('const', String(error.params.allowedValue))
    case 'enum':
      return say('enum', error.params.allowedValues.join(', '))
    case 'minimum':
    case 'maximum':
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
      return say(error.keyword, error.params.limit)
    case 'uniqueItems':
    case 'pattern':
      return say(error.keyword)
    default:
      return say('invalid')
  }
}
