import { describe, expect, it } from 'vitest'
import type { Config } from '../config.ts'
import { pageOf } from './pages.ts'

const config = {
  app: { clientId: 'id', idUri: 'api://id', tenantIds: [] },
  cloud: { login: 'https://login.example', officeJs: 'https://office.example/office.js' },
} as unknown as Config
const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_small.js'] },
  '_small.js': { file: 'assets/small.js' },
  'tab.tsx': { file: 'assets/tab.js', imports: ['index.html', '_face.js'] },
  '_face.js': { file: 'assets/face.js' },
}
const scripts = (parts: string[]) =>
  [
    ...pageOf('<head></head>', manifest, config, { path: '/tab', outlook: false, parts }).matchAll(
      /<link rel="modulepreload" crossorigin href="([^"]+)">/g,
    ),
  ].map(([, file]) => file)

describe('a page of the client', () => {
  it('names the scripts of its first view once, without those that every page has', () => {
    expect(scripts(['tab.tsx', '_face.js'])).toEqual(['/assets/tab.js', '/assets/face.js'])
  })

  it('is not made of a build that lacks one of its parts', () => {
    expect(() => scripts(['gone.tsx'])).toThrow('The build has no gone.tsx.')
  })
})
