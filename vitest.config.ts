/** Two rooms: rules and pages without a machine, and features on the real database, queue and simulators. Browser stories stand apart. */
import { defineConfig } from 'vitest/config';

/** The reading of an uploaded file needs no machine. */
const machineTests = ['tests/features/**/!(account-file*).test.ts', 'tests/promises/**/*.test.ts', 'tests/platform/**/*.test.ts'];
const processTests = [
  'tests/features/accounts/account-file-memory.test.ts',
  'tests/local/**/*.test.ts',
  'tests/manifest/**/*.test.ts',
  'tests/bundle.test.ts',
  'tests/pages/**/*.test.ts',
];
const browserTests = ['tests/e2e/**/*.test.ts'];

/** Where .ci/run wants the results as JSON; nowhere otherwise. */
const resultsFile = process.env['TEST_RESULTS'];

export default defineConfig({
  test: {
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    projects: [
      {
        test: {
          name: 'rules',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...machineTests, ...processTests, ...browserTests],
        },
      },
      {
        test: {
          name: 'features',
          include: machineTests,
          globalSetup: ['tests/support/machine.ts'],
          // One database server and one queue serve all; files take turns, so that none reads another's messages.
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'processes', include: processTests, testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'browser', include: browserTests, fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 } },
    ],
  },
});
