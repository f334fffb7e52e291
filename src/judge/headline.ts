/**
 * The first line of every report: whether to worry, about what, and where. Plain text with names
 * as they came; each report escapes it for its medium.
 */
import type { GateVerdict, JudgedComparison, JudgedFunction } from '../model.ts';
import { isInterruption } from './functions.ts';
import type { Judged } from './gate.ts';
import { change, percent, plural, points } from './words.ts';

export function headline(verdict: GateVerdict, of: Judged): string {
  switch (verdict) {
    case 'fail':
      return failed(of);
    case 'pass':
      return passed(of);
    case 'no-baseline':
      return nothingStored(of);
    case 'inconclusive':
      return open(of);
  }
}

const gated = (of: Judged, verdict: string): readonly JudgedComparison[] =>
  of.comparisons.filter((row) => row.gated && row.verdict === verdict);

const benchmarks = (rows: readonly JudgedComparison[]): number =>
  new Set(rows.map((row) => `${row.package}\0${row.benchmark}`)).size;

/** What the head was compared with. */
function against(of: Judged): string {
  const stored = `against ${plural(of.baseline.runs, 'run')} of main`;
  if (of.rounds === null) return stored;
  const here = `in ${plural(of.rounds.rounds, 'round')} here`;
  return of.baseline.runs === 0 ? here : `${stored} and ${here}`;
}

/** Where a row's numbers come from: stored runs, or rounds and what the stored runs had shown. */
function measured(row: JudgedComparison, of: Judged): string {
  if (row.test !== 'paired') return against(of.baseline.runs === 0 ? of : { ...of, rounds: null });
  const here = `in ${plural(row.head?.runs ?? 0, 'round')} here`;
  if (row.screened === null) return here;
  const { delta, runs } = row.screened;
  return `${here} (screened ${change(delta, null)} against ${plural(runs, 'run')} of main)`;
}

function failed(of: Judged): string {
  const rows = gated(of, 'regressed');
  const worst = rows.toSorted((a, b) => excess(b) - excess(a))[0];
  const parts: string[] = [];
  if (worst !== undefined) {
    const count = benchmarks(rows);
    const most = `${worst.benchmark} ${change(worst.delta, worst.ci)} ${worst.unit}`;
    parts.push(
      count === 1
        ? `${most} ${measured(worst, of)}`
        : of.rounds === null
          ? `${count} benchmarks got worse ${against(of)}, most of all ${most}`
          : `${count} benchmarks got worse, most of all ${most} ${measured(worst, of)}`,
    );
  }
  const culprit = heaviest(of, worst !== undefined);
  if (culprit !== undefined) parts.push(describe(culprit));
  return `${parts.join('; ')}.`;
}

/** How far beyond its threshold, as a ratio: sorts time and exact metrics alike. */
const excess = (row: JudgedComparison): number =>
  Math.abs(row.delta ?? Number.MAX_VALUE) - row.threshold;

/** Where everything got slower together no function did it: its share rose by more than this part. */
const leastRise = 0.05;

/**
 * The function that did it: the regressed one, else the one whose share rose most, if that is more
 * than a twentieth of chance. To be named is not to fail: that something got slower is known, where
 * `benchmarksToo`.
 */
function heaviest(of: Judged, benchmarksToo: boolean): JudgedFunction | undefined {
  const hasNew = of.comparisons.some((row) => row.verdict === 'new');
  const explains = (row: JudgedFunction) =>
    row.flatDelta > leastRise * row.base.flatFraction &&
    // What only a new benchmark calls did not slow an old one.
    !(hasNew && row.base.cum === 0);
  const rose = of.functions
    .filter((row) => row.adjustedDelta >= row.threshold && row.verdict !== 'moved')
    .filter((row) => !isInterruption(row.name) && (!benchmarksToo || explains(row)))
    .toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);
  return (
    rose.find((row) => row.verdict === 'regressed') ??
    rose.find((row) => row.p !== null && row.p < 0.05)
  );
}

/** Without the path of its package, and with the last two parts of the file's: enough to find it. */
function describe(row: JudgedFunction): string {
  const name = row.name.slice(row.name.lastIndexOf('/', row.name.search(/[([]|$/)) + 1);
  const file = row.file.split(/[\\/]/).slice(-2).join('/');
  const place = file === '' ? '' : ` (${file}${row.line > 0 ? `:${row.line}` : ''})`;
  const slice = row.slice === undefined ? '' : `${row.slice}: `;
  return `${slice}${name} +${points(row.adjustedDelta)} of ${row.sampleType.type}${place}`;
}

function passed(of: Judged): string {
  const better = benchmarks(gated(of, 'improved'));
  const count = benchmarks(of.comparisons.filter((row) => row.gated && row.base && row.head));
  const what = count > 0 ? plural(count, 'benchmark') : plural(of.functions.length, 'function');
  const improved = better > 0 ? `, ${better} better` : '';
  return `${what} compared, nothing got worse${improved}, ${against(of)}.`;
}

function nothingStored(of: Judged): string {
  const aside = of.baseline.setAside.length;
  return aside === 0
    ? 'No baseline yet: nothing was compared. The first run on the default branch makes one.'
    : `No baseline to compare with: ${plural(aside, 'stored run')} set aside (${of.baseline.setAside[0]?.reason ?? ''}).`;
}

function open(of: Judged): string {
  const failure = of.warnings.find((warning) => warning.kind === 'failed');
  if (failure !== undefined) {
    if (failure.file === undefined) return sentence(failure.message);
    return `The benchmark run itself failed (${failure.file}:${failure.line ?? 1}): what it did not measure cannot pass.`;
  }
  const missing = gated(of, 'missing');
  if (missing.length > 0) {
    return `${plural(benchmarks(missing), 'benchmark')} that the base measures did not run here, first ${missing[0]?.benchmark ?? ''}: no pass without them.`;
  }
  if (of.shift?.verdict === 'beyond-history' && of.rounds === null) {
    return `All ${of.shift.benchmarks} benchmarks moved by ${percent(of.shift.delta)} together: the machine, or everything. Confirm on one runner.`;
  }
  const gap = of.warnings.find((warning) => warning.kind === 'profile');
  const rows = undecided(of);
  return gap === undefined || rows !== nothing(of) ? rows : sentence(gap.message);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function undecided(of: Judged): string {
  const rows = gated(of, 'inconclusive');
  const functions = of.functions.filter((row) => row.gated && row.verdict === 'inconclusive');
  const all = of.comparisons.filter((row) => row.gated && row.base && row.head);
  if (rows.length > 0) {
    const suspect = rows
      .filter((row) => row.delta !== null && row.p !== null && worse(row) >= row.threshold)
      .toSorted((a, b) => worse(b) - worse(a))[0];
    const first =
      suspect === undefined
        ? 'none looks worse by its threshold'
        : `${suspect.benchmark} looks worse by ${percent(worse(suspect))}`;
    return `${benchmarks(rows)} of ${plural(benchmarks(all), 'benchmark')} could not be decided ${against(of)}: ${first}.`;
  }
  const suspect = functions.toSorted((a, b) => b.adjustedDelta - a.adjustedDelta)[0];
  if (suspect !== undefined) {
    return suspect.adjustedDelta >= suspect.threshold
      ? `No benchmark got worse, but a function may have: ${describe(suspect)}.`
      : `No benchmark got worse; ${plural(functions.length, 'function')} could not be decided ${against(of)}.`;
  }
  return nothing(of);
}

function nothing(of: Judged): string {
  if (of.functions.length > 0 && of.functions.every((row) => row.p === null)) {
    const least = of.functions.reduce((so, row) => Math.min(so, row.threshold), 1);
    return `Nothing was tested ${against(of)}: no function reaches ${points(least)} on either side.`;
  }
  return `Nothing could be compared ${against(of)}: this run and the base share no gated benchmark or profile.`;
}

const worse = (row: JudgedComparison): number =>
  (row.better === 'higher' ? -1 : 1) * (row.delta ?? 0);
