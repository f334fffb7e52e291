import { describe, expect, it } from 'vitest';
import { diffMarkdown } from '../../../src/report/markdown/diff.ts';
import {
  commandsIn,
  functionComparison,
  HOSTILE,
  judged,
  profile,
  UNSEEN,
  verdict,
} from '../values.ts';

const sides = { old: 'old.txt', now: 'new.txt' };

describe('a diff as Markdown', () => {
  it('is a table for benchmarks and one for each kind of profile, and the warnings', () => {
    const of = verdict({
      comparisons: [judged({ reason: 'slower than main' })],
      profiles: [profile({ functions: [functionComparison()] })],
      warnings: [{ kind: 'policy', message: 'unlike machines' }],
    });
    const text = diffMarkdown(of, sides);
    expect(text).toMatch(/^### old.txt → new.txt\n/);
    expect(text).toContain('| benchmark | old | new | change | 95% interval | p |');
    expect(text).toContain('**cpu**');
    expect(text).toContain('- warning: unlike machines');
    expect(text).not.toContain('main');
  });

  it('fits into a comment, and counts what it leaves out', () => {
    const functions = Array.from({ length: 5000 }, (_, i) => functionComparison({ name: `f${i}` }));
    const text = diffMarkdown(
      verdict({ comparisons: [], profiles: [profile({ functions })] }),
      sides,
    );
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/\d+ functions left out here/);
  });

  it.each(Object.entries(HOSTILE))('hostile %s changes nothing but its cell', (_, text) => {
    const functions = [functionComparison({ name: text, file: text })];
    const of = verdict({
      comparisons: [judged({ benchmark: text, unit: text })],
      profiles: [profile({ functions, sampleType: { type: text, unit: text } })],
    });
    const out = diffMarkdown(of, { old: text, now: text });
    expect(commandsIn(out)).toEqual([]);
    expect(out).not.toMatch(UNSEEN);
  });
});
