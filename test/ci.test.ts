/** docs/ci.md: its pipelines are YAML, and what they call are commands and flags that exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const source = readFileSync(join(root, 'src/entry/cli.ts'), 'utf8');

const blocks = [...page.matchAll(/```(yaml|groovy)\n([\s\S]*?)```/g)].map(
  ([, language = '', text = '']) => ({ language, text, name: text.split('\n')[0] }),
);

it('has a file for each system', () => {
  expect(blocks.map(({ name }) => name)).toEqual([
    ...['# .gitlab-ci.yml', '# .buildkite/pipeline.yml', '# .circleci/config.yml'],
    ...['// Jenkinsfile of a multibranch pipeline', '# azure-pipelines.yml'],
  ]);
});

it.each(blocks.filter(({ language }) => language === 'yaml'))('$name is YAML', ({ text }) => {
  expect(Object.keys(parse(text)).length).toBeGreaterThan(0);
});

it.each(blocks)('$name gates, records on main, and keeps the report', ({ text }) => {
  const joined = text.replace(/\\\n\s*/g, '').replace(/\n\s+(?=--)/g, ' ');
  expect(joined).toMatch(/ gate --baseline \S+ --benchmarks bench\.txt/);
  expect(joined).toMatch(/ record --baseline \S+ --benchmarks bench\.txt/);
  expect(joined).toMatch(/--format junit --output (\S*flamegate\.xml)/);
  expect(text.match(/flamegate\.xml|path: reports/g)?.length).toBeGreaterThan(1);
  for (const [flag] of text.matchAll(/(?<= )--(?!depth|branch)[a-z-]+/g)) {
    expect(source).toContain(`'${flag} <`);
  }
});
