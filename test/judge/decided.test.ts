import { describe, expect, it } from 'vitest';
import { openNames } from '../../src/judge/decided.ts';
import { judged } from '../report/values.ts';

describe('a benchmark needs no more rounds', () => {
  const paired = { test: 'paired', gated: true, threshold: 0.05, worst: 0.4 } as const;
  const wall = judged({ ...paired, unit: 'sec/op', verdict: 'ok' });
  const cpu = judged({ ...paired, unit: 'cpu-sec/op', verdict: 'slower' });
  it.each([
    ['whose CPU time is slower, whatever its wall time leaves open', [wall, cpu], 0],
    [
      'nor the other way',
      [
        { ...wall, verdict: 'slower' },
        { ...cpu, verdict: 'suspect' },
      ],
      0,
    ],
    ['but where CPU time only looks so', [wall, { ...cpu, verdict: 'suspect' }], 1],
    ['or is faster', [wall, { ...cpu, verdict: 'faster' }], 1],
    ['or cannot have got slower', [wall, { ...cpu, verdict: 'ok', worst: 0.01 }], 1],
    ['or is not gated', [wall, { ...cpu, gated: false }], 1],
    ['or is of another benchmark', [wall, { ...cpu, benchmark: 'Other' }], 1],
    ['or of another package', [wall, { ...cpu, package: 'other' }], 1],
    [
      'and of other units each is asked',
      [
        {
          ...wall,
          unit: 'B/op',
          worst: 0.4,
          base: { center: 1e3, n: 1, runs: 1 },
          head: { center: 2e3, n: 1, runs: 1 },
        },
        cpu,
      ],
      1,
    ],
  ] as const)('%s', (_, rows, open) => {
    expect(openNames({ comparisons: rows })).toHaveLength(open);
  });
});
