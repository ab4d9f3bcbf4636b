import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

describe('Chromium on a machine that has none', () => {
  test('is whole for each of two that unpack it at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'groei-chromium-'))
    const two = await Promise.all([1, 2].map(() => launchChromium(join(folder, 'chromium'))))
    expect(two.map((one) => one.isConnected())).toEqual([true, true])
    await Promise.all(two.map((one) => one.close()))
    await rm(folder, { recursive: true })
  })
})
