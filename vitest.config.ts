import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The laws over all real news are asked of both stores, and in the daily run of one (`npm run test:laws`). */
const laws = process.env.DATELINE_LAWS === undefined ? [] : ['tests/api/ingest/real-text.test.ts'];

export default defineConfig({
  test: {
    // most tests of the API wait for the store's disk half of their time
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          exclude: ['tests/api/store/postgres/**'],
          globalSetup: ['tests/support/store-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // all that asks for a store "of the kind that the project tests", on a PostgreSQL that is brought up for it
        test: {
          name: 'api-postgres',
          include: ['tests/api/store/**/*.test.ts', 'tests/api/ingest/ingest.test.ts', ...laws],
          exclude: ['tests/api/store/lock.test.ts', 'tests/api/store/file-crash.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        // what only reads must work in a published folder too
        test: {
          name: 'browser-published',
          include: ['explore', 'paths', 'filters', 'keyboard', 'table', 'timeline', 'everyone'].map(
            (name) => `tests/browser/${name}.test.ts`,
          ),
          globalSetup: ['tests/browser/published-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
