/** docs/recipes.md shows what `init` writes, so what a test runs (test/e2e/init.test.ts). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBenchmarks } from '../../src/recipe/find.ts';
import { usualSizes } from '../../src/recipe/job.ts';
import { workflowText } from '../../src/recipe/workflow.ts';
import { trees } from './trees.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/recipes.md'), 'utf8');

/** The steps of the workflow of a tree. */
async function stepsOf(tree: Readonly<Record<string, string>>): Promise<string> {
  const files = Object.keys(tree);
  const { jobs } = await findBenchmarks({ files, read: async (file) => tree[file] ?? '' });
  const sized = jobs.map((job) => ({ job, sizes: usualSizes }));
  const text = workflowText(sized, { action: 'OWNER/flamegate@v1', branch: 'main' });
  return text.slice(text.indexOf('    steps:\n'));
}

describe('docs/recipes.md', () => {
  it.each(Object.keys(trees))('has the steps for %s', async (name) => {
    expect(page).toContain(`\`\`\`yaml\n${await stepsOf(trees[name] ?? {})}\`\`\`\n`);
  });
});
