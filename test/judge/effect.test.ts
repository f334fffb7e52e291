import { expect, it } from 'vitest';
import { effect } from '../../src/judge/effect.ts';
import type { HeadlineInput } from '../../src/judge/pieces.ts';
import type { JudgedFunction } from '../../src/model/functions.ts';
import { judged, judgedFunction, side, verdict as whole } from '../report/values.ts';

const row = judged({
  benchmark: 'Encode',
  base: side(8e-6),
  head: side(12e-6),
  delta: 0.5,
  own: 0.5,
});
const grew = (base: number, head: number, more: Partial<JudgedFunction> = {}) =>
  judgedFunction({
    ...{ name: 'example.com/kit/codec.appendEscaped', file: 'codec/escape.go', line: 24 },
    perOp: { unit: 'sec/op', base, head, benchmarks: 1 },
    seen: { base: 100, head: 400, baseSamples: 1000, headSamples: 1000, dispersion: 1 },
    ...more,
  });
const input = (more: Partial<HeadlineInput>): HeadlineInput => ({
  ...whole({ functions: [], profiles: [], shift: null, warnings: [], comparisons: [row] }),
  ...more,
});

it.each([
  [
    'a part',
    grew(1e-6, 4.8e-6),
    [
      'Encode takes 4.000 µs longer an operation; codec.appendEscaped accounts for 3.800 µs of that.',
    ],
  ],
  [
    'all, where shares say a little more',
    grew(1e-6, 5.1e-6),
    ['Encode takes 4.000 µs longer an operation; codec.appendEscaped accounts for all of that.'],
  ],
  ['hardly any', grew(1e-6, 1.2e-6), []],
  [
    'a profile of several benchmarks',
    grew(1e-6, 4.8e-6, { perOp: { unit: 'sec/op', base: 1e-6, head: 4.8e-6, benchmarks: 3 } }),
    [],
  ],
  ['no time an operation', grew(1e-6, 4.8e-6, { perOp: null }), []],
])('%s', (_, of, expected) => {
  expect(
    effect(input({ functions: [of] })).map((line) => line.replace(/^\S*Encode/, 'Encode')),
  ).toEqual(expected);
});

it('nothing where no function is named', () => {
  expect(effect(input({ functions: [] }))).toEqual([]);
});
