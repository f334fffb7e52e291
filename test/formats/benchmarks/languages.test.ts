/** Julia's BenchmarkTools, Ruby's benchmark-ips, PHPBench, Haskell's criterion and tasty-bench. */
import { expect, it } from 'vitest';
import { read, shown, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('julia', 'julia.json');
recordedFile('benchmark-ips', 'benchmarkips.json');
recordedFile('phpbench', 'phpbench.xml');
recordedFile('haskell', 'criterion-haskell.csv');
recordedFile('haskell', 'tastybench.csv');

it('BenchmarkTools: what is neither a group nor a trial is lost, and several values are told apart', () => {
  const about = { Julia: '1.11', BenchmarkTools: '1.6.0' };
  const trial = ['Trial', { times: [1], gctimes: [0], memory: 0, allocs: 0 }];
  const group = ['BenchmarkGroup', { data: { a: trial, b: ['TrialRatio', {}], c: 3 } }];
  const got = read(JSON.stringify([about, [group, trial]]));
  expect(shown(got).filter((of) => of.includes(' sec/op'))).toEqual([
    ' 1/a sec/op: 1e-9',
    ' 2 sec/op: 1e-9',
  ]);
  expect(told(got.warnings)).toEqual([
    'lost undefined: 1/b is neither a group nor a trial nor an estimate',
    'lost undefined: 1/c is neither a group nor a trial nor an estimate',
  ]);
});

it('benchmark-ips: cycles where there are, and what has no name is lost', () => {
  const got = read(
    JSON.stringify([
      { name: 'a', ips: 2, cycles: 1, samples: [1, 3] },
      { ips: 2, cycles: 1 },
    ]),
  );
  expect(shown(got)).toEqual([' a ops/s: 1 3']);
  expect(told(got.warnings)).toEqual(['lost undefined: the report 2 has no name']);
});

it('PHPBench: what failed is told, and a variant without iterations is lost', () => {
  const text = recorded('phpbench.xml');
  expect(told(read(text).warnings)).toEqual([
    'failed undefined: App\\HashBench::benchBroken failed: no such algorithm',
  ]);
  const none = text.replace(/<errors>[\s\S]*<\/errors>/, '');
  expect(told(read(none).warnings)).toEqual([
    'lost undefined: App\\HashBench::benchBroken has no iteration',
  ]);
  expect(() => read(text.slice(0, -20))).toThrow(
    /is not whole XML, was it cut off\? <suite> is not closed/,
  );
});

it('Haskell: several programs may write to one file', () => {
  const text = recorded('tastybench.csv');
  expect(read(text + text).series[0]?.samples).toHaveLength(2);
});
