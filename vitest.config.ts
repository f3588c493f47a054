import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/setup/longest-first.ts';

const alias = [
  // Packages load graphql's CommonJS build; ours must be the same one or types do not know each other.
  { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') },
];

/** type-graphql's decorators are the legacy kind; each states its type by a function. */
const oxc = { decorator: { legacy: true, emitDecoratorMetadata: false } };

/** One more than the processors of a small machine: the tests of outages and programs wait for most of their time. */
const maxWorkers = 3;

const shared = {
  pool: 'forks' as const,
  // One process loads the server once for all its files; each file has a database of its own all the same.
  isolate: false,
  setupFiles: ['schema/metadata-stub.ts', 'tests/setup/no-console-error.ts'],
};

/**
 * The driver asks for the types of arrays when a connection begins, and awaits the answer nowhere: where the database ends
 * in between, nobody hears of it. The server notes such a rejection and goes on, see server/src/main.ts.
 */
const isOfDriver = (error: object): boolean =>
  'query' in error && String(error.query).includes('left join pg_catalog.pg_type b on b.oid = a.typelem');

export default defineConfig({
  test: {
    onUnhandledError: (error) => !isOfDriver(error),
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/setup/totals-reporter.ts'],
    projects: [
      {
        resolve: { alias },
        oxc,
        test: {
          ...shared,
          name: 'api',
          include: ['tests/{api,invariants,architecture,bench,migrations,cli,faults}/**/*.test.ts'],
          exclude: ['tests/**/*.own.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts'],
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          ...shared,
          name: 'own',
          // Files that watch a package from within must load it themselves.
          isolate: true,
          include: ['tests/**/*.own.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts'],
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          ...shared,
          name: 'unit',
          include: ['server/**/*.test.ts', 'schema/**/*.test.ts', 'admin/**/*.test.ts'],
          maxWorkers,
          // Some read the divisions of the whole nation, beside the other projects on the same processors.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts', 'tests/browser/setup/global-setup.ts'],
          maxWorkers: 2,
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          ...shared,
          name: 'cluster',
          // Looks at the statements that all others have sent, so it comes last.
          include: ['tests/cluster/**/*.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts'],
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
