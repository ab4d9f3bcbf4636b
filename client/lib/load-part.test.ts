import { createElement, Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { lazyNamed } from './load-part.ts'

const shown = (part: ReturnType<typeof made>) =>
  renderToString(createElement(Suspense, { fallback: 'waiting' }, createElement(part)))
const made = () => lazyNamed(() => Promise.resolve({ Part: () => 'part' }), 'Part')

describe('a part that is loaded later', () => {
  it('shows what it waits for when nobody asked for it before', () => {
    vi.stubGlobal('navigator', { onLine: true })
    onTestFinished(() => void vi.unstubAllGlobals())
    expect(shown(made())).toContain('waiting')
  })

  it('shows at once when it was loaded before', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    onTestFinished(() => void vi.unstubAllGlobals())
    const part = made()
    part.preload()
    await new Promise((resolve) => setImmediate(resolve))
    expect(shown(part)).toBe('<!--$-->part<!--/$-->')
  })
})
