import { __styles, createDOMRenderer, makeStyles } from '@griffel/core'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { compile } from './compiled-styles.ts'

// Fluent's modules for the build are none that Node loads.
const { tokens } = createRequire(import.meta.url)('@fluentui/tokens') as { tokens: object }
const source = `{
  root: {
    color: tokens.colorNeutralForeground1,
    padding: \`0 \${tokens.spacingHorizontalM}\`,
    ':focus-visible': { outline: '1px solid' },
    '@media print': { display: 'none' },
    '@container page (min-width: 480px)': { display: 'grid' },
  },
  bar: { animationName: { '50%': { opacity: 0.5 } }, color: tokens.colorNeutralForeground1 },
}`

describe('compiled styles', () => {
  it('are the class names and rules that Fluent makes in a browser', () => {
    const given = new Function('tokens', `return ${source}`)(tokens) as Parameters<typeof makeStyles>[0]
    const compiled = new Function('__styles', `return ${compile(source)}`)(__styles) as typeof made
    const made = makeStyles(given)
    const inBrowser = (styles: typeof made) => {
      const renderer = createDOMRenderer(undefined)
      return { names: styles({ dir: 'ltr', renderer }), rules: Object.keys(renderer.insertionCache).sort() }
    }
    expect(inBrowser(compiled)).toEqual(inBrowser(made))
    expect(inBrowser(compiled).rules).toHaveLength(7)
  })

  it('name nothing but tokens, or the build fails', () => {
    expect(() => compile('{ root: { color: colours.red } }')).toThrow('colours is not defined')
  })
})
