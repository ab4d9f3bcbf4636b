import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { names } from './names.js'

/** The rooms of the house. The order matters: the first pattern that fits names the room. */
const elements = [
  { type: 'contract', pattern: 'server/contract' },
  { type: 'wording', pattern: 'server/wording' },
  { type: 'content', pattern: 'server/content' },
  { type: 'database', pattern: 'server/database' },
  { type: 'graph', pattern: 'server/graph' },
  { type: 'http', pattern: 'server/http' },
  { type: 'sealing', pattern: 'server/sealing' },
  { type: 'plugins', pattern: 'server/plugins' },
  { type: 'queue', pattern: 'server/queue' },
  { type: 'realtime', pattern: 'server/realtime' },
  { type: 'bot', pattern: 'server/bot' },
  { type: 'rules', pattern: ['server/meeting', 'server/invite'] },
  { type: 'secrets', pattern: 'server/secrets' },
  { type: 'doctor', pattern: 'server/doctor' },
  { type: 'signals', pattern: 'server/signals' },
  { type: 'telemetry', pattern: 'server/telemetry' },
  { type: 'feature', pattern: 'server/*', capture: ['noun'] },
  { type: 'hosts', pattern: 'client/hosts' },
  { type: 'app', pattern: 'client/app' },
  { type: 'components', pattern: 'client/components' },
  { type: 'lib', pattern: 'client/lib' },
  { type: 'screen', pattern: 'client/*', capture: ['noun'] },
  { type: 'manifest', pattern: 'manifest' },
  { type: 'sandbox', pattern: 'infra/sandbox' },
  { type: 'local', pattern: 'infra/local' },
  { type: 'tenant', pattern: 'infra/tenant' },
  { type: 'tests', pattern: 'tests' },
]

/** The imports of each room besides its own files (docs/decisions.md, Short files and one direction of imports). */
const mayImport = {
  content: ['contract'],
  database: ['signals'],
  graph: ['contract', 'database', 'signals'],
  http: ['contract', 'database', 'graph'],
  sealing: ['database'],
  plugins: ['contract', 'database', 'graph', 'http', 'sealing'],
  queue: ['database', 'plugins', 'sealing'],
  rules: ['contract', 'graph'],
  secrets: ['contract', 'database', 'graph', 'http', 'sealing', 'plugins', 'queue'],
  feature: [
    'contract',
    'wording',
    'content',
    'database',
    'graph',
    'http',
    'sealing',
    'plugins',
    'queue',
    'rules',
  ],
  doctor: ['contract', 'database', 'graph', 'http', 'plugins', 'secrets', 'sealing', 'feature'],
  telemetry: ['contract', 'signals', 'feature'],
  realtime: ['contract', 'database', 'graph', 'http', 'plugins', 'feature'],
  bot: ['contract', 'content', 'database', 'graph', 'http', 'plugins', 'queue', 'feature', 'signals'],
  hosts: ['contract', 'lib'],
  components: ['lib'],
  lib: ['contract'],
  screen: ['components', 'lib', 'contract', 'wording', 'hosts'],
  app: ['screen', 'components', 'lib', 'contract', 'hosts'],
  local: ['sandbox', 'database', 'plugins', 'secrets'],
  manifest: ['contract'],
  tenant: ['contract', 'manifest'],
}

/** Features build on each other in one direction only; what two on one floor share belongs a floor below. */
const floors = {
  person: [],
  audit: [],
  pair: ['audit'],
  'tenant-settings': ['audit'],
  mailbox: [],
  'saved-questions': ['person', 'pair'],
  template: ['person', 'pair', 'saved-questions'],
  conversation: ['pair', 'audit', 'template'],
  commitment: ['person', 'pair', 'audit', 'template', 'conversation'],
  preparation: ['pair', 'audit', 'conversation'],
  'private-note': ['pair', 'conversation'],
  publication: ['person', 'pair', 'audit', 'template', 'conversation', 'mailbox'],
  'calendar-sync': ['pair', 'conversation', 'mailbox', 'publication'],
  question: ['person', 'pair', 'audit', 'saved-questions', 'template', 'conversation', 'commitment'],
  scale: ['pair', 'audit', 'saved-questions', 'template', 'conversation', 'question'],
  feedback: ['pair', 'audit', 'conversation'],
  guide: ['person', 'pair', 'conversation', 'commitment'],
  reminder: ['person', 'pair', 'tenant-settings', 'conversation', 'commitment', 'preparation', 'publication'],
  'conversation-api': [
    'person',
    'pair',
    'audit',
    'template',
    'conversation',
    'commitment',
    'preparation',
    'publication',
  ],
  'one-on-ones': [
    'person',
    'pair',
    'audit',
    'template',
    'conversation',
    'commitment',
    'preparation',
    'publication',
  ],
  planning: ['person', 'pair', 'audit', 'conversation', 'one-on-ones'],
  review: [
    'person',
    'pair',
    'audit',
    'template',
    'conversation',
    'commitment',
    'question',
    'scale',
    'one-on-ones',
  ],
  'pair-page': [
    'pair',
    'audit',
    'conversation',
    'commitment',
    'preparation',
    'question',
    'scale',
    'one-on-ones',
    'review',
  ],
}
floors['my-data'] = Object.keys(floors)
const features = Object.entries(floors).map(([noun, below]) => ({
  from: { element: { type: 'feature', captured: { noun } } },
  allow: { to: below.map((one) => ({ element: { type: 'feature', captured: { noun: one } } })) },
}))

const own = (type) =>
  type === 'feature' || type === 'screen'
    ? { element: { type, captured: { noun: '{{from.captured.noun}}' } } }
    : { element: { type } }

const policies = elements.map(({ type }) => ({
  from: { element: { type } },
  allow: { to: [own(type), ...(mayImport[type] ?? []).map((to) => ({ element: { type: to } }))] },
}))

/** Stores of a browser, which do not ask who is signed in: only the files that ask for an owner may use them. */
const browserStores = [
  'sessionStorage',
  'localStorage',
  'indexedDB',
  'caches',
  'BroadcastChannel',
  'cookieStore',
]
const withOwner = 'What is kept in a browser belongs to a person: use client/lib/kept.ts.'

/** Words that people use, to be found in what they type. */
const wordLists = ['client/conversation/nudges/**', 'server/wording/**', 'server/content/steering.ts']

export default tseslint.config(
  { ignores: ['**/dist/**', 'node_modules', '.data'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['{server,client,infra,manifest}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            '{{from.element.type}} may not import {{to.element.type}}: see "The rooms" in .config/eslint.config.js.',
          policies: [...policies, ...features.filter(({ allow }) => allow.to.length > 0)],
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: wordLists,
    plugins: { names },
    rules: { 'names/retired-words': 'error' },
  },
  {
    files: ['{server,client,infra,manifest,.config}/**/*.{ts,tsx,js}'],
    plugins: { names },
    rules: { 'names/subject-first': 'error' },
  },
  {
    files: Object.keys(floors).map((feature) => `server/${feature}/*.ts`),
    ignores: ['**/*.test.ts'],
    plugins: { names },
    rules: { 'names/file-vocabulary': 'error' },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Property > Literal.key[value=/(^|\\.)\\d+(\\.|$)/]',
          message:
            'MongoDB reads a number in a path as a name too: use $elemMatch or $size (server/database/plan.ts).',
        },
      ],
    },
  },
  { files: ['client/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['client/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Literal[value=/^\\x2Fapi\\x2F/], TemplateElement[value.raw=/^\\x2Fapi\\x2F/])',
          message: 'Call an endpoint of server/contract: it knows its path, and what it answers.',
        },
        {
          selector: 'JSXAttribute[name.name="type"] Literal[value=/^(date|time|datetime-local|month|week)$/]',
          message:
            "A browser's own field follows the browser's language: use DayField, DueField or TimeField.",
        },
      ],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    ignores: [
      '**/*.test.{ts,tsx}',
      'client/lib/kept.ts',
      'client/conversation/live/offline-store.ts',
      // Which builds were left, of the tab and of nobody.
      'client/lib/build.ts',
    ],
    rules: {
      'no-restricted-globals': ['error', ...browserStores.map((name) => ({ name, message: withOwner }))],
      'no-restricted-properties': [
        'error',
        ...[...browserStores, 'cookie'].map((property) => ({ property, message: withOwner })),
      ],
      'no-restricted-imports': ['error', { paths: [{ name: 'idb-keyval', message: withOwner }] }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
