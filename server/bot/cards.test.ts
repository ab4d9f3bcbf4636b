import type { AdaptiveCard } from '@microsoft/teams.cards'
import Ajv from 'ajv'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { botTexts } from '../content/bot-texts.ts'
import type { Item } from '../reminder/resolve-data.ts'
import type { CardContext } from './card-parts.ts'
import { helpCard, noteCard, reminderCard, welcomeCard } from './cards.ts'
import { commitmentCard } from './commitment-card.ts'
import { digestCard, mineCard } from './list-cards.ts'

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
  progress: [{ text: 'Dinsdag gelukt', at: new Date('2026-06-03T10:00:00Z'), by: 'employee' }],
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
      progress: Array.from({ length: 20 }, () => ({ text: long, at: start, by: 'employee' })),
    }),
    other: 'Sanne de Vries',
  },
  {
    kind: 'preparation',
    conversationId: 'c',
    iCalUId: 'x',
    start,
    other: 'Sanne de Vries',
    theyShared: true,
    open: 2,
  },
  {
    kind: 'after-conversation',
    iCalUId: 'x',
    start,
    other: 'Sanne de Vries',
    commitments: [summary, summary],
  },
  { kind: 'publication', iCalUId: 'x', other: 'Milan Bakker', reason: 'no-next-meeting' },
  { kind: 'deletion', other: 'Sanne de Vries', until: start },
]
const contexts = (['nl', 'en'] as const).map((language): [string, CardContext] => [
  language,
  {
    language,
    texts: botTexts[language],
    timeZone: 'Europe/Amsterdam',
    now: new Date('2026-06-05T10:00:00Z'),
    userId: '29:1abc',
    link: (iCalUId) => `https://teams.microsoft.com/l/entity/a/b${iCalUId ? `?context=${iCalUId}` : ''}`,
  },
])
const cardsOf = (context: CardContext): AdaptiveCard[] => [
  ...items.map((item) => reminderCard(item, context)),
  commitmentCard({ commitment: commitment({ status: 'done' }), other: 'x', note: 'y' }, context),
  digestCard([...items, ...items].slice(0, 10), context),
  mineCard([], context),
  mineCard(
    Array.from({ length: 9 }, () => ({ commitment: commitment({ what: long }), other: 'x' })),
    context,
  ),
  welcomeCard('Milan', context),
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

/** Kinds of schema 1.5 that Teams knows and Groei uses, with their required properties. Others may not be used. */
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
  'Action.ToggleVisibility': ['title', 'targetElements'],
  ColumnSet: ['columns'],
  Column: ['items', 'width'],
  Container: ['items'],
  ActionSet: ['actions'],
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

  test('every button has an Action.Submit fallback, and no card with a field refreshes itself', () => {
    for (const one of cardsOf(context).map(plain)) {
      const { refresh, ...rest } = one as Node & { refresh?: { userIds: string[]; action: Node } }
      for (const action of nodes(rest).filter(({ type }) => type === 'Action.Execute')) {
        const fallback = action['fallback'] as { type: string; data: Node }
        expect([fallback.type, fallback.data.verb]).toEqual(['Action.Submit', action.verb])
      }
      const fields = nodes(rest).filter(({ type }) => type?.startsWith('Input.'))
      if (fields.length > 0) expect(refresh).toBeUndefined()
      if (refresh) expect([refresh.userIds, typeof refresh.action.verb]).toEqual([['29:1abc'], 'string'])
    }
  })

  test('text that a person typed is shown literally, without links and formatting', () => {
    const tricky = '[klik](https://evil.example) **vet** {{DATE(2026-06-08)}}'
    const made = plain(commitmentCard({ commitment: commitment({ what: tricky }), other: 'x' }, context))
    const holding = nodes(made).filter((node) => node['text'] === tricky)
    expect(holding.map(({ type }) => type)).toEqual(['TextRun'])
  })

  test('the warning about sensitive data stands below each text field and nowhere else', () => {
    for (const one of cardsOf(context).map(plain)) {
      const forms = nodes(one).filter(({ type }) => type === 'Action.ShowCard')
      const asking = forms.map((form) => (form['card'] as { body: Node[] }).body)
      const warned = asking.filter(([field]) => field?.type === 'Input.Text')
      for (const [, below] of warned) expect(below?.['text']).toBe(context.texts.special)
      expect(JSON.stringify(one).split(context.texts.special)).toHaveLength(warned.length + 1)
    }
  })

  test('a card shows three actions at most, and a title of a commitment says when it is due', () => {
    for (const one of cardsOf(context)) {
      const shown = (one.actions ?? []).filter((action) => !('mode' in action) || action.mode !== 'secondary')
      expect(shown.length).toBeLessThanOrEqual(3)
    }
    const titleOf = (due: string | null) =>
      nodes(plain(commitmentCard({ commitment: commitment({ due }), other: 'x' }, context))).find(
        ({ type }) => type === 'TextRun',
      )?.['text']
    const titles = [null, '2026-06-04', '2026-06-05', '2026-06-06', '2026-06-11', '2026-06-12'].map(titleOf)
    expect(titles).toEqual(
      context.language === 'nl'
        ? ['Jouw afspraak: ', 'Nog open: ', 'Vandaag: ', 'Morgen: ', 'Donderdag: ', 'Vr 12 juni: ']
        : ['Your commitment: ', 'Still open: ', 'Today: ', 'Tomorrow: ', 'Thursday: ', 'Fri 12 June: '],
    )
  })

  test('a commitment that is done is one line, in a card of its own and in the digest', () => {
    const done = commitment({ status: 'done' })
    const alone = plain(commitmentCard({ commitment: done, other: 'x' }, context))
    expect(alone['body']).toHaveLength(1)
    const digest = plain(digestCard(items.slice(0, 1), context, [done]))
    expect(digest['body']).toHaveLength(3)
    expect(JSON.stringify(digest)).toContain(context.texts.saidDone(done.what))
  })

  test('cards have no links when the app is unknown', () => {
    for (const one of cardsOf({ ...context, link: () => null }).map(plain))
      expect(nodes(one).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([])
  })
})

describe('what people are called and what they typed, on a card', () => {
  const evil = '[Meld je opnieuw aan](https://evil.example) **nu**'
  const withEvil = (item: Item): Item => ({
    ...item,
    other: evil,
    ...('commitment' in item
      ? { commitment: commitment({ what: evil, firstStep: evil, ifThen: evil }) }
      : {}),
  })
  /** Every text that Teams reads as Markdown. */
  const markdownIn = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(markdownIn)
    if (value === null || typeof value !== 'object') return []
    const { type, text } = value as { type?: unknown; text?: unknown }
    return [...(type === 'TextBlock' ? [String(text)] : []), ...Object.values(value).flatMap(markdownIn)]
  }

  test.each(contexts)(
    'is nowhere read as Markdown, so it makes no links and no bold: %s',
    (_language, context) => {
      const cards = [
        ...items.map(withEvil).map((item) => reminderCard(item, context)),
        digestCard(items.map(withEvil), context),
        mineCard([{ commitment: commitment({ what: evil }), other: evil }], context),
        noteCard(evil, context),
        helpCard(context, evil),
        commitmentCard({ commitment: commitment(), other: evil, note: evil }, context),
      ]
      const texts = cards.flatMap((one) => markdownIn(JSON.parse(JSON.stringify(one))))
      expect(texts.length).toBeGreaterThan(5)
      expect(texts.filter((text) => text.includes('evil'))).toEqual([])
      expect(JSON.stringify(cards)).toContain('evil.example')
    },
  )

  test.each(contexts)('reorders nothing beside it, whatever its direction: %s', (_language, context) => {
    const name = '\u202Eדנה 3'
    const asNamed = (item: Item): Item => ({
      ...item,
      other: name,
      ...('commitment' in item
        ? { commitment: commitment({ what: name, firstStep: name, ifThen: name }) }
        : {}),
      ...('commitments' in item ? { commitments: [{ ...summary, owner: name, what: name }] } : {}),
    })
    const cards = [
      ...items.map(asNamed).map((item) => reminderCard(item, context)),
      digestCard(items.map(asNamed), context),
      mineCard([{ commitment: commitment({ what: name }), other: name }], context),
      noteCard(name, context),
    ]
    const text = JSON.stringify(cards)
    expect(text).toContain('\u2068דנה 3\u2069')
    expect(text).not.toContain('\u202E')
    expect(text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/[\u05d0-\u05ea]/)
  })
})
