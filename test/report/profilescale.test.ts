import { expect, it } from 'vitest';
import { commonProfileUnit, profilePercent, profileValue } from '../../src/report/profilescale.ts';

// Expected texts as `go tool pprof` prints them; goldens of whole tables are in toptext.test.ts.
it.each([
  [0, 'nanoseconds', '0'],
  [10_000_000, 'nanoseconds', '10ms'],
  [1_234_567_890, 'nanoseconds', '1.23s'],
  [7200e9, 'nanoseconds', '2hrs'],
  [-1500, 'microseconds', '-1.50ms'],
  [24_996_015, 'bytes', '23.84MB'],
  [512, 'bytes', '512B'],
  [1024 ** 5, 'B', '1PB'],
  [1219, 'count', '1219'],
  [3, 'goroutine', '3'],
])('%d %s alone is %s', (value, unit, text) => {
  expect(profileValue(value, unit)).toBe(text);
});

it('a table has the unit of its smallest row, unless the total is far larger', () => {
  const row = (flat: number, cum = flat) => ({ flat, cum });
  expect(commonProfileUnit([row(10e6), row(50e6)], 60e6, 'nanoseconds')).toBe('ms');
  expect(commonProfileUnit([row(10e6), row(990e6)], 1e9, 'nanoseconds')).toBe('ms');
  expect(commonProfileUnit([row(10e6), row(5e9)], 5.01e9, 'nanoseconds')).toBe('s');
  expect(commonProfileUnit([row(0, 10e6), row(1.5e9)], 1.5e9, 'nanoseconds')).toBe('s');
  expect(commonProfileUnit([row(0, 0)], 0, 'nanoseconds')).toBe('s');
  expect(commonProfileUnit([row(3)], 3, 'count')).toBe('count');
  expect(profileValue(5, 'count', 'count')).toBe('5');
});

it.each([
  [1, 1, '  100%'],
  [99_949, 100_000, '99.95%'],
  [99_951, 100_000, '  100%'],
  [1, 20, ' 5.00%'],
  [1, 200, '  0.5%'],
  [1, 800, ' 0.12%'],
  [3, 4000, '0.075%'],
  [1, 10_000_000, '1e-05%'],
  [996, 100_000, '    1%'],
  [0, 5, '    0%'],
  [5, 0, '    0%'],
  [-1, 20, ' 5.00%'],
])('%d of %d is %j', (value, total, text) => {
  expect(profilePercent(value, total)).toBe(text);
});
