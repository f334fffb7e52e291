/** Filters, and what the real `go test -bench` makes of them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endFilter,
  everything,
  goFilter,
  plainFilter,
} from '../../../src/formats/benchmarks/filter.ts';
import { temporary } from '../../source/rounds/repository.ts';

describe('for go test', () => {
  it.each([
    [['Encode-8'], '^BenchmarkEncode(-8)?$'],
    [['Encode'], '^BenchmarkEncode$'],
    [['Encode/size=4k-8'], '^BenchmarkEncode$/^size=4k(-8)?$'],
    [['A/x-2', 'B-2'], '^BenchmarkA$/^x(-2)?$|^BenchmarkB(-2)?$'],
    [['A/a.b(c)|d[e]-2'], '^BenchmarkA$/^a\\.b\\(c\\)\\|d\\[e\\](-2)?$'],
    [['Encode-4 /gc=off', 'Encode-4 /gc=on'], '^BenchmarkEncode(-4)?$'],
    [[], everything],
  ])('%j is %s', (names, filter) => {
    expect(goFilter(names)).toBe(filter);
  });

  it('runs everything rather than be longer than an environment variable', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `SomeBenchmark/number=${i}`);
    expect(goFilter(names)).toBe('.');
  });
});

describe('for tools with one expression', () => {
  it('is anchored', () => {
    expect(plainFilter(['fib/20', 'a+b'])).toBe('^a\\+b$|^fib/20$');
  });

  it('matches every name that was asked for, and no other', () => {
    const name = fc.string({ unit: 'binary-ascii', minLength: 1 }).filter((s) => !s.includes('\n'));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), name, (names, other) => {
        const filter = new RegExp(plainFilter(names));
        for (const each of names) expect(filter.test(each)).toBe(true);
        expect(filter.test(other)).toBe(names.includes(other));
      }),
    );
  });
});

const go = spawnSync('go', ['version']).status === 0;

const source = `package p

import "testing"

func BenchmarkPlain(b *testing.B) {}
func BenchmarkPlainer(b *testing.B) {}
func BenchmarkSub(b *testing.B) {
	for _, name := range []string{"x", "x-2", "size=4k/deep", "a b", "a.b(c)|d[e]+", "^$\\\\", "x", "ü"} {
		b.Run(name, func(b *testing.B) {})
	}
}
`;

describe.skipIf(!go)('the real go test', () => {
  it(`runs what was asked for, and hardly more${go ? '' : ' (skipped: no go in PATH)'}`, () => {
    const folder = temporary();
    writeFileSync(join(folder, 'go.mod'), 'module p\n\ngo 1.24\n');
    writeFileSync(join(folder, 'p_test.go'), source);
    const env = { ...process.env, GOFLAGS: '-buildvcs=false', GOPROXY: 'off', GOWORK: 'off' };
    const binary = join(folder, 'p.test');
    execFileSync('go', ['test', '-c', '-o', binary], { cwd: folder, env });
    const run = (filter: string, cpus: string): string[] => {
      const args = [`-test.bench=${filter}`, '-test.benchtime=1x', `-test.cpu=${cpus}`];
      const out = execFileSync(binary, args, { cwd: folder, env, encoding: 'utf8' });
      return [...out.matchAll(/^Benchmark(\S+)\s+1\s/gm)].map(([, name]) => name ?? '');
    };
    for (const cpus of ['1', '2']) {
      const all = run(everything, cpus);
      expect(all).toHaveLength(10);
      for (const name of all) {
        const got = run(goFilter([name]), cpus);
        expect(got).toContain(name);
        // Only a name that itself ends like GOMAXPROCS brings another one along.
        expect(got.length).toBeLessThanOrEqual(2);
      }
      const some = all.filter((_, i) => i % 3 === 0);
      expect(run(goFilter(some), cpus)).toEqual(expect.arrayContaining(some));
      expect(run(goFilter(all), cpus)).toEqual(all);
    }
  });
});

it('runs what ends as the names do, for tools that know less of them', () => {
  const filter = new RegExp(endFilter(['src/a.ts > arrays > sort (a)', 'alone', 'f > x > y']));
  for (const name of ['sort (a)', 'alone', 'x > y', 'y']) expect(name).toMatch(filter);
  expect('sort (b)').not.toMatch(filter);
});
