import { labelFinder } from '../../client/conversation/nudges/labels.ts'
import { paragraphOf } from '../../client/conversation/nudges/observation.ts'
import { namesSoon } from '../../client/conversation/nudges/soon.ts'
import { vagueCommitment, vagueWording } from '../../client/conversation/nudges/vague.ts'
import { topicsOf } from '../../client/conversation/preparation/topic-lines.ts'
import { commandOf } from '../../server/bot/commands.ts'
import { derivedIds } from '../../server/database/derived-id.ts'
import { standardTemplate } from '../../server/content/library.ts'
import { isolated } from '../../server/contract/isolated.ts'
import { isWritten } from '../../server/conversation/collection.ts'
import { signsIn } from '../../server/conversation-api/steering.ts'
import { summaryOf } from '../../server/conversation-api/summary.ts'
import { firstName } from '../../server/contract/first-name.ts'
import { addressOf } from '../../server/graph/addresses.ts'
import { evidenceOf, fits } from '../../server/meeting/exchange-names.ts'
import { linksIn, meetingKey } from '../../server/meeting/join-url.ts'
import { holdsState } from '../../server/calendar-sync/client-state.ts'
import { isDeeperThan } from '../../server/http/json-depth.ts'
import { mayTakeNotes } from '../../server/meeting/note-takers.ts'
import { personName, subjectLine } from '../../server/contract/person-name.ts'
import { ianaZone } from '../../server/meeting/zones.ts'
import { search } from '../../server/question/search.ts'
import { checkFile } from '../../server/template/check.ts'
import { bodyWork } from '../../server/invite/body-work.ts'
import { fingerprintOf } from '../../server/invite/edited.ts'
import { keepsMeetingBlob } from '../../server/invite/guard.ts'
import { standsAlone } from '../../server/invite/html-piece.ts'
import { TooLarge } from '../../server/invite/limits.ts'
import { asHtml, renderSection } from '../../server/invite/render.ts'
import {
  beginLine,
  endLine,
  harmless,
  holdsBlob,
  markOf,
  seen,
  seenLines,
} from '../../server/invite/sentinels.ts'

const reference = 'GR-ABCDEFGH'
const rendering = (text: string) => ({
  reference,
  language: 'nl' as const,
  meetingDate: new Date(0),
  timeZone: 'UTC',
  summary: {
    scope: 'summary-and-commitments' as const,
    fingerprint: '',
    steps: [{ title: { nl: '', en: '' }, text }],
    commitments: [],
  },
})
/** Beyond its limits a body is not worked on at all. */
const within = (work: () => unknown): void => {
  try {
    work()
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
  }
}
const invite = (contentType: 'html' | 'text') => (content: string) => {
  const there = { body: { contentType, content }, joinUrl: null }
  within(() => bodyWork.write(there, rendering('x'), { older: ['GR-BBBBBBBB'], last: null, carried: null }))
  within(() => bodyWork.remove(there, reference))
}
const question = (text: string) =>
  ({ text: { nl: text, en: text }, purpose: { nl: '', en: '' }, phases: [], tags: [] }) as never
const names = { coach: 'Sanne', employee: 'Milan' }
const label = labelFinder(['Sanne de Vries'])
const today = new Date(0)
const derive = derivedIds(Buffer.alloc(32))

export type Rule = (text: string) => unknown
const overBodies: Record<string, Rule> = {
  harmless,
  isolated,
  holdsBlob,
  seen,
  markOf,
  seenLines: (text) => seenLines(text.split('\n')),
  fingerprintOf,
  asHtml,
  renderSection: (text) => renderSection(rendering(text)),
  keepsMeetingBlob: (text) => keepsMeetingBlob(text, text, 'https://teams.microsoft.com/meet/1'),
  'a body in plain text': invite('text'),
  meetingKey,
  linksIn: (text) => linksIn(text).map(meetingKey),
  personName,
  subjectLine,
  ianaZone,
  firstName,
  addressOf,
  namedByExchange: (text) => {
    const evidence = evidenceOf(`/o=x/cn=${text}`, text)
    if (evidence) fits(evidence, text, `${text}@example.com`)
  },
  mayTakeNotes: (text) => mayTakeNotes({ address: text, name: text }, 'sanne@example.com'),
}
const overHtml: Record<string, Rule> = {
  'a body in HTML': invite('html'),
  standsAlone: (html) => within(() => standsAlone(html)),
}
const overWords: Record<string, Rule> = {
  signsIn,
  vagueWording,
  vagueCommitment: (what) => vagueCommitment({ what, criterion: '', due: null }),
  namesSoon: (text) => namesSoon(text, today),
  labelFinder: label,
}
const overTexts: Record<string, Rule> = {
  paragraphOf: (text) => {
    const all = { situation: text, behaviour: text, effect: text, wish: text }
    return paragraphOf(all, all)
  },
  topicsOf,
  commandOf,
  isWritten: (text) => isWritten({ goal: text }),
  summaryOf: (text) => summaryOf('summary-and-commitments', standardTemplate, { goal: text }, [], names),
  'search in a question': (text) => search([question(text)], { words: 'een vraag', language: 'nl' }),
  'search for words': (words) => search([question('een vraag')], { words, language: 'nl' }),
  holdsState: (text) => holdsState(derive, text),
  isDeeperThan: (text) => isDeeperThan(32, text),
  checkFile: (text) =>
    checkFile({ template: { ...standardTemplate, description: { nl: text, en: text } } }, 'nl'),
}

/** Each begins like something that a rule looks for, again and again, and never becomes it. */
const likeBodies = [
  ' ',
  '.',
  '(',
  '(a',
  '\u00a0',
  '-',
  '"',
  'teams.',
  'teams.a',
  'teams.microsoft.com/',
  'meetup',
  '_______________ ',
  '\u2068\u05d0',
  '\u2069',
  'G\u200b',
  'GR\u200b-',
  '\u200b ',
  '&a',
  '&#x',
  '%2',
  '%25',
  '%E9',
  'https://',
  '19:meeting_',
  '/',
  '\n',
  'Groei · ',
  '\ud800',
  `\n${beginLine('nl', reference)}\n${endLine('nl', reference)}`,
]
const begin = `<p>${beginLine('nl', reference)}</p>`
const end = `<p>${endLine('nl', reference)}</p>`
const likeHtml = [
  '<',
  '<!--',
  '<p>x</p>',
  '<div>',
  '<table><tr><td>',
  '<table>x',
  '<b><p>',
  '</b>',
  '<font color=a>',
  '<a><div>',
  '<svg><![CDATA[',
  '<form><div></form>',
  '&notin',
  begin,
  begin + end,
  `<i>${begin}<u>${end}`,
  `<p></p>${begin}</div>x${end}`,
]
const likeWords = [
  'a ',
  "a'",
  '1.',
  'a, ',
  'niet ',
  'onveilig ',
  'voel me onveilig ',
  'geen gevaar. ',
  'vorig jaar gevaar ',
  'de ladder is niet niet ',
  'beter ',
  'om beter ',
  'als het beter kan ',
  'by making ',
  'by making better ',
  'door te ',
  'door het te ',
  'beter: ',
  'volgende week ',
  'volgende week maandag ',
  'maandag over twee weken ',
  'beter, als beter ',
  'binnen twee weken ',
  '12-6-2026 ',
  'hij is lui ',
  'Sanne altijd ',
]
const likeTexts = [
  ' ',
  '\n',
  '- ',
  '1. ',
  ' \n',
  'é',
  '<at>',
  '<at></at>',
  'stop ',
  '"',
  'a\u0301',
  '.'.padEnd(9),
  '{"a":',
]

/** Over what, which rules, and of what they are given much. */
export const linearRules: [over: string, rules: Record<string, Rule>, pieces: string[]][] = [
  ['the text of an invite', overBodies, likeBodies],
  ['the HTML of an invite', overHtml, likeHtml],
  ['the words that people type', overWords, likeWords],
  ['what people type', overTexts, likeTexts],
]
