/** Formats of Python beside pytest-benchmark's. */
import { expect, it } from 'vitest';
import { read, shown } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('pyperf', 'pyperf.json');
recordedFile('asv', 'asv.json');
recordedFile('timeit', 'timeit.txt');

it('pyperf’s samples have the mean that it prints', () => {
  const means = read(recorded('pyperf.json')).series.map(
    ({ samples }) => samples.reduce((sum, of) => sum + of, 0) / samples.length,
  );
  // `python -m pyperf show pyperf.json`: 88.5 us and 21.1 us.
  expect(means.map((of) => (of * 1e6).toFixed(1))).toEqual(['88.5', '21.1']);
});

it('asv’s benchmark without a result failed', () => {
  expect(read(recorded('asv.json')).warnings).toMatchObject([
    { kind: 'failed', message: 'b.time_broken failed: asv has no result of it' },
  ]);
});

it('asv’s result is read where no samples were recorded', () => {
  const text = recorded('asv.json').replaceAll('"samples"', '"other"');
  expect(shown(read(text))[0]).toBe(
    " b.TimeSuite.time_range(10, 'a') sec/op: 2.0585030142683535e-7",
  );
});

it('timeit is named by its file', () => {
  expect(shown(read('1 loop, best of 5: 2 sec per loop\n'))).toEqual([' bench sec/op: 2']);
});
