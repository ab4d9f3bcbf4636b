import react from '@vitejs/plugin-react'
import { defineConfig, Visitor, type Plugin } from 'vite'
import { precompressed } from './precompressed.ts'
import { compiledStyles } from './compiled-styles.ts'
import { calledOnLoad } from './called-on-load.ts'

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

/**
 * The client checks nothing by the schemas of the contract: of an endpoint it runs with the method and the path alone.
 * The rest of it is left out, and other values are marked as droppable, so that TypeBox stays out of the client. The
 * build fails when some of it comes in.
 */
function contractWithoutSchemas(): Plugin {
  /** By which TypeBox knows its own. */
  const schemaMark = '~kind'
  return {
    name: 'contract-without-schemas',
    transform: {
      filter: { id: /\/server\/contract\/.*\.ts$/ },
      handler(code) {
        const edits: { start: number; end: number; text: string }[] = []
        new Visitor({
          VariableDeclarator({ init }) {
            if (init?.type !== 'CallExpression' || init.start < (edits.at(-1)?.end ?? 0)) return
            const { start, end, callee, arguments: given } = init
            const source = (one: { start: number; end: number }) => code.slice(one.start, one.end)
            const [line] = given
            const isEndpoint = source(callee) === 'endpoint' && line?.type === 'Literal'
            const [method, path] = isEndpoint ? String(line.value).split(' ') : []
            const text = isEndpoint
              ? JSON.stringify({ method, path })
              : `/* @__PURE__ */ (() => ${source(init)})()`
            edits.push({ start, end, text })
          },
        }).visit(this.parse(code))
        return edits.reduceRight(
          (rest, { start, end, text }) => rest.slice(0, start) + text + rest.slice(end),
          code,
        )
      },
    },
    generateBundle(_options, bundle) {
      const found = Object.values(bundle).find((one) => one.type === 'chunk' && one.code.includes(schemaMark))
      if (found) this.error(`TypeBox has come into the client: ${found.fileName}`)
    },
  }
}

/** The first view of any step does without these: they come with the steps, once that stands. */
const aside =
  /\/client\/conversation\/(choosing|feedback|own-notes|past|nudges\/(Obs|obs|label)|frame\/(Face|Info)|questions\/CardTools|sharing\/(?!SummaryView|texts)|RolesQuestion|PersonQuestion|person-texts|commitments\/(?!CommitmentLines|texts))/

/** The panel needs all of these, early or late. */
const little =
  /\/client\/(hosts\/(sign-in-failure|settings|bridge)|lib\/calendar-texts|conversation\/live\/offline-store)|\/idb-keyval\//
/** Several pages of the personal tab need these. */
const ofTab =
  /\/client\/(lib|planning|components|one-on-ones|templates|questions)\/([a-z-]+\/)?(near-days|row-words|phase-texts|Fold|texts|route)\.tsx?$|\/server\/contract\/(audit|beginning|planning)\./

/**
 * Left to itself the build makes a chunk of each set of modules that the same parts share: ninety, most of less than
 * 2 KB, and a panel that asks for seventy. What one moment needs is one chunk.
 */
const chunks = [
  { name: 'first', tags: ['$initial' as const], priority: 3 },
  // One chunk, also where a part that is loaded later needs some of it. The host's own module stays one by itself, for
  // the server names it in the page.
  { name: 'teams', test: /@microsoft[/\\]teams-js|\/client\/hosts\/suspension/, priority: 2.5 },
  // The personal tab shows faces and icons at once, and nothing else of the panel's parts.
  {
    name: 'face',
    test: /@fluentui[/\\](react-avatar|react-badge)|\/client\/components\/Initials/,
    priority: 1.5,
  },
  // Most parts need these. With three instead of five the first view of a step brings every kind of field.
  // Many need a field of one line or a switch too, but no first view of a step does.
  { name: 'shared', minShareCount: 5, test: /^(?!.*@fluentui[/\\]react-(input|switch))/, priority: 2 },
  // The panel loads all steps once its first view stands. Notes have chunks of their own: an editor is large.
  {
    name: 'steps',
    test: (id: string) => /\/client\/conversation\/(?!live\/)/.test(id) && !aside.test(id),
    priority: 1,
  },
  { name: 'aside', test: aside, priority: 0 },
  // Whoever opens a conversation needs both soon: the connection, and the editor.
  {
    name: 'session',
    test: /\/client\/conversation\/live\/session|\/node_modules\/(yjs|lib0|y-protocols|@hocuspocus)\//,
    priority: 0.8,
  },
  {
    name: 'editor',
    test: /\/client\/conversation\/live\/(LiveText|NotesEditor)|\/node_modules\/(y-)?codemirror|\/node_modules\/@codemirror\//,
    priority: 0.7,
  },
  // Little that parts have in common: each by itself would be a request, which takes longer than what it brings.
  { name: 'little', test: little, priority: 2.2 },
  { name: 'tab', minShareCount: 2, test: ofTab, priority: 0.5 },
]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    nestedAppsOnly(),
    contractWithoutSchemas(),
    compiledStyles(),
    calledOnLoad(),
    precompressed(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['Type', 'Strict', 'Nullable'] },
      output: { codeSplitting: { groups: chunks } },
    },
  },
})
