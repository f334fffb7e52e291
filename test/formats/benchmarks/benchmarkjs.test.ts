/** The lines of benchmark.js. */
import { expect, it } from 'vitest';
import { read, shown } from './read.ts';
import { recordedFile } from './recorded.ts';

recordedFile('benchmark.js', 'benchmarkjs.txt');

it.each([
  ['b x 1,2', 'b has no number of operations a second'],
  ['b x fast ops/sec ±1.00% (3 runs sampled)\n', 'b has no number of operations a second'],
])('tells a line that is cut or broken: %j', (line, message) => {
  const { series, warnings } = read(`a x 1,234 ops/sec ±1.00% (80 runs sampled)\n${line}`);
  expect(series.map((of) => [of.benchmark, of.samples])).toEqual([['a', [1234]]]);
  expect(warnings.map((of) => [of.kind, of.line, of.message])).toEqual([['lost', 2, message]]);
});

it('has fractions, names with an x in them, and why one failed', () => {
  const { series, warnings } = read(
    'a x b x 0.52 ops/sec +/-1.00% (5 runs sampled)\nc: TypeError: no x\nFastest is a x b\n',
  );
  expect(shown({ series, warnings, environment: {} })).toEqual([' a x b ops/s: 0.52']);
  expect(warnings.map((of) => of.message)).toEqual(['c failed: TypeError: no x']);
});
