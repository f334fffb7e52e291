/** Every report of the gate has the words of schema 2, and none of those before it. */
import { describe, expect, it } from 'vitest';
import { advice } from '../../src/judge/advice.ts';
import { headline } from '../../src/judge/headline.ts';
import type { ComparisonVerdict } from '../../src/model/comparison.ts';
import type { FunctionVerdict } from '../../src/model/functions.ts';
import type { GateVerdict, Verdict } from '../../src/model/verdict.ts';
import { annotations } from '../../src/report/annotations.ts';
import { gateCsv } from '../../src/report/csv.ts';
import { gateJson } from '../../src/report/json.ts';
import { gateJunit } from '../../src/report/junit.ts';
import { comment, summary } from '../../src/report/markdown/comment.ts';
import { gateText } from '../../src/report/text.ts';
import { plainText } from '../../src/text/marked.ts';
import {
  confirmed,
  judged,
  judgedFunction,
  ok,
  rounds,
  shift,
  suspect,
  verdict,
} from './values.ts';

const gates: readonly GateVerdict[] = ['pass', 'fail', 'suspect', 'incomplete', 'no-baseline'];
const rows: Readonly<Record<ComparisonVerdict, string>> = {
  slower: 'slower',
  suspect: 'suspect',
  faster: 'faster',
  ok: 'ok',
  'moved-with-suite': 'moved with the suite',
  new: 'new',
  missing: 'missing',
  'not-run': 'not run',
};
const functions: Readonly<Record<FunctionVerdict, string>> = {
  ...rows,
  slower: 'heavier',
  faster: 'lighter',
  moved: 'moved',
};

/** One row of every verdict, under this answer. */
function everything(answer: GateVerdict): Verdict {
  const of = verdict({
    verdict: answer,
    comparisons: [
      ...Object.keys(rows).map((word) =>
        judged({ benchmark: word, verdict: word as ComparisonVerdict }),
      ),
      ...[confirmed(), suspect('S', { test: 'paired' }), ok('Blind', { blind: true })],
    ],
    functions: Object.keys(functions).map((word) =>
      judgedFunction({ name: word, verdict: word as FunctionVerdict }),
    ),
    shift: shift({ verdict: 'suspect' }),
    rounds: rounds(),
  });
  return {
    ...of,
    headline: plainText(headline(answer, of)),
    sentence: headline(answer, of),
    advice: advice(of, undefined),
  };
}

const reports: Readonly<Record<string, (of: Verdict) => string>> = {
  text: gateText,
  comment: (of) => comment(of),
  summary: (of) => summary(of),
  json: gateJson,
  csv: gateCsv,
  junit: (of) => gateJunit(of, { failOn: ['regression'], status: 1 }),
  annotations: (of) => JSON.stringify(annotations(of, { resolve: () => null })),
};

describe.each(gates)('%s', (answer) => {
  it.each(Object.entries(reports))('as %s has no word of schema 1', (_, print) => {
    expect(print(everything(answer))).not.toMatch(
      /inconclusive|regressed|\bunchanged\b|\bimproved\b|undecided|not decided|Holm|within-history/i,
    );
  });
});

it('rows and functions are called what they are', () => {
  const all = comment(everything('fail'));
  const [, comparisons = '', table = ''] = all.split('<details><summary>All ');
  for (const [verdict, word] of Object.entries(rows)) {
    expect(comparisons).toMatch(new RegExp(`^\\| <code>${verdict}<.*\\| ${word}[^|]*\\|$`, 'm'));
  }
  for (const [verdict, word] of Object.entries(functions)) {
    expect(table).toMatch(new RegExp(`^\\| <code>${verdict}<.*\\| ${word}[^|]*\\|$`, 'm'));
  }
});

it('a change is spelt one way in a report', () => {
  const slow = judged({ delta: 0.8876, own: 0.8876, ci: [0.8, 0.95] });
  const of = verdict({ comparisons: [slow], functions: [] });
  const said = { ...of, headline: plainText(headline('fail', of)), sentence: headline('fail', of) };
  expect(said.headline).toContain('89 % slower');
  for (const print of [gateText, comment]) {
    expect(print(said)).toMatch(/\b89 %/);
    expect(print(said)).not.toMatch(/88\.\d|\d%/);
  }
});
