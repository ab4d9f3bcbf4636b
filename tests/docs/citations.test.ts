import { describe, expect, test } from 'vitest'
import { brokenIn, commentsOf, pages } from './citations.ts'

describe('A citation', () => {
  test('resolves wherever it stands, in comments and in documents', () => {
    const broken = pages.flatMap(({ path, prose }) => brokenIn(prose).map((what) => `${path}: ${what}`))
    expect(broken).toEqual([])
  })

  test('is looked for in the whole repository', () => {
    expect(pages.filter(({ path }) => path.endsWith('.md')).length).toBeGreaterThan(5)
    expect(pages.filter(({ prose }) => prose.includes('docs/platform-facts.md')).length).toBeGreaterThan(20)
  })

  test.each([
    ['a document that is not there', '(docs/nothing.md, The bot)'],
    ['a section that is not there', '(docs/platform-facts.md, The botte)'],
    ['a section in small letters', '(docs/platform-facts.md, event bodies)'],
    ['a document outside docs that is not there', 'see style.md'],
    ['a file that is not there', 'served by an index (`indexes.ts`)'],
    ['a file in another folder', 'see `server/graph/merge.ts`'],
    ['the facts without their document', '(platform facts, event bodies)'],
  ])('of %s is broken', (_what, comment) => {
    expect(brokenIn(comment)).toHaveLength(1)
  })

  test.each([
    ['a section', 'seven a second (docs/platform-facts.md, The bot).'],
    ['a whole document', 'docs/databases.md says more'],
    ['a document in a sentence', 'see docs/databases.md, or ask'],
    ['a file by its name', '`merge.ts`'],
    ['a file by its path', '`server/invite/merge.ts`'],
  ])('of %s resolves', (_what, comment) => {
    expect(brokenIn(comment)).toEqual([])
  })

  test('may be broken over two lines of a comment, and is not looked for in code', () => {
    const source = [
      '/**',
      ' * Seven a second (docs/platform-facts.md,',
      ' * The bot).',
      ' */',
      "const path = 'docs/nothing.md'",
      'const limit = 7 // see `pace.ts`',
    ].join('\n')
    expect(commentsOf(source)).toContain('(docs/platform-facts.md, The bot).')
    expect(commentsOf(source)).toContain('see `pace.ts`')
    expect(commentsOf(source)).not.toContain('nothing.md')
  })
})
