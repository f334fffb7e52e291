/** The verdicts on profiles that Go recorded (eval/profiles/record.sh, packed by pack.ts). */
import { describe, expect, it } from 'vitest';
import { judged } from '../../eval/profiles/main.ts';
import { recorded, runOf } from '../../eval/profiles/recorded.ts';
import type { JudgedFunction } from '../../src/model/functions.ts';

const views = { inlines: recorded({ inlines: true }), plain: recorded({ inlines: false }) };

function verdicts(
  kind: string,
  stored: number,
  heads: number,
  view: keyof typeof views = 'inlines',
) {
  const of = (wanted: string) => views[view].filter((profile) => profile.kind === wanted);
  const base = of('base').slice(0, stored);
  const head = kind === 'base' ? of('base').slice(-heads) : of(kind).slice(0, heads);
  return judged(
    base.map((profile) => runOf([profile])),
    runOf(head),
  );
}

const called = (rows: readonly JudgedFunction[], verdict: string): string[] =>
  rows
    .filter((row) => row.verdict === verdict && row.gated)
    .map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
    .sort();

describe('25 stored runs, three profiles of the head, of the example module', () => {
  it('as it is: nothing regressed, improved or moved', () => {
    const rows = verdicts('base', 25, 3);
    expect(rows.filter(({ p }) => p !== null).length).toBeGreaterThan(10);
    for (const verdict of ['slower', 'faster', 'moved']) {
      expect(called(rows, verdict)).toEqual([]);
    }
  });

  it('with one function doing twice the work: that one and no other', () => {
    expect(called(verdicts('double', 25, 3), 'slower')).toEqual(['parse.timestamp']);
  });

  it('with one function renamed, one inlined by hand, one cut in two: moved', () => {
    const rows = verdicts('moved', 25, 3);
    expect(called(rows, 'slower')).toEqual([]);
    expect(called(rows, 'moved')).toEqual(
      expect.arrayContaining(['codec.plainPrefix', 'index.(*Index).add', 'parse.readTime']),
    );
  });

  it('built with -gcflags=-l, seen without inlined frames: moved', () => {
    const rows = verdicts('inline', 25, 3, 'plain');
    expect(called(rows, 'slower')).toEqual([]);
    expect(called(rows, 'moved')).toEqual(['index.(*Index).add', 'index.nextWord']);
    const row = rows.find(({ name }) => name.endsWith('index.nextWord'));
    expect(row?.reason).toBe(
      'moved from example.com/ledger/index.(*Index).add to example.com/ledger/index.nextWord: their sum is unchanged',
    );
  });

  it('built so that the checksum really costs twice: no excuse', () => {
    expect(called(verdicts('inlineall', 25, 3), 'slower')).toContain('codec.Checksum');
  });

  it("interrupted by Go's scheduler: shown and not gated", () => {
    const rows = verdicts('preempt', 25, 3);
    expect(called(rows, 'slower')).toEqual([]);
    const row = rows.find(({ name }) => name === 'runtime.asyncPreempt');
    expect(row).toMatchObject({ verdict: 'slower', gated: false });
  });
});
