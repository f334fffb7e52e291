import { describe, expect, it } from 'vitest';
import type { MeasuredIn } from '../../../src/model/evidence.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { comment } from '../../../src/report/markdown/comment.ts';
import { HOSTILE, judged, ok, suspect, verdict } from '../values.ts';

const run = (commit: string, ...samples: number[]): MeasuredIn => ({
  ...{ commit, samples, time: '', environment: {}, round: null },
});
const hash = (letter: string) => letter.repeat(40);
const stored = [
  run(hash('c'), 1.3e-6, 1.1e-6, 1.2e-6),
  run('not a hash', 1.2e-6),
  run(hash('a'), 1.1e-6, 1.3e-6),
];
const here = { ...run(hash('b'), 9), round: 1 };
const measured = { base: [...stored, here], head: [run('', 1.5e-6), here] };

const charts = (of: Partial<Verdict>, samples: (row: { benchmark: string }) => typeof measured) =>
  [...comment(verdict(of), { samples }).matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(
    ([, text]) => text,
  );

it('is a line over the stored runs, the oldest first, and this one; without rounds', () => {
  expect(charts({}, () => measured)).toEqual([
    `xychart-beta
  title "Encode/size=4k-2"
  x-axis ["aaaaaa", "2", "cccccc", "now"]
  y-axis "µs/op" 0 --> 1.65
  line [1.2, 1.2, 1.2, 1.5]`,
  ]);
});

it('is of what is slower or a suspect, three at most', () => {
  const rows = [judged(), suspect('B'), suspect('C'), suspect('D'), ok('E')];
  expect(charts({ comparisons: rows }, () => measured)).toHaveLength(3);
  expect(charts({ comparisons: [ok('E')] }, () => measured)).toEqual([]);
});

it('is not drawn of fewer than three runs, nor of what cannot be drawn', () => {
  expect(charts({}, () => ({ ...measured, base: stored.slice(1) }))).toEqual([]);
  expect(charts({}, () => ({ ...measured, head: [] }))).toEqual([]);
  expect(charts({}, () => ({ ...measured, head: [run('', 1e300)] }))).toEqual([]);
});

describe('names', () => {
  it.each(Object.entries(HOSTILE))('%s cannot leave the quotes', (_, name) => {
    const rows = [judged({ benchmark: name, package: 'p', unit: name })];
    for (const text of charts({ comparisons: rows }, () => measured)) {
      const lines = text?.split('\n') ?? [];
      expect(lines).toHaveLength(5);
      expect(lines[1]).toMatch(/^ {2}title "[^"<>&`%{}[\];#]{1,80}"$/u);
      expect(lines[3]).toMatch(/^ {2}y-axis "[^"<>&`%{}[\];#]{1,90}" 0 --> [\d.e+-]+$/u);
    }
  });
});
