import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The rooms of the house. The order matters: the first pattern that fits names the room. */
const elements = [
  { type: 'contract', pattern: 'server/contract' },
  { type: 'wording', pattern: 'server/wording' },
  { type: 'content', pattern: 'server/content' },
  { type: 'database', pattern: 'server/database' },
  { type: 'graph', pattern: 'server/graph' },
  { type: 'plugins', pattern: 'server/plugins' },
  { type: 'realtime', pattern: 'server/realtime' },
  { type: 'bot', pattern: 'server/bot' },
  { type: 'rules', pattern: ['server/meeting', 'server/invite'] },
  { type: 'secrets', pattern: 'server/secrets' },
  { type: 'feature', pattern: 'server/*', capture: ['noun'] },
  { type: 'hosts', pattern: 'client/hosts' },
  { type: 'app', pattern: 'client/app' },
  { type: 'components', pattern: 'client/components' },
  { type: 'lib', pattern: 'client/lib' },
  { type: 'screen', pattern: 'client/*', capture: ['noun'] },
  { type: 'manifest', pattern: 'manifest' },
  { type: 'sandbox', pattern: 'infra/sandbox' },
  { type: 'local', pattern: 'infra/local' },
  { type: 'tests', pattern: 'tests' },
]

/** What each room may import besides its own files; `style.md`, "Folders". */
const mayImport = {
  content: ['contract'],
  graph: ['contract', 'database'],
  plugins: ['contract', 'database', 'graph'],
  rules: ['contract', 'graph'],
  secrets: ['contract', 'database', 'graph', 'plugins'],
  feature: ['contract', 'wording', 'content', 'database', 'graph', 'plugins', 'rules'],
  realtime: ['contract', 'database', 'graph', 'plugins', 'feature'],
  bot: ['contract', 'content', 'database', 'graph', 'plugins', 'feature'],
  hosts: ['contract', 'lib'],
  components: ['lib'],
  lib: ['contract'],
  screen: ['components', 'lib', 'contract', 'wording', 'hosts'],
  app: ['screen', 'components', 'lib', 'contract', 'hosts'],
  local: ['sandbox', 'database', 'plugins'],
  manifest: ['contract'],
}

/** Features build on each other in one direction only; what two on one floor share belongs a floor below. */
const floors = {
  person: [],
  audit: [],
  pair: ['audit'],
  'tenant-settings': ['audit'],
  mailbox: [],
  shelf: ['person', 'pair'],
  template: ['person', 'pair', 'shelf'],
  conversation: ['pair', 'audit', 'template'],
  commitment: ['pair', 'audit', 'template', 'conversation'],
  preparation: ['pair', 'audit', 'conversation'],
  'private-note': ['pair', 'conversation'],
  publication: ['pair', 'audit', 'template', 'conversation', 'mailbox'],
  'calendar-sync': ['pair', 'conversation', 'mailbox', 'publication'],
  question: ['person', 'pair', 'audit', 'shelf', 'template', 'conversation', 'commitment'],
  scale: ['pair', 'audit', 'shelf', 'template', 'conversation', 'question'],
  balance: ['pair', 'audit', 'conversation'],
  guide: ['person', 'pair', 'conversation', 'commitment'],
  reminder: ['person', 'pair', 'conversation', 'commitment', 'preparation', 'publication'],
  panel: ['person', 'pair', 'audit', 'template', 'conversation', 'commitment', 'preparation', 'publication'],
  'one-on-ones': ['person', 'pair', 'audit', 'conversation', 'commitment', 'preparation', 'publication'],
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
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
