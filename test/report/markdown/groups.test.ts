/** The comment and the summary of a gate of several groups. */
import { describe, expect, it } from 'vitest';
import { overGroups } from '../../../src/judge/groups.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { groupsComment, groupsSummary } from '../../../src/report/markdown/groups.ts';
import { HOSTILE, ok, verdict } from '../values.ts';

const group = (name: string, changes: Partial<Verdict> = {}) => ({
  ...{ name, verdict: verdict(changes) },
  links: {},
});
const many = (count: number, changes: Partial<Verdict> = {}) =>
  Array.from({ length: count }, (_, i) => group(`g${i}`, changes));
const large = Array.from({ length: 2000 }, (_, i) => ok(`Some/long/name/of/a/benchmark/${i}`));

const sections = (text: string): string[] => text.match(/^### .*$/gm) ?? [];
const overall = (groups: ReturnType<typeof many>, max: number) => ({
  over: overGroups(groups, false),
  runUrl: 'https://github.com/o/r/actions/runs/1',
  max,
});

describe('a comment of groups', () => {
  it('answers first, names the gate and the run once, and has the worst section first', () => {
    const groups = [
      group('good', { verdict: 'pass', comparisons: [], functions: [] }),
      group('bad'),
    ];
    const text = groupsComment(groups, overall(groups, 65_000));
    expect(text).toMatch(/^❌ <b>bad: /);
    expect(text.match(/all numbers/g)).toHaveLength(1);
    expect(sections(text)).toEqual(['### ❌ bad', '### ✅ good']);
    // What changed, and all of it folded, is of each group.
    expect(text.indexOf('| benchmark |')).toBeGreaterThan(text.indexOf('### ❌ bad'));
  });

  it.each([1, 3, 20, 100, 1000])(
    'of %d large groups holds to its limit, and counts what it leaves out',
    (count) => {
      const groups = many(count, { comparisons: large });
      const text = groupsComment(groups, overall(groups, 65_000));
      expect(text.length).toBeLessThanOrEqual(65_000);
      const left = count - sections(text).length;
      expect(text.includes('more group')).toBe(left > 0 || count > 1);
      if (left > 0) expect(text).toContain(`and ${left} more groups, in the JSON report`);
      expect(sections(text).length).toBeGreaterThan(Math.min(count, 50) - 1);
      expect(text).toContain('<details>');
      const summary = groupsSummary(groups, {
        ...overall(groups, 1_000_000),
        problem: 'x'.repeat(5000),
      });
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
      expect(sections(summary)).toHaveLength(count);
    },
  );

  it('says above all why shards are missing, and nothing that it names is more than text', () => {
    for (const text of Object.values(HOSTILE)) {
      const groups = [group('a', { headline: text })];
      const shown = groupsSummary(groups, {
        ...overall(groups, 1_000_000),
        problem: `It says ${text}`,
      });
      expect(shown).toMatch(/^🚧 <b>/);
      expect(shown).not.toContain('<script');
      expect(shown).not.toMatch(/(^|\s)@octo/);
      expect(shown).not.toContain('<!-- flamegate');
    }
  });
});
