import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The rooms of the house. The order matters: the first pattern that fits names the room. */
const elements = [
  { type: 'contract', pattern: 'server/contract' },
  { type: 'content', pattern: 'server/content' },
  { type: 'database', pattern: 'server/database' },
  { type: 'graph', pattern: 'server/graph' },
  { type: 'plugins', pattern: 'server/plugins' },
  { type: 'realtime', pattern: 'server/realtime' },
  { type: 'feature', pattern: 'server/*', capture: ['noun'] },
  { type: 'hosts', pattern: 'client/hosts' },
  { type: 'app', pattern: 'client/app' },
  { type: 'components', pattern: 'client/components' },
  { type: 'lib', pattern: 'client/lib' },
  { type: 'screen', pattern: 'client/*', capture: ['noun'] },
  { type: 'sandbox', pattern: 'infra/sandbox' },
  { type: 'local', pattern: 'infra/local' },
  { type: 'tests', pattern: 'tests' },
]

/** What each room may import besides its own files; `style.md`, "Folders". */
const mayImport = {
  content: ['contract'],
  graph: ['contract', 'database'],
  plugins: ['contract', 'database', 'graph'],
  feature: ['contract', 'content', 'database', 'graph', 'plugins'],
  realtime: ['contract', 'database', 'graph', 'plugins', 'feature'],
  hosts: ['lib'],
  components: ['lib'],
  lib: ['contract'],
  screen: ['components', 'lib', 'contract', 'hosts'],
  app: ['screen', 'components', 'lib', 'contract', 'hosts'],
  local: ['sandbox'],
}

const why = {
  contract: 'server/contract imports nothing but the schema library: put the logic in a feature.',
  sandbox: 'infra/sandbox is an independent witness: it imports nothing from server or client.',
  screen: 'A client feature knows components, lib, hosts and the contract; what two features share belongs in components or lib.',
  feature: 'A feature may read another feature only through its data.ts; share rules through contract or a room of their own.',
}

const policies = Object.entries(mayImport).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { type: to } } },
  message: why[from] ?? `This folder may import only: ${to.join(', ')} (see style.md, Folders).`,
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
    files: ['{server,client,infra}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'allow', policies: [] }] },
  },
  { files: ['client/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
void policies
