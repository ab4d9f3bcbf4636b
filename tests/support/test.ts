import type { Browser } from 'playwright-core'
import { test as base } from 'vitest'
import { launchChromium } from './chromium.ts'
import { startTenant, type TenantOptions } from './tenant.ts'

/** One for all files of a worker, though Vitest keeps apart what each file's own `test` holds. */
let running: Promise<Browser> | undefined
const withBrowser = base.extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const browser = await (running ??= launchChromium())
  onCleanup(() => browser.close())
  return browser
})

/**
 * `test` for one file, with the parts that tests ask for: the worker's `browser`, and a `tenant` with the product, which
 * starts when the first of them asks for it and lasts as long as the file.
 */
export const testIn = (options: TenantOptions = {}) =>
  withBrowser.extend('tenant', { scope: 'file' }, async ({}, { onCleanup }) => {
    const tenant = await startTenant(options)
    onCleanup(() => tenant.close())
    return tenant
  })
