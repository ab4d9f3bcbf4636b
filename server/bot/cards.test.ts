import type { AdaptiveCard } from '@microsoft/teams.cards'
import Ajv from 'ajv'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { botTexts } from '../content/bot-texts.ts'
import type { Item } from '../reminder/resolve.ts'
import type { CardContext } from './card-parts.ts'
import { commitmentCard, digestCard, helpCard, mineCard, noteCard, reminderCard } from './cards.ts'

const long = 'Zo lang als het mag zijn. '.repeat(40).slice(0, 500)
const commitment = (more: Partial<CommitmentDocument> = {}): CommitmentDocument => ({
  _id: crypto.randomUUID(),
  tenantId: 't',
  pairId: 'p',
  conversationId: 'c',
  slot: 0,
  owner: 'employee',
  what: 'Verzoeken bundelen',
  firstStep: 'Het team vertellen',
  due: '2026-06-08',
  criterion: 'Geen losse verzoeken',
  ifThen: 'Als het druk is, dan verwijs ik door',
  status: 'open',
  followUps: [],
  progress: [{ text: 'Dinsdag gelukt', at: new Date('2026-06-03T10:00:00Z') }],
  shownIn: [],
  revision: 1,
  createdAt: new Date('2026-06-02T10:00:00Z'),
  ...more,
})
const start = new Date('2026-06-09T08:30:00Z')
const summary = {
  owner: 'Milan Bakker',
  what: long,
  firstStep: long,
  due: '2026-06-08',
  criterion: '',
  ifThen: '',
}
const items: Item[] = [
  { kind: 'coming-due', commitment: commitment(), other: 'Sanne de Vries' },
  { kind: 'due', commitment: commitment({ due: null, firstStep: '' }), other: 'Sanne de Vries' },
  {
    kind: 'overdue',
    commitment: commitment({
      what: long,
      firstStep: long,
      criterion: long,
      ifThen: long,
      progress: Array.from({ length: 20 }, () => ({ text: long, at: start })),
    }),
    other: 'Sanne de Vries',
  },
  { kind: 'preparation', iCalUId: 'x', start, other: 'Sanne de Vries', theyShared: true, open: 2 },
  { kind: 'after-talk', iCalUId: 'x', start, other: 'Sanne de Vries', commitments: [summary, summary] },
  { kind: 'publication', iCalUId: 'x', other: 'Milan Bakker', reason: 'no-next-meeting' },
  { kind: 'deletion', other: 'Sanne de Vries', until: start },
]
const contexts = (['nl', 'en'] as const).map((language): [string, CardContext] => [
  language,
  {
    language,
    texts: botTexts[language],
    timeZone: 'Europe/Amsterdam',
    userId: '29:1abc',
    link: (iCalUId) => `https://teams.microsoft.com/l/entity/a/b${iCalUId ? `?context=${iCalUId}` : ''}`,
  },
])
const cardsOf = (context: CardContext): AdaptiveCard[] => [
  ...items.map((item) => reminderCard(item, context)),
  commitmentCard(
    { kind: 'none', commitment: commitment({ status: 'done' }), other: 'x', note: 'y' },
    context,
  ),
  digestCard([...items, ...items].slice(0, 10), context),
  mineCard([], context),
  mineCard(
    Array.from({ length: 9 }, () => ({ commitment: commitment({ what: long }), other: 'x' })),
    context,
  ),
  helpCard(context, context.texts.notUnderstood),
  noteCard(context.texts.gone, context),
]

type Node = { [name: string]: unknown; type?: string; verb?: string }
/** Every element and action of a card, wherever it stands. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (!value || typeof value !== 'object') return []
  return [value as Node, ...Object.values(value).flatMap(nodes)]
}
const plain = (card: AdaptiveCard) => JSON.parse(JSON.stringify(card)) as Node

// Microsoft's own schema, where it lies beside the checkout; without it what follows checks the same by hand.
const official = join(import.meta.dirname, '../../../shared/card-schema/adaptive-card-1.5.json')
const validate = existsSync(official) ? compiled(readFileSync(official, 'utf8')) : null
function compiled(text: string) {
  // Draft 6 calls its name `id` and says which draft it is; Ajv knows later ones, which mean the same here.
  const { $schema: _draft, id: _name, ...schema } = JSON.parse(text) as Record<string, unknown>
  return new Ajv({ strict: false, logger: false }).compile(schema)
}

/** What Teams knows of schema 1.5 and Groei uses: the properties that each kind must have, and others may not be. */
const known: Record<string, string[]> = {
  AdaptiveCard: ['body', 'version'],
  TextBlock: ['text'],
  RichTextBlock: ['inlines'],
  TextRun: ['text'],
  'Input.Text': ['id', 'label'],
  'Input.Date': ['id', 'label'],
  'Action.Execute': ['title', 'verb', 'data'],
  'Action.Submit': ['title', 'data'],
  'Action.OpenUrl': ['title', 'url'],
  'Action.ShowCard': ['title', 'card'],
}

describe.each(contexts)('Adaptive Cards in language %s', (_language, context) => {
  test('every card is valid under Adaptive Cards schema 1.5', () => {
    for (const one of cardsOf(context).map(plain)) {
      if (validate) expect([validate(one), validate.errors]).toEqual([true, null])
      expect(one['version']).toBe('1.5')
      for (const node of nodes(one).filter(({ type }) => type)) {
        const wanted = known[String(node.type)]
        expect([node.type, wanted !== undefined]).toEqual([node.type, true])
        for (const name of wanted ?? [])
          expect([node.type, name, node[name] !== undefined]).toEqual([node.type, name, true])
      }
    }
  })

  test('every card stays under 28 KB with the longest texts and has at most six actions', () => {
    for (const one of cardsOf(context)) {
      expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(28 * 1024)
      expect(one.actions?.length ?? 0).toBeLessThanOrEqual(6)
    }
  })

  test('every button has an Action.Submit fallback, and a commitment card refreshes itself when it is shown again', () => {
    for (const one of cardsOf(context).map(plain)) {
      const { refresh, ...rest } = one as Node & { refresh?: { userIds: string[]; action: Node } }
      for (const action of nodes(rest).filter(({ type }) => type === 'Action.Execute')) {
        const fallback = action['fallback'] as { type: string; data: Node }
        expect([fallback.type, fallback.data.verb]).toEqual(['Action.Submit', action.verb])
      }
      if (refresh) expect([refresh.userIds, typeof refresh.action.verb]).toEqual([['29:1abc'], 'string'])
    }
    expect(
      plain(commitmentCard({ kind: 'due', commitment: commitment(), other: 'x' }, context))['refresh'],
    ).toBeDefined()
  })

  test('text that a person typed is shown literally, without links and formatting', () => {
    const tricky = '[klik](https://evil.example) **vet** {{DATE(2026-06-08)}}'
    const made = plain(
      commitmentCard({ kind: 'due', commitment: commitment({ what: tricky }), other: 'x' }, context),
    )
    const holding = nodes(made).filter((node) => node['text'] === tricky)
    expect(holding.map(({ type }) => type)).toEqual(['TextRun'])
  })

  test('the warning about sensitive data stands next to the progress field and nowhere else', () => {
    const saying = cardsOf(context).filter((one) => JSON.stringify(one).includes(context.texts.special))
    const asking = cardsOf(context).filter((one) => JSON.stringify(one).includes('"id":"progress"'))
    expect(saying.length).toBe(asking.length)
    const [made] = nodes(plain(asking[0]!)).filter(({ type }) => type === 'Action.ShowCard')
    const { body } = made!['card'] as { body: Node[] }
    expect(body.map(({ type }) => type)).toEqual(['Input.Text', 'TextBlock'])
    expect(body[1]!['text']).toBe(context.texts.special)
  })

  test('cards have no links when the app is unknown', () => {
    for (const one of cardsOf({ ...context, link: () => null }).map(plain))
      expect(nodes(one).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([])
  })
})
