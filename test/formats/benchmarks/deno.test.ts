/** The JSON of deno bench. */
import { expect, it } from 'vitest';
import { seenFrom } from '../../../src/formats/benchmarks/seenfrom.ts';
import { read } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('deno', 'deno.json');

it('has files as they are seen from a directory', () => {
  const names = (top: string) => {
    const { bytes } = seenFrom({ file: 'f', bytes: Buffer.from(recorded('deno.json')) }, top);
    return read(bytes).series.map((of) => of.benchmark);
  };
  expect(names('/w/repo')).toEqual([
    'bench/deno_bench.js > alone',
    'bench/deno_bench.js > arrays > sort',
    'bench/deno_bench.js > arrays > reverse',
  ]);
  expect(names('/w/rep')[0]).toBe('/w/repo/bench/deno_bench.js > alone');
});

it('tells a benchmark without a result', () => {
  const of = JSON.parse(recorded('deno.json')) as { benches: { results: unknown[] }[] };
  for (const bench of of.benches.slice(0, 1)) bench.results = [];
  const { warnings } = read(JSON.stringify(of));
  expect(warnings.filter(({ kind }) => kind === 'lost').map(({ message }) => message)).toEqual([
    '/w/repo/bench/deno_bench.js > alone has no result',
  ]);
});
