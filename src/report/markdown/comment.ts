/**
 * The verdict as GitHub Markdown: the sticky comment and the job summary. Two lines that answer, one
 * short table of what changed, what got heavier, what to do; everything else is folded. Held to
 * GitHub's limits for any input by leaving out whole rows. The marker of the sticky comment is put
 * in front by whoever posts it.
 */
import type { Verdict } from '../../model/verdict.ts';
import { plural } from '../../text/numbers.ts';
import { type Block, fitInto, fixedBlock } from '../budget.ts';
import { countedChanges } from '../counted.ts';
import { markdownText } from '../escape.ts';
import { changed, heavier, inOrder } from '../rows/order.ts';
import {
  environmentSentence,
  MOST_WARNINGS,
  shiftSentence,
  sourceSentences,
  warningLines,
} from '../rows/sentences.ts';
import { allBenchmarksBlock, changedBlock } from './benchmarks.ts';
import { chartBlocks } from './chart.ts';
import { allFunctionsBlock, countedBlock, heavierBlock } from './functions.ts';
import { about, lead } from './lead.ts';
import { type About, link, localCommands } from './links.ts';

/**
 * The body of the pull request comment: at most `maxChars` UTF-16 units (GitHub takes 65,536
 * characters; pass less where a marker goes in front). Where nothing changed and the run has a
 * summary, two lines are all of it.
 * @throws RangeError where `maxChars` is too small for the frame (about 8,000 are enough).
 */
export function comment(
  verdict: Verdict,
  { maxChars = 65_536, ...links }: About & { readonly maxChars?: number } = {},
): string {
  const isShort = links.runUrl !== undefined && isQuiet(verdict);
  return fitInto(
    isShort ? [answer(verdict, links)] : blocks(verdict, links),
    maxChars,
    (text) => text.length,
  );
}

/**
 * The job summary: at most `maxBytes` bytes of UTF-8 (GitHub drops a summary over 1 MiB whole).
 * @throws RangeError where `maxBytes` is too small for the frame (about 16,000 are enough).
 */
export function summary(
  verdict: Verdict,
  { maxBytes = 1_048_576, ...links }: About & { readonly maxBytes?: number } = {},
): string {
  return fitInto(blocks(verdict, links), maxBytes, (text) => Buffer.byteLength(text));
}

/** The two lines of the answer alone. */
export const shortComment = (verdict: Verdict, links: About): string =>
  fitInto([answer(verdict, links)], Number.POSITIVE_INFINITY, (text) => text.length);

/** Nothing to see but the answer. */
export const isQuiet = (verdict: Verdict): boolean =>
  verdict.verdict === 'pass' &&
  changed(inOrder(verdict.comparisons)).length === 0 &&
  heavier(verdict.functions).length === 0 &&
  (verdict.shift === null || verdict.shift.verdict === 'ok') &&
  countedChanges(verdict).length === 0 &&
  !isFailing(verdict);

const isFailing = ({ warnings }: Verdict): boolean =>
  warnings.some(({ kind }) => kind === 'failed' || kind === 'unmeasured');

const answer = (verdict: Verdict, links: About): Block =>
  fixedBlock(`${lead(verdict)}${about(verdict, links)}`);

function blocks(verdict: Verdict, links: About): Block[] {
  return [
    answer(verdict, links),
    changedBlock(verdict),
    ...countedChanges(verdict).map((change) => countedBlock(change, links)),
    heavierBlock(verdict, links),
    adviceBlock(verdict),
    ...chartBlocks(verdict, links.samples),
    allBenchmarksBlock(verdict),
    allFunctionsBlock(verdict, links),
    decidedBlock(verdict),
    warningsBlock(verdict),
    fixedBlock(
      `\n<details><summary>Compare the two sides yourself</summary>\n\n${localCommands(verdict, links)}\n</details>\n`,
    ),
  ].filter((block) => block !== null);
}

function adviceBlock({ advice }: Verdict): Block | null {
  return list(advice, { open: '\n', close: '', most: 20, priority: 3 });
}

function decidedBlock(verdict: Verdict): Block | null {
  const { shift } = verdict;
  const where = environmentSentence(verdict);
  const lines = [
    ...sourceSentences(verdict),
    ...(shift === null ? [] : [shiftSentence(shift, verdict.baseline.name)]),
    ...(where === '' ? [] : [`Measured on ${where}.`]),
  ];
  return list(lines, {
    open: '\n<details><summary>How it was decided</summary>\n\n',
    close: '\n</details>\n',
    most: lines.length,
    priority: 5,
  });
}

/** Open where something failed or was not measured: then no number above means much. */
function warningsBlock(verdict: Verdict): Block | null {
  const { warnings } = verdict;
  return list(warningLines(warnings, Number.POSITIVE_INFINITY), {
    open: `\n<details${isFailing(verdict) ? ' open' : ''}><summary>${plural(warnings.length, 'warning')}</summary>\n\n`,
    close: '\n</details>\n',
    most: MOST_WARNINGS,
    priority: 4,
  });
}

function list(
  lines: readonly string[],
  { most, ...block }: { open: string; close: string; most: number; priority: number },
): Block | null {
  if (lines.length === 0) return null;
  return {
    ...block,
    total: lines.length,
    wanted: Math.min(lines.length, most),
    row: (index) => `- ${markdownText(lines[index] ?? '', 400)}\n`,
    left: (count) => `- and ${count} more, in the JSON report\n`,
  };
}

/** For the end of a summary that was shown before the artifact was there; empty without a safe link. */
export function artifactLine(artifactUrl: string): string {
  const artifact = link('The artifact of this run', artifactUrl);
  return artifact === null ? '' : `\n${artifact} has the files of both sides.\n`;
}
