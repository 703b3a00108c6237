import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that read something from outside or make a branded value: the only ones that may assert a type. */
const PARSERS = [
  'src/engine/program-check.ts',
  'src/engine/parse-record.ts',
  'src/engine/view.ts',
  'src/scenario/**/*.ts',
  'src/bundle/**/*.ts',
  'src/disk/**/*.ts',
  'src/session/**/*.ts',
  'src/cli/**/*.ts',
  'src/lab/thread.ts',
  'src/lab/threads.ts',
  'tests/**/*.ts',
  'tests/**/*.tsx',
  'bench/**/*.ts',
];

export default defineConfig(
  globalIgnores(['node_modules', 'dist', 'packages', 'test-results', 'playwright-report', 'assets', 'archive']),
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'no-param-reassign': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Indexing is checked by `noUncheckedIndexedAccess`; where a bound is known by construction, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: PARSERS,
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    // Programs for a terminal speak on it.
    files: ['src/cli/**/*.ts', 'src/lab/thread.ts', 'src/lab/threads.ts', 'bench/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
