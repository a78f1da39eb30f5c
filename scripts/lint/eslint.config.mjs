// ESLint does what needs types; Biome does the rest (its rules and the formatting are in biome.json).
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Talking to a network is for the adapters alone: nothing may leave the device by accident. */
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

export default defineConfig(
  { ignores: ['**/dist/', '**/.cache/', '**/test-results/', '**/node_modules/', '**/*.mjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Exhaustive by union or by default is enough; numbers in text need no ceremony.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A third of the time of all rules for what cannot occur here: enums are erased, and nothing is `any`.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Exact versions: what is deprecated is looked for when one is raised, not at every run.
      '@typescript-eslint/no-deprecated': 'off',
      // Mesh code reads typed arrays by computed index: there `!` says what the loop bounds already say.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `() => void work()` as a handler is how a promise is let go on purpose.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-globals': ['error', ...network.map((name) => ({ name, message: 'Nothing talks to a network here.' }))],
      'no-console': 'error',
    },
  },
  {
    files: ['src/anatomy/**/*.ts', 'src/scene/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // The worker that keeps the app offline answers the page's requests for the app's own files.
  { files: ['src/app/service-worker.ts'], rules: { 'no-restricted-globals': 'off' } },
);
