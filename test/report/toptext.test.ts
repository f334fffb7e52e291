import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FunctionTable } from '../../src/model/run.ts';
import { peekText } from '../../src/report/peektext.ts';
import { functionDiffText, topText } from '../../src/report/toptext.ts';
import { treeText } from '../../src/report/treetext.ts';
import { commandsIn, functionComparison, HOSTILE, profile, UNSEEN } from './values.ts';

const recorded = (name: string): string =>
  readFileSync(new URL(`testdata/pprof/${name}`, import.meta.url), 'utf8')
    .replace(/ \((?:partial-)?inline\)$/gm, '')
    .replace(/^(?:File|Build ID|Time|Duration): .*\n/gm, '');

/** The untrimmed table in base units that `go tool pprof` printed. See testdata/pprof. */
function recordedTable(name: string): FunctionTable {
  const text = recorded(`${name}.raw.txt`);
  const [, total = ''] = / of (\d+)\S* total/.exec(text) ?? [];
  const unit = { cpu: 'nanoseconds', alloc_space: 'bytes' }[name] ?? 'count';
  const rows = text.matchAll(/^ *(\d+)\S* +\S+% +\S+% +(\d+)\S* +\S+% {2}(.*)$/gm);
  return {
    source: name,
    sampleType: { type: name, unit },
    total: Number(total),
    samples: 1,
    functions: [...rows].map(([, flat, cum, function_ = '']) => ({
      ...{ name: function_, file: '', line: 0 },
      ...{ flat: Number(flat), cum: Number(cum) },
    })),
  };
}

it.each(['cpu', 'alloc_space', 'alloc_objects'])('%s prints as go tool pprof -top', (name) => {
  const table = recordedTable(name);
  expect(table.functions.length).toBeGreaterThan(20);
  expect(topText(table)).toBe(recorded(`${name}.top.txt`));
});

it('an empty profile is a table without rows', () => {
  const table: FunctionTable = {
    source: 'x',
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    total: 0,
    samples: 0,
    functions: [],
  };
  expect(topText(table).split('\n')[1]).toBe('Showing nodes accounting for 0, 0% of 0 total');
});

describe('two profiles', () => {
  it('show fractions of their own totals and the change in points', () => {
    const small = functionComparison({
      name: 'tiny',
      base: { flat: 1, cum: 1, flatFraction: 0.001, cumFraction: 0.001 },
      head: { flat: 0, cum: 0, flatFraction: 0, cumFraction: 0 },
    });
    const untested = functionComparison({ name: 'main.main', file: '', p: null, flatDelta: -0.02 });
    const text = functionDiffText(profile({ functions: [functionComparison(), untested, small] }));
    expect(text).toBe(
      [
        'Type: cpu',
        'base: 10s in 1000 samples, 5 profiles',
        'head: 10s in 1000 samples, 3 profiles',
        'Dropped 1 function (cum < 0.5% on both sides)',
        'base flat  head flat    delta  base cum  head cum       p  function',
        '     8.1%      13.5%  +5.4 pp      9.0%     14.0%  <0.001  codec.(*Encoder).Escape[go.shape.int] (kit/codec/escape.go:41)',
        '     8.1%      13.5%  -2.0 pp      9.0%     14.0%       -  main.main',
        '',
      ].join('\n'),
    );
  });
});

it.each(Object.entries(HOSTILE))('hostile %s changes nothing but its cell', (_, text) => {
  const sampleType = { type: text, unit: text };
  const row = { name: text, file: text, line: 1, flat: 1, cum: 1 };
  const top = topText({ source: text, sampleType, total: 1, samples: 1, functions: [row] });
  const both = functionDiffText(
    profile({ sampleType, functions: [functionComparison({ name: text, file: text })] }),
  );
  const table = { source: text, sampleType, total: 1, samples: 1, functions: [row] };
  const tree = treeText(table, () => [{ caller: text, callee: text, value: 1 }]);
  const side = { total: 1, flat: 1, cum: 1, callers: new Map([[text, 1]]), callees: new Map() };
  const peeked = peekText([{ function: row, base: side, head: side }], sampleType);
  expect(peeked.split('\n')).toHaveLength(5);
  expect(commandsIn(top + both + tree + peeked)).toEqual([]);
  expect((top + both + tree + peeked).replaceAll('\t', '')).not.toMatch(UNSEEN);
  expect(tree.split('\n')).toHaveLength(10);
  expect(top.split('\n')).toHaveLength(5);
  expect(both.split('\n')).toHaveLength(6);
});
