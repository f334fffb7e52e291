/**
 * The verdict as GitHub Markdown: the sticky comment and the job summary. The headline first, one
 * short table of what matters, what got heavier, what to do; everything else is folded. Held to
 * GitHub's limits for any input by leaving out whole rows. The marker of the sticky comment is put
 * in front by whoever posts it.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import type { Shift, Verdict } from '../model/verdict.ts';
import { benchmarkNames } from '../text/names.ts';
import { changeCell, counted, interval, percent, plural, share, signed } from '../text/numbers.ts';
import { quantity, rowScale } from '../text/quantity.ts';
import { type Block, fitInto, fixedBlock } from './budget.ts';
import { type CountedChange, countedCells, countedChanges } from './counted.ts';
import { markdownCode, markdownText } from './escape.ts';
import {
  byChance,
  canSee,
  changed,
  countByVerdict,
  countByWeight,
  functionsInOrder,
  functionTitle,
  functionWords,
  heavier,
  inOrder,
  isExact,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  verdictAndSight,
  verdictWords,
  whyOf,
} from './rows/matters.ts';
import {
  environmentSentence,
  MOST_WARNINGS,
  mark,
  markWords,
  shiftReason,
  shiftSentence,
  sourceSentences,
  warningLines,
} from './rows/sentences.ts';
import { pp, ppInterval } from './scale.ts';

/** Where the reader finds more; addresses made by us, not taken from the pull request. */
export interface MarkdownLinks {
  readonly artifactUrl?: string;
  readonly runUrl?: string;
  /** Where the code that wrote this can be had: plain words of a shell. */
  readonly source?: { readonly url: string; readonly ref: string };
}

const MOST_CHANGED = 10;
const MOST_HEAVIER = 10;
const MOST_FUNCTIONS = 100;

/**
 * The body of the pull request comment: at most `maxChars` UTF-16 units (GitHub takes 65,536
 * characters; pass less where a marker goes in front).
 * @throws RangeError where `maxChars` is too small for the frame (about 8,000 are enough).
 */
export function comment(
  verdict: Verdict,
  { maxChars = 65_536, ...links }: MarkdownLinks & { readonly maxChars?: number } = {},
): string {
  return fitInto(blocks(verdict, links), maxChars, (text) => text.length);
}

/**
 * The job summary: at most `maxBytes` bytes of UTF-8 (GitHub drops a summary over 1 MiB whole).
 * @throws RangeError where `maxBytes` is too small for the frame (about 16,000 are enough).
 */
export function summary(
  verdict: Verdict,
  { maxBytes = 1_048_576, ...links }: MarkdownLinks & { readonly maxBytes?: number } = {},
): string {
  return fitInto(blocks(verdict, links), maxBytes, (text) => Buffer.byteLength(text));
}

function blocks(verdict: Verdict, links: MarkdownLinks): Block[] {
  const ordered = inOrder(verdict.comparisons);
  const name = benchmarkNames(verdict.comparisons);
  return [
    fixedBlock(
      `### ${mark(verdict.verdict)} ${markWords(verdict.verdict)}${markdownText(verdict.headline, 400)}\n`,
    ),
    changedBlock(changed(ordered), verdict, name),
    ...countedChanges(verdict).map(countedBlock),
    heavierBlock(heavier(verdict.functions)),
    adviceBlock(verdict),
    comparisonsBlock(ordered, name),
    functionsBlock(functionsInOrder(verdict.functions)),
    baselineBlock(verdict),
    warningsBlock(verdict),
    fixedBlock(footer(links)),
  ].filter((block) => block !== null);
}

type Name = (row: JudgedComparison) => string;

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |\n`;
const HEAVIER_HEADINGS = `${cells('', 'function', 'at', 'profile', 'base', 'head', 'change', 'why')}|---|---|---|---|--:|--:|--:|---|\n`;
const FUNCTION_HEADINGS = `${cells('', 'function', 'at', 'profile', 'base', 'head', 'change', '95 % interval', 'by chance', 'why')}|---|---|---|---|--:|--:|--:|--:|--:|---|\n`;
const strong = (text: string, yes: boolean): string => (yes ? `**${text}**` : text);
const chance = (row: Parameters<typeof byChance>[0]): string => byChance(row).replace('<', '&lt;');

/** The centres of a row in one scale, with their unit. */
function centers(row: JudgedComparison): [base: string, head: string] {
  const sides = [row.base, row.head];
  const known = sides.flatMap((side) => (side === null ? [] : [side.center]));
  const scale = rowScale(known, row.unit, isExact(row));
  const [base = '-', head = '-'] = sides.map((side) =>
    side === null
      ? '-'
      : row.test === 'counted'
        ? counted(side.center)
        : markdownText(quantity(side.center, row.unit, scale), 60),
  );
  return [base, head];
}

function changeOf(row: JudgedComparison): string {
  return row.base === null || row.head === null ? '-' : changeCell(row.delta, row.unit);
}

/** The one table that everybody reads; what the whole suite did is its first row where that counts. */
function changedBlock(
  rows: readonly JudgedComparison[],
  { shift, baseline }: Verdict,
  name: Name,
): Block | null {
  const together = shift === null || shift.verdict === 'ok' ? [] : [shiftRow(shift, baseline.name)];
  const total = together.length + rows.length;
  if (total === 0) return null;
  return {
    open: `\n${cells('', 'benchmark', 'base', 'head', 'change', 'why')}|---|---|--:|--:|--:|---|\n`,
    close: '',
    total,
    wanted: Math.min(total, MOST_CHANGED),
    row: (index) => together[index] ?? changedRow(rows[index - together.length], name),
    left: (count) => `\nand ${plural(count, 'row')} more, folded below\n`,
    priority: 1,
  };
}

function changedRow(row: JudgedComparison | undefined, name: Name): string {
  if (row === undefined) return '';
  const grave = row.verdict === 'slower' && row.gated;
  return cells(
    strong(markdownText(verdictAndSight(row), 60), grave),
    markdownCode(name(row)),
    ...centers(row),
    strong(changeOf(row), grave),
    markdownText(whyOf(row), 200),
  );
}

function shiftRow(shift: Shift, base: string): string {
  const grave = shift.verdict === 'slower';
  return cells(
    strong(shift.verdict, grave),
    `all ${shift.benchmarks} benchmarks together`,
    '-',
    '-',
    strong(signed(shift.delta), grave),
    markdownText(shiftReason(shift, base), 200),
  );
}

function heavierBlock(rows: readonly JudgedFunction[]): Block | null {
  if (rows.length === 0) return null;
  return {
    open: `\n**What got heavier**\n\n${HEAVIER_HEADINGS}`,
    close: '',
    total: rows.length,
    wanted: Math.min(rows.length, MOST_HEAVIER),
    row: (index) => functionRow(rows[index]),
    left: (count) => `\nand ${plural(count, 'function')} more, folded below\n`,
    priority: 2,
  };
}

function countedBlock({ title, rows, rest }: CountedChange): Block {
  const headings = cells(markdownText(title, 160), 'at', 'base', 'head', 'change');
  return {
    open: `\n${headings}|---|---|--:|--:|--:|\n`,
    close: rest === '' ? '' : `\n${rest}\n`,
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === undefined) return '';
      const place = sourcePlace(row);
      return cells(
        markdownCode(row.name),
        place === '' ? '-' : markdownCode(place, 80),
        ...countedCells(row),
      );
    },
    left: leftOut('function'),
    priority: 2,
  };
}

/** `evidence`: with the columns of the folded table. */
function functionRow(row: JudgedFunction | undefined, evidence = false): string {
  if (row === undefined) return '';
  const place = sourcePlace(row);
  const grave = row.verdict === 'slower' && row.gated;
  return cells(
    strong(functionWords(row), grave),
    markdownCode(functionTitle(row)),
    place === '' ? '-' : markdownCode(place, 80),
    markdownText(row.sampleType.type, 30),
    share(row.base.flatFraction),
    share(row.head.flatFraction),
    strong(pp(row.adjustedDelta), grave),
    ...(evidence ? [row.ci === null ? '-' : ppInterval(row.ci), chance(row)] : []),
    markdownText(reasonAndCost(row), 200),
  );
}

function adviceBlock({ advice }: Verdict): Block | null {
  return list(advice, { open: '\n', close: '', most: 20, priority: 3 });
}

function comparisonsBlock(rows: readonly JudgedComparison[], name: Name): Block | null {
  if (rows.length === 0) return null;
  const headings = cells(
    ...['', 'benchmark', 'base', 'runs', 'head', 'change', '95 % interval', 'by chance'],
    ...['threshold', 'can see', 'why'],
  );
  return {
    open: `\n<details><summary>All comparisons (${countByVerdict(rows)})</summary>\n\n${headings}|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|\n`,
    close: '\n</details>\n',
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === undefined) return '';
      const [base, head] = centers(row);
      return cells(
        markdownText(verdictWords(row), 60),
        markdownCode(name(row)),
        base,
        row.base === null ? '-' : String(row.base.runs),
        head,
        changeOf(row),
        row.ci === null ? '-' : interval(row.ci),
        chance(row),
        percent(row.threshold),
        canSee(row) || '-',
        markdownText(reasonAndNotes(row), 200),
      );
    },
    left: leftOut('row'),
    priority: 6,
  };
}

function functionsBlock(rows: readonly JudgedFunction[]): Block | null {
  if (rows.length === 0) return null;
  return {
    open: `\n<details><summary>All functions (${countByWeight(rows)})</summary>\n\n${FUNCTION_HEADINGS}`,
    close: '\n</details>\n',
    total: rows.length,
    wanted: Math.min(rows.length, MOST_FUNCTIONS),
    row: (index) => functionRow(rows[index], true),
    left: leftOut('function'),
    priority: 7,
  };
}

function baselineBlock(verdict: Verdict): Block | null {
  const { shift } = verdict;
  const where = environmentSentence(verdict);
  const lines = [
    ...sourceSentences(verdict),
    ...(shift === null ? [] : [shiftSentence(shift, verdict.baseline.name)]),
    ...(where === '' ? [] : [`Measured on ${where}.`]),
  ];
  return list(lines, {
    open: '\n<details><summary>Baseline and environment</summary>\n\n',
    close: '\n</details>\n',
    most: lines.length,
    priority: 5,
  });
}

/** Open where something failed or was not measured: then no number above means much. */
function warningsBlock({ warnings }: Verdict): Block | null {
  const failed = warnings.some(({ kind }) => kind === 'failed' || kind === 'unmeasured');
  return list(warningLines(warnings, Number.POSITIVE_INFINITY), {
    open: `\n<details${failed ? ' open' : ''}><summary>${plural(warnings.length, 'warning')}</summary>\n\n`,
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

function leftOut(noun: string): (count: number) => string {
  return (count) => `\n${plural(count, noun)} left out here; the JSON report has them all.\n`;
}

/** Not `npx`: whoever takes a name that is not ours on the registry would run code on the reader's machine. */
function diffCommand({ source }: MarkdownLinks): string {
  const diff = 'node flamegate/dist/cli.js diff base head';
  if (source === undefined) return `\`${diff}\` (flamegate is a checkout of the action)`;
  const { url, ref } = source;
  return `\`git clone -q ${url} flamegate && git -C flamegate checkout -q ${ref} && ${diff}\``;
}

function footer(links: MarkdownLinks): string {
  const { artifactUrl, runUrl } = links;
  const artifact = link('the artifact', artifactUrl) ?? 'the artifact of the run';
  const run = link('This run', runUrl);
  const closer = `To look closer, unpack ${artifact} and run ${diffCommand(links)}, or \`go tool pprof -http=: -diff_base base/profiles/FILE head/profiles/FILE\`.`;
  return `\n${closer}${run === null ? '' : ` ${run}.`}\n`;
}

/** For the end of a summary that was shown before the artifact was there; empty without a safe link. */
export function artifactLine(artifactUrl: string): string {
  const artifact = link('The artifact of this run', artifactUrl);
  return artifact === null ? '' : `\n${artifact} has the files of both sides.\n`;
}

/** Null where there is no address, or none that can be linked safely. */
function link(text: string, url: string | undefined): string | null {
  if (url === undefined || url.length > 2000 || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const safe = href.replace(
    /[^\w./:?=&%#~-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${text}](<${safe}>)`;
}
