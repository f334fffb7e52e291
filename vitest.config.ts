import { defineConfig } from 'vitest/config';

/** .ci/run asks for the counts in a file, to print them as its last line. */
const counts = process.env.FLAMEGATE_TEST_COUNTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: counts ? ['default', ['json', { outputFile: counts }]] : ['default'],
  },
});
