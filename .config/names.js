import { basename } from 'node:path'

/** Words that gave way to a standard term (docs/glossary.md), in names and in comments. */
const retired = {
  abreast: 'concurrency',
  balance: 'feedback',
  lane: 'limiter',
  shelf: 'saved questions',
  standing: 'eligibility',
  surroundings: 'app context',
  talk: 'conversation',
  trail: 'audit log',
}
const formOf = new Map(
  Object.keys(retired).flatMap((word) => [
    [word, word],
    [`${word}s`, word],
  ]),
)

/** `talk` is a verb as well, and "trailing" is not a trail: in a comment only the noun is meant. */
const inComment =
  /\b(?:an?|the|this|that|each|every|next|last|past|first|later|one|no|its) (talks?|trail|lane|shelf)\b/i

/** The parts of a name: `pastTalksOf` has past, talks and of. */
const partsOf = (name) =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

const retiredWords = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { retired: '"{{word}}" is a retired word: say "{{instead}}" (docs/glossary.md).' },
  },
  create(context) {
    const report = (node, word) =>
      context.report({
        node,
        messageId: 'retired',
        data: { word, instead: retired[formOf.get(word) ?? word] },
      })
    const look = (node, name) => {
      const word = partsOf(name).find((part) => formOf.has(part))
      if (word) report(node, word)
    }
    return {
      Program(node) {
        look(node, basename(context.filename))
        for (const comment of context.sourceCode.getAllComments()) {
          const found = inComment.exec(comment.value)
          if (found) report(comment, found[1].toLowerCase())
        }
      },
      Identifier: (node) => look(node, node.name),
      JSXIdentifier: (node) => look(node, node.name),
    }
  },
}

/** `What the server answers` makes a reader wait for the subject: `The answer of the server` does not. */
const withoutSubject = /^[*\s]*(What|Whose|Whom|Who|Of|So (?:many|often|long)|Told)\b/

const subjectFirst = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { begins: 'A comment begins with its subject, not with "{{word}}".' },
  },
  create: (context) => ({
    Program() {
      const comments = context.sourceCode.getAllComments()
      for (const [at, comment] of comments.entries()) {
        const goesOn =
          comments[at - 1]?.type === 'Line' && comments[at - 1].loc.end.line === comment.loc.start.line - 1
        const found = withoutSubject.exec(comment.value)
        if (found && !goesOn) context.report({ node: comment, messageId: 'begins', data: { word: found[1] } })
      }
    },
  }),
}

/** The names of files of a feature that do more than compute, alone or after a hyphen. */
const vocabulary = [
  'collection',
  'data',
  'event',
  'gate',
  'job',
  'mutations',
  'plugin',
  'policy',
  'routes',
  'session',
  'view',
  'worker',
]
const agreed = new RegExp(`(?:^|-)(?:${vocabulary.join('|')})$`)

const fileVocabulary = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      free: `A file with a name of its own is a pure rule and waits for nothing. Call this one ${vocabulary.join(', ')}, or what it works on and one of these.`,
    },
  },
  create(context) {
    if (agreed.test(basename(context.filename).replace(/\.tsx?$/, ''))) return {}
    let waits = false
    const found = () => (waits = true)
    return {
      ':function[async=true]': found,
      AwaitExpression: found,
      'Program:exit': (node) => waits && context.report({ node, messageId: 'free' }),
    }
  },
}

/** Our own rules about names. */
export const names = {
  rules: {
    'retired-words': retiredWords,
    'subject-first': subjectFirst,
    'file-vocabulary': fileVocabulary,
  },
}
