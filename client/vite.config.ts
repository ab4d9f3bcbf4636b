import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * MSAL carries its own redirects and pop-ups for pages that stand alone: 50 KB gzipped that a page inside Teams or
 * Outlook never runs, since we ask MSAL only where the host has the bridge. They are left out; who reaches them
 * nevertheless gets an error. The build fails when MSAL no longer has the parts that this leaves out.
 */
function nestedAppsOnly(): Plugin {
  const part = /\/(StandardController|StandardOperatingContext|PopupMonitor|IframeMonitor)\.mjs$/
  const left = new Set<string>()
  return {
    name: 'nested-apps-only',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const [, name] = part.exec(source) ?? []
      if (!name || !importer.includes('/msal-browser/dist/app/')) return null
      left.add(name)
      return `\0left-out:${name}`
    },
    load(id) {
      if (!id.startsWith('\0left-out:')) return null
      const refuse = 'throw new Error("Groei signs in through its host only.")'
      return `
        export class StandardController { constructor() { ${refuse} } }
        export class StandardOperatingContext {}
        export function monitorPopupForHash() { ${refuse} }
        export function monitorIframeForHash() { ${refuse} }`
    },
    generateBundle() {
      if (left.size !== 4)
        this.error(`MSAL has changed: found ${[...left].join(', ') || 'nothing'} to leave out`)
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), nestedAppsOnly()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    reportCompressedSize: false,
    // The client takes types and bounds from the contract and checks nothing by its schemas: making one that nobody
    // uses does nothing, and TypeBox stays out of the first view.
    rolldownOptions: { treeshake: { manualPureFunctions: ['Type', 'Strict', 'Nullable'] } },
  },
})
