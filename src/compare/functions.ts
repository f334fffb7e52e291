/**
 * Flat fractions of functions, head against baseline: statistics only.
 *
 * A function's share of a profile is a proportion of sampled stacks, but samples of one run come
 * in clumps, so the binomial variance is too small (measured 1.5 times at the median, 14 times
 * for runtime locks). The dispersion is learned for each function from the stored runs, pulled
 * towards a prior of 1.5 and floored at 1 (docs/statistics.md).
 */
import type {
  FunctionComparison,
  FunctionRow,
  FunctionTable,
  ProfileComparison,
  ProfileSide,
  Run,
} from '../model.ts';
import { noncentrality } from '../stats/noncentral.ts';
import { tQuantile, tUpper } from '../stats/student.ts';

const priorDispersion = 1.5;
const priorDf = 6;

export interface FunctionOptions {
  readonly alpha: number;
  /** Functions below this flat fraction on both sides are not tested. */
  readonly floor: number;
}

/** One run's profiles of one sample type, added up. */
interface Merged {
  readonly total: number;
  readonly samples: number;
  readonly profiles: number;
  readonly rows: ReadonlyMap<string, FunctionRow>;
  /** In how many of the profiles each function occurs. */
  readonly occurrences: ReadonlyMap<string, number>;
}

/** One ProfileComparison for each sample type that both sides have, in the head's order. */
export function compareFunctions(
  head: readonly Run[],
  baseline: readonly Run[],
  options: FunctionOptions,
): readonly ProfileComparison[] {
  const types = new Map(
    head.flatMap((run) => run.tables).map((table) => [typeKey(table), table.sampleType]),
  );
  const comparisons: ProfileComparison[] = [];
  for (const [key, sampleType] of types) {
    const heads = mergeRuns(head, key);
    const bases = mergeRuns(baseline, key);
    if (bases.length === 0) continue;
    const rows = [...functionNames([...heads, ...bases])].map((name) =>
      compareFunction(name, sampleType, heads, bases),
    );
    // Shares of three packages' profiles are not shares of one package's: shown, never tested.
    const alike = perRun(heads) === perRun(bases.slice(0, 1));
    comparisons.push({
      sampleType,
      base: profileSide(bases),
      head: profileSide(heads),
      functions: test(rows, heads, bases, alike ? options : { ...options, floor: 2 }),
    });
  }
  return comparisons;
}

/** What the two sides' profiles have against each other; each is a sentence for the reader. */
export function profileGaps(head: readonly Run[], baseline: readonly Run[]): string[] {
  const newest = baseline.slice(0, 1);
  const tables = [...newest, ...head].flatMap((run) => run.tables);
  const types = new Map(tables.map((table) => [typeKey(table), table.sampleType.type]));
  const gaps: string[] = [];
  for (const [key, type] of types) {
    const [before, after] = [perRun(mergeRuns(newest, key)), perRun(mergeRuns(head, key))];
    if (before === after || before === 0) continue;
    gaps.push(
      after === 0
        ? `main has a ${type} profile, this run has none: nothing says which functions got heavier`
        : `main's newest run has ${before} ${type} profiles, this run ${after}: their shares are of different things, and no function was tested`,
    );
  }
  return gaps;
}

/** Profiles in one run of a side; 0 for none. */
const perRun = (runs: readonly Merged[]): number =>
  runs.reduce((sum, run) => sum + run.profiles, 0) / Math.max(1, runs.length);

const typeKey = (table: FunctionTable): string =>
  `${table.sampleType.type}\0${table.sampleType.unit}`;

/** Profiles of one run are shards of one look: they are added. Runs stay apart. */
function mergeRuns(runs: readonly Run[], key: string): Merged[] {
  const merged: Merged[] = [];
  for (const run of runs) {
    const tables = run.tables.filter((table) => typeKey(table) === key);
    if (tables.length === 0) continue;
    const rows = new Map<string, FunctionRow>();
    const occurrences = new Map<string, number>();
    for (const row of tables.flatMap((table) => table.functions)) {
      occurrences.set(row.name, (occurrences.get(row.name) ?? 0) + 1);
      const sum = rows.get(row.name);
      rows.set(
        row.name,
        sum === undefined
          ? row
          : {
              ...(Math.abs(row.flat) > Math.abs(sum.flat) ? row : sum),
              flat: sum.flat + row.flat,
              cum: sum.cum + row.cum,
            },
      );
    }
    merged.push({
      total: tables.reduce((sum, table) => sum + table.total, 0),
      samples: tables.reduce((sum, table) => sum + table.samples, 0),
      profiles: tables.length,
      rows,
      occurrences,
    });
  }
  return merged;
}

function functionNames(runs: readonly Merged[]): Set<string> {
  const names = new Set<string>();
  for (const run of runs) for (const name of run.rows.keys()) names.add(name);
  return names;
}

/** Runs' values and fractions are averaged: a longer run does not weigh more. */
function side(name: string, runs: readonly Merged[]) {
  let [flat, cum, flatFraction, cumFraction] = [0, 0, 0, 0];
  for (const run of runs) {
    const row = run.rows.get(name);
    if (row === undefined) continue;
    flat += row.flat / runs.length;
    cum += row.cum / runs.length;
    if (run.total === 0) continue;
    flatFraction += row.flat / run.total / runs.length;
    cumFraction += row.cum / run.total / runs.length;
  }
  return { flat, cum, flatFraction, cumFraction };
}

function profileSide(runs: readonly Merged[]): ProfileSide {
  const sum = (of: (run: Merged) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    total: sum((run) => run.total) / runs.length,
    samples: sum((run) => run.samples),
    profiles: sum((run) => run.profiles),
    runs: runs.length,
  };
}

function compareFunction(
  name: string,
  sampleType: FunctionComparison['sampleType'],
  heads: readonly Merged[],
  bases: readonly Merged[],
): FunctionComparison {
  const base = side(name, bases);
  const head = side(name, heads);
  const row = [...heads, ...bases].find((run) => run.rows.has(name))?.rows.get(name);
  return {
    name,
    file: row?.file ?? '',
    line: row?.line ?? 0,
    sampleType,
    base,
    head,
    headProfiles: heads.reduce((sum, run) => sum + (run.occurrences.get(name) ?? 0), 0),
    flatDelta: head.flatFraction - base.flatFraction,
    ci: null,
    worst: null,
    p: null,
    pAdjusted: null,
    df: null,
    detectable: null,
  };
}

/** Adds the test to the functions big enough to matter; sorts by |delta|, then name. */
function test(
  rows: FunctionComparison[],
  heads: readonly Merged[],
  bases: readonly Merged[],
  options: FunctionOptions,
): FunctionComparison[] {
  const big = (of: FunctionComparison) =>
    Math.max(of.base.flatFraction, of.head.flatFraction) >= options.floor;
  const family = Math.max(1, rows.filter(big).length);
  return rows
    .map((of) => (big(of) ? tested(of, heads, bases, options.alpha / family) : of))
    .sort(
      (a, b) =>
        Math.abs(b.flatDelta) - Math.abs(a.flatDelta) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
}

function tested(
  of: FunctionComparison,
  heads: readonly Merged[],
  bases: readonly Merged[],
  alpha: number,
): FunctionComparison {
  const headSamples = heads.reduce((sum, run) => sum + run.samples, 0);
  const baseSamples = bases.reduce((sum, run) => sum + run.samples, 0);
  if (headSamples === 0 || baseSamples === 0) return of;
  // Under "no change" both sides have one fraction; half a stack keeps it off 0 and 1.
  const stacks = headSamples + baseSamples;
  const hits = of.head.flatFraction * headSamples + of.base.flatFraction * baseSamples;
  const fraction = (Math.min(Math.max(hits, 0), stacks) + 0.5) / (stacks + 1);
  const binomial = fraction * (1 - fraction);

  let excess = 0;
  for (const run of bases) {
    const own = (run.rows.get(of.name)?.flat ?? 0) / (run.total || 1);
    excess += ((own - of.base.flatFraction) ** 2 * run.samples) / binomial;
  }
  const df = priorDf + bases.length - 1;
  const dispersion = Math.max(1, (priorDf * priorDispersion + excess) / df);
  const se = Math.sqrt(dispersion * binomial * (1 / headSamples + 1 / baseSamples));
  const half = tQuantile(0.975, df) * se;
  return {
    ...of,
    ci: [of.flatDelta - half, of.flatDelta + half],
    worst: of.flatDelta + tQuantile(0.95, df) * se,
    p: tUpper(Math.abs(of.flatDelta) / se, df),
    df,
    detectable: noncentrality(df, alpha) * se,
  };
}
