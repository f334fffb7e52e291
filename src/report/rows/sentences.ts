/**
 * The sentences that every report says alike: what was compared with what, what all benchmarks
 * share, where it was measured, what went wrong on the way. Plain text with unknown names in it:
 * each report escapes a sentence for the place where it lands.
 */
import type { JudgedComparison } from '../../model/comparison.ts';
import type { CountsUse } from '../../model/counts.ts';
import type { Redaction } from '../../model/run.ts';
import { isTime } from '../../model/units.ts';
import type { BaselineUse, GateVerdict, RoundsUse, Shift, Verdict } from '../../model/verdict.ts';
import type { Warning } from '../../model/warning.ts';
import { benchmarkNames } from '../../text/names.ts';
import { changeWords, interval, oneIn, plural, signed } from '../../text/numbers.ts';
import { inOrder } from './order.ts';

/** Distinct warnings that a text or Markdown report lists; the JSON report has all of them. */
export const MOST_WARNINGS = 50;

const COMMITS_NAMED = 5;
const REASONS_NAMED = 10;

/** Hashes are shown short; anything else that claims to be one is shown as it is. */
export function shortCommit(commit: string): string {
  return /^[0-9a-f]{12,}$/i.test(commit) ? commit.slice(0, 10) : commit;
}

/** What the head was compared with: stored runs, rounds here, or both. */
export function sourceSentences(verdict: Verdict): string[] {
  const { baseline, comparisons, rounds, counts, p, dedicated } = verdict;
  const isHere = rounds !== null || counts !== undefined;
  const stored = baseline.runs === 0 && baseline.setAside.length === 0 && isHere;
  return [
    ...(stored ? [] : baselineSentences(baseline)),
    ...(dedicated
      ? [
          `The runs of ${baseline.name} come from a quiet machine that does nothing else, so small changes count.`,
        ]
      : []),
    ...(p === null
      ? []
      : [
          `Without a change, ${p > 0.5 ? 'most' : oneIn(p)} runs of ${baseline.name} ${p > 0.5 ? 'look' : 'looks'} like this.`,
        ]),
    ...baseChangeSentences(comparisons, baseline.name),
    ...(rounds === null ? [] : roundsSentences(rounds)),
    ...(counts === undefined ? [] : countsSentences(counts)),
  ];
}

const CHANGES_NAMED = 5;

/**
 * 'main itself: Encode is 12 % slower since 0123456789, 9 runs ago (+2 more)': what was merged is no longer what a pull request
 * is compared with, and is told for as long as stored runs of before it are kept. One sentence for what changed at one commit.
 */
function baseChangeSentences(comparisons: readonly JudgedComparison[], base: string): string[] {
  const names = benchmarkNames(comparisons);
  const groups = new Map<string, JudgedComparison[]>();
  for (const row of inOrder(comparisons)) {
    const { changedInBase, follows } = row;
    if (changedInBase?.delta == null || follows !== null) continue;
    const key = `${changedInBase.commit} ${isWorse(row, changedInBase.delta)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const said = [...groups.values()].map((rows) => {
    // A time says most; what was merged with it is counted.
    const size = ({ changedInBase, unit }: JudgedComparison) =>
      Math.abs(changedInBase?.delta ?? 0) + (isTime(unit) ? 1e9 : 0);
    const [most] = rows.toSorted((a, b) => size(b) - size(a));
    if (most?.changedInBase?.delta == null) return '';
    const { delta, runs, commit } = most.changedInBase;
    const [verb, unit] = isTime(most.unit) ? ['is', ''] : ['has', ` ${most.unit}`];
    const more = rows.length === 1 ? '' : ` (+${rows.length - 1} more)`;
    return `${base} itself: ${names(most)} ${verb} ${changeWords(delta, most.unit)}${unit} since ${shortCommit(commit)}, ${plural(runs, 'run')} ago${more}.`;
  });
  const left = said.length - CHANGES_NAMED;
  return left <= 0
    ? said
    : [...said.slice(0, CHANGES_NAMED), `${base} changed at ${plural(left, 'other commit')}, too.`];
}

const isWorse = ({ better }: JudgedComparison, delta: number): boolean =>
  better === 'higher' ? delta < 0 : delta > 0;

/** What counted, and how often. */
export function countsSentences({ counter, base, name = '', benchmarks }: CountsUse): string[] {
  const runs = benchmarks.flatMap((benchmark) =>
    benchmark.spread === null ? [] : [benchmark.head.length],
  );
  if (runs.length === 0) return [];
  const [least, most] = [Math.min(...runs), Math.max(...runs)];
  const times = least === most ? plural(most, 'run') : `${least} to ${most} runs`;
  return [
    `Counted ${baseNamed(name, base)} and head on this machine with ${counter}: ${times} of each side. Instructions are not time: waiting for memory, locks and I/O is not counted.`,
  ];
}

/** 'base 0123456789', or 'base v1.2 (0123456789)' where it was not asked for by that hash. */
function baseNamed(name: string, commit: string): string {
  const short = shortCommit(commit);
  if (name === '' || commit.startsWith(name)) return commit === '' ? 'base' : `base ${short}`;
  return commit === '' ? `base ${name}` : `base ${name} (${short})`;
}

/** How base and head were measured in turn, and what was seen of the machine. */
export function roundsSentences(use: RoundsUse): string[] {
  if (use.rounds === 0) return [...use.machine];
  const repeated = use.repeated === 0 ? '' : ` (${use.repeated} more were disturbed and repeated)`;
  return [
    `Measured ${baseNamed(use.name ?? '', use.base)} and head in turn on this machine: ${plural(use.rounds, 'round')}${repeated}, order seeded with ${use.seed}.`,
    ...use.machine,
  ];
}

/** Which runs of main the head was compared with, then what was set aside and why, counted. */
export function baselineSentences(use: BaselineUse): string[] {
  const named = use.commits.filter((commit) => commit !== '').map(shortCommit);
  const more = named.length > COMMITS_NAMED ? `, and ${named.length - COMMITS_NAMED} more` : '';
  const commits = named.slice(0, COMMITS_NAMED).join(', ');
  const { elsewhere = 0 } = use;
  const compared =
    use.runs === 0
      ? elsewhere === 0
        ? `No stored run of ${use.name} was used.`
        : `Only what no hardware changes was compared, exactly, with ${plural(elsewhere, 'run')} of ${use.name} on other machines.`
      : `Compared with ${plural(use.runs, 'run')} of ${use.name}${commits === '' ? '' : ` (${commits}${more})`}.`;
  return use.setAside.length === 0 ? [compared] : [compared, ...setAsideSentences(use)];
}

function setAsideSentences({ setAside }: BaselineUse): string[] {
  const reasons = new Map<string, number>();
  for (const { reason } of setAside) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const most = [...reasons].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = most
    .slice(0, REASONS_NAMED)
    .map(([reason, count]) => `Set aside ${plural(count, 'run')}: ${reason}`);
  const left = most.length - named.length;
  if (left > 0) named.push(`Set aside for ${plural(left, 'other reason')}: see the JSON report`);
  return named;
}

/** What was removed from the files before they were stored, and what could not be. */
export function redactionSentences(redaction: Redaction | undefined): string[] {
  if (redaction === undefined) return [];
  const { paths, labels, comments, buildIds, namesKept } = redaction;
  const removed = [
    ...(paths === 0 ? [] : [`directories of ${plural(paths, 'file name')}`]),
    ...(labels === 0 ? [] : [plural(labels, 'label')]),
    ...(comments === 0 ? [] : [plural(comments, 'comment')]),
    ...(buildIds === 0 ? [] : [plural(buildIds, 'build id')]),
  ];
  return [
    ...(removed.length === 0 ? [] : [`Removed before storing: ${removed.join(', ')}.`]),
    ...(namesKept === 0
      ? []
      : [
          `Kept ${plural(namesKept, 'name')} of functions or programs although a private directory is part of it: the tables need the names.`,
        ]),
  ];
}

/** What `All 14 benchmarks together` did: the words of the row and of the line below. */
export function shiftReason(
  { verdict, delta, limits, history, group }: Shift,
  base: string,
): string {
  const own = history === null ? '' : `; runs of ${base} moved together by ${interval(history)}`;
  const from = `suspect from ${signed(limits.suspect)}, slower from ${signed(limits.slower)}`;
  const apart =
    group === null
      ? ''
      : `, without the ${plural(group.benchmarks, 'benchmark')} that moved by ${signed(group.delta)} apart from the others`;
  const isGroups = verdict === 'suspect' && delta <= limits.suspect;
  if (verdict === 'ok' || isGroups) return `${from}${apart}${own}`;
  const what = verdict === 'faster' ? 'faster' : 'slower';
  const limit = verdict === 'faster' ? '' : ` (${from})`;
  return `either this machine is ${what}, or everything is${limit}${apart}${own}`;
}

/** The change that most benchmarks share, with its verdict. */
export function shiftSentence(shift: Shift, base: string): string {
  const { delta, benchmarks, verdict } = shift;
  return `${plural(benchmarks, 'benchmark')} together: ${signed(delta)} (+ is slower), ${verdict}; ${shiftReason(shift, base)}.`;
}

/** Where it was measured: `linux/amd64, AMD EPYC 7763, ubuntu24, go1.25.1`, `machine unknown`, or ''. */
export function environmentSentence({
  environment,
  comparisons,
}: Pick<Verdict, 'environment' | 'comparisons'>): string {
  const { goos, goarch, cpu, machine, build, runner, toolchain } = environment;
  const system = [goos, goarch].filter((part) => part !== undefined && part !== '').join('/');
  // Times mean little without it; profiles never name it.
  const isUnknown = comparisons.length > 0 && !cpu && !machine;
  return [system, isUnknown ? 'machine unknown' : cpu, machine, build, runner, toolchain]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/**
 * Every warning as one line of plain text, equal ones once with their number; those that say the
 * measured program failed come first. Beyond `most` lines the last says how many are left.
 */
export function warningLines(warnings: readonly Warning[], most = MOST_WARNINGS): string[] {
  const counts = new Map<string, number>();
  const failed = warnings.filter(({ kind }) => kind === 'failed');
  for (const warning of [...failed, ...warnings.filter(({ kind }) => kind !== 'failed')]) {
    const text = warningText(warning);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const lines = [...counts].map(([text, count]) =>
    count === 1 ? text : `${text} (${count} times)`,
  );
  const left = lines.length - most;
  return left <= 0 ? lines : [...lines.slice(0, most), `and ${left} more (all in the JSON report)`];
}

/** No report shows more of one warning than this, and comparing megabytes of them takes seconds. */
function warningText({ kind, file, line, message }: Warning): string {
  const name = file?.slice(0, 500);
  const place = name === undefined ? '' : line === undefined ? `${name}: ` : `${name}:${line}: `;
  return `${kind === 'failed' ? 'FAILED: ' : 'warning: '}${place}${message.slice(0, 2000)}`;
}

/** The mark in front of the headline. What is not finished must not look like what is suspected. */
export function mark(verdict: GateVerdict): string {
  switch (verdict) {
    case 'pass':
      return '✅';
    case 'fail':
      return '❌';
    case 'suspect':
      return '⚠️';
    case 'incomplete':
      return '🚧';
    case 'no-baseline':
      return '⚪';
  }
}
