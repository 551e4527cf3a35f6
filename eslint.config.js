/** Lint rules. Import directions are not here: tests/layers.test.ts holds the table. */
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.data/', 'node_modules/', 'coverage/', 'api/platform/db/schema.ts'] },
  tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['api/domain/**', 'api/contract/**', 'api/platform/**'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    files: ['addin/**'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="autoFocus"]', message: 'Preact does not focus by it: useFocusOnMount.' },
      ],
    },
  },
  {
    // Word lists, catalogues and generated calendars are long by nature; complexity and depth still hold.
    files: ['api/contract/text/**', 'api/local/microsoft/demo*/**', 'api/local/microsoft/demo*.ts', 'tests/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Vite, Vitest, ESLint and knip ask for default exports; commands speak on the console.
    files: ['**/*.config.{js,ts}'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
