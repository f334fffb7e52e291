import { defineConfig } from 'vitest/config';

/** .ci/run asks for the counts in a file, to print them as its last line. */
const counts = process.env.FLAMEGATE_TEST_COUNTS;

const shared = { setupFiles: ['test/setup.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

/** What starts processes, changes the environment or the clock: a worker of its own for each file. */
const processes = [
  'test/{e2e,entry,github,source}/**/*.test.ts',
  'test/flow/{carried,counting}.test.ts',
  'test/store/{artifact,branch,chain,contract,fetch,killed,path,unzip,within}.test.ts',
  'test/formats/benchmarks/{filter,benchstat}.test.ts',
  'test/**/browser.test.ts',
  'test/report/comments.test.ts',
  'test/*.test.ts',
];

export default defineConfig({
  test: {
    // Tests wait for processes more than they compute.
    maxWorkers: '100%',
    reporters: counts ? ['default', ['json', { outputFile: counts }]] : ['default'],
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: processes,
          isolate: false,
        },
      },
      { test: { ...shared, name: 'processes', include: processes } },
    ],
  },
});
