/**
 * Flat shares of functions, head against baseline: statistics only.
 *
 * What is a share is shares.ts, whether a difference is more than runs of main differ by is
 * dispersion.ts, what makes shares of two sides comparable composition.ts, and which cost only
 * changed its name moved.ts (docs/statistics.md).
 */
import type { FunctionComparison, ProfileComparison, Scale, Seen } from '../../model/functions.ts';
import { typeKey } from '../../model/keys.ts';
import type { Run } from '../../model/run.ts';
import { noncentrality } from '../../stats/noncentral.ts';
import { type Candidate, metricOf, perOperation, scaleOf } from './composition.ts';
import {
  dispersionAcross,
  dispersionOf,
  type Excess,
  excessIn,
  excessOf,
  meanOf,
  type Observed,
  type Sampled,
  testShare,
  typicalDispersion,
  type Usual as UsualSpread,
  withinPart,
} from './dispersion.ts';
import { findMoved, type Mover } from './moved.ts';
import {
  profileSide,
  type RunShares,
  type Shares,
  sharesOf,
  type Values,
  valuesOf,
} from './shares.ts';

export interface FunctionOptions {
  readonly alpha: number;
  /** Functions below this flat share on both sides are not tested; a rise of it matters. */
  readonly floor: number;
}

/** Functions below this share on both sides say nothing of what is usual in the profile. */
const leastShare = 0.005;
/** Smaller functions do not tell what profiles of one run differ by. */
const leastTelling = 0.01;

/** One ProfileComparison for each sample type that both sides have, in the head's order. */
export function compareFunctions(
  head: readonly Run[],
  baseline: readonly Run[],
  options: FunctionOptions,
): readonly ProfileComparison[] {
  const types = new Map(
    head.flatMap((run) => run.tables).map((table) => [typeKey(table.sampleType), table.sampleType]),
  );
  const comparisons: ProfileComparison[] = [];
  for (const [key, sampleType] of types) {
    const shares = sharesOf(baseline, head, key);
    if (shares === null) continue;
    const metric = sliced(head) ? null : metricOf(sampleType);
    const usual = usualOf(shares, metric, baseline, head);
    const rows = rowsOf(shares, sampleType, usual, costOf(metric, baseline, head));
    comparisons.push({
      sampleType,
      base: profileSide(shares.base),
      head: profileSide(shares.head),
      ...usual,
      functions: inOrder(shares.alike ? tested(rows, shares, usual, options) : rows),
    });
  }
  return comparisons;
}

/** What is usual in the two sides' profiles, over all functions. */
interface Usual extends UsualSpread {
  readonly scale: Scale;
  /** The dispersion that the differences between two single profiles show; the usual one of more. */
  readonly across: number;
}

function usualOf(
  shares: Shares,
  metric: string | null,
  base: readonly Run[],
  head: readonly Run[],
): Usual {
  const candidates: Candidate[] = [];
  const large: { readonly within: Excess; readonly between: Excess }[] = [];
  for (let at = 0; at < shares.names.length; at++) {
    const share = Math.max(meanShare(shares.base, at), meanShare(shares.head, at));
    if (share < leastShare || shares.background[at] === 1) continue;
    const observed = observe(shares, [at]);
    candidates.push({ at, observed, excess: excessOf(observed) });
    if (share < leastTelling) continue;
    const lists = shares.within.map((list) =>
      list.map((profileShares) => sampledIn(profileShares, [at])),
    );
    large.push({ within: excessIn(lists), between: excessIn([observed.base]) });
  }
  const spread = {
    dispersion: typicalDispersion(candidates.map(({ excess }) => excess)),
    within: withinPart(large),
  };
  const together = (functions: readonly number[]) => observe(shares, functions);
  return {
    ...spread,
    scale: scaleOf(candidates, spread, together, { metric, base, head }),
    // Where a side has several runs these tell it better.
    across: candidates.some(({ excess }) => excess.df > 0)
      ? spread.dispersion
      : dispersionAcross(candidates.map(({ observed }) => observed)),
  };
}

/** Benchmarks measure the whole, of which a slice is an unknown part. */
const sliced = (head: readonly Run[]): boolean =>
  head.some((run) => run.tables.some(({ slice }) => slice !== undefined));

/** What the whole of a profile is for one operation; null where no benchmark says. */
type Cost = (ReturnType<typeof perOperation> & { readonly unit: string }) | null;

function costOf(metric: string | null, base: readonly Run[], head: readonly Run[]): Cost {
  const cost = metric === null ? null : perOperation(metric, base, head);
  return metric === null || cost === null ? null : { ...cost, unit: metric };
}

const meanShare = (runs: readonly RunShares[], at: number, word: 'flat' | 'cum' = 'flat'): number =>
  runs.reduce((sum, run) => sum + (run[word][at] as number), 0) / Math.max(1, runs.length);

/** The share that functions have together in a run or a profile. */
const sampledIn = (
  { flat, samples, replicates }: Pick<RunShares, 'flat' | 'samples'> & { replicates?: number },
  functions: readonly number[],
): Sampled => ({
  share: functions.reduce((sum, at) => sum + (flat[at] as number), 0),
  samples,
  ...(replicates === undefined ? {} : { profiles: replicates }),
});

/** Run by run; runs without samples are left out. */
const looksOf = (runs: readonly RunShares[], functions: readonly number[]): Sampled[] =>
  runs.filter(({ samples }) => samples > 0).map((run) => sampledIn(run, functions));

/** The base's runs in which all of these functions had their names. */
const spanOf = (shares: Shares, functions: readonly number[]): readonly RunShares[] =>
  shares.base.slice(0, Math.min(...functions.map((at) => shares.spans[at] as number)));

function observe(shares: Shares, functions: readonly number[]): Observed {
  const replicates = new Map<number, Sampled[]>();
  for (const profile of shares.replicates) {
    if (profile.samples === 0) continue;
    const list = replicates.get(profile.program) ?? [];
    list.push(sampledIn(profile, functions));
    replicates.set(profile.program, list);
  }
  return {
    base: looksOf(spanOf(shares, functions), functions),
    head: looksOf(shares.head, functions),
    replicates: [...replicates.values()],
  };
}

function rowsOf(
  shares: Shares,
  sampleType: FunctionComparison['sampleType'],
  usual: Usual,
  cost: Cost,
): FunctionComparison[] {
  const [before, after] = [valuesOf(shares, shares.base), valuesOf(shares, shares.head)];
  return shares.names.map((name, at): FunctionComparison => {
    const background = shares.background[at] === 1;
    const factor = background ? 1 : usual.scale.factor;
    const span = spanOf(shares, [at]);
    const base = side(before, span, at);
    const head = side(after, shares.head, at);
    const row = after.place[at] ?? before.place[at];
    return {
      name,
      formerName: shares.formerNames.get(at) ?? null,
      file: row?.file ?? '',
      line: row?.line ?? 0,
      sampleType,
      base,
      head,
      headProfiles: after.profiles[at] as number,
      replicates: after.replicates[at] as number,
      baseRuns: span.length,
      flatDelta: head.flatFraction - base.flatFraction,
      background,
      adjustedDelta: factor * head.flatFraction - base.flatFraction,
      perOp:
        cost === null
          ? null
          : {
              ...cost,
              base: cost.base * base.flatFraction,
              head: cost.head * head.flatFraction,
            },
      ci: null,
      worst: null,
      p: null,
      pAdjusted: null,
      df: null,
      seen: background ? null : seenOf(shares, at, usual),
      detectable: null,
      moved: null,
    };
  });
}

function seenOf(shares: Shares, at: number, { dispersion, across }: Usual): Seen | null {
  const observed = observe(shares, [at]);
  const [base, head] = [meanOf(observed.base), meanOf(observed.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  return {
    base: base.share * base.samples,
    head: head.share * head.samples,
    baseSamples: base.samples,
    headSamples: head.samples,
    dispersion: dispersionOf(excessOf(observed), Math.max(across, dispersion)),
  };
}

const side = (values: Values, runs: readonly RunShares[], at: number) => ({
  flat: values.flat[at] as number,
  cum: values.cum[at] as number,
  flatFraction: meanShare(runs, at),
  cumFraction: meanShare(runs, at, 'cum'),
});

/** Main's newest commit above the ones before with less than this p: a rise may have been merged. */
const signOfMerge = 0.2;
/** What has to show then that the head is heavier than main's newest commit, too. */
const mergedAlpha = 0.02;

/** The runs of main's newest commit, and the others; rounds have one commit. */
function newestOf(runs: readonly RunShares[]): [readonly RunShares[], readonly RunShares[]] {
  const isNewest = ({ commit }: RunShares) => commit === runs[0]?.commit;
  return [runs.filter(isNewest), runs.filter((run) => !isNewest(run))];
}

const unscaled = { factor: 1, error: 0 } as const;

/** Adds the test to the functions big enough to matter. Rows are by number of the function. */
function tested(
  rows: readonly FunctionComparison[],
  shares: Shares,
  { scale, ...usual }: Usual,
  options: FunctionOptions,
): FunctionComparison[] {
  /** Background is a part of everything, which has no scale; other functions are of user code. */
  const scaleOfFunction = (at: number) => (shares.background[at] === 1 ? unscaled : scale);
  const test = (functions: readonly number[]) =>
    testShare(observe(shares, functions), usual, scaleOfFunction(functions[0] as number));
  /** A merged rise is in main's newest commit too: where the head is not above that, its p. */
  const pMerged = (at: number): number => {
    const [newest, older] = newestOf(spanOf(shares, [at]));
    if (older.length === 0) return 0;
    const all = observe(shares, [at]);
    const excess = excessOf(all);
    const [now, before] = [looksOf(newest, [at]), looksOf(older, [at])];
    const onMain = { base: before, head: now, replicates: [] };
    const merged = testShare(onMain, usual, unscaled, excess);
    if (merged === null || merged.delta <= 0 || merged.p >= signOfMerge) return 0;
    const found = testShare({ ...all, base: now }, usual, scaleOfFunction(at), excess);
    const p = found === null ? 0 : found.delta > 0 ? found.p : 1;
    return p < mergedAlpha ? 0 : p;
  };
  const big = (row: FunctionComparison) =>
    Math.max(row.base.flatFraction, row.head.flatFraction * scale.factor) >= options.floor;
  const family = Math.max(1, rows.filter(big).length);
  const movers: Mover[] = [];
  const judgeable = rows.map((row, at): FunctionComparison => {
    // What fell may be smaller than what is tested: several may have gone into one.
    const fell = row.adjustedDelta < 0 && row.base.flatFraction >= options.floor / 8;
    if (!big(row) && !fell) return row;
    const found = test([at]);
    if (found === null) return row;
    if (!row.background) movers.push(moverOf(row, at, found.p, scale));
    if (!big(row)) return row;
    const { ci, worst, df, nullError } = found;
    const p = found.delta > 0 ? Math.max(found.p, pMerged(at)) : found.p;
    const detectable = noncentrality(df, options.alpha / family) * nullError;
    return { ...row, ci, worst, p, df, detectable };
  });
  const moved = findMoved(movers, options.floor, test);
  return judgeable.map((row, at) => ({ ...row, moved: moved.get(at) ?? null }));
}

const moverOf = (row: FunctionComparison, at: number, p: number, scale: Scale): Mover => ({
  at,
  name: row.name,
  file: row.file,
  flat: row.adjustedDelta,
  cum: scale.factor * row.head.cumFraction - row.base.cumFraction,
  share: Math.max(row.base.flatFraction, row.head.flatFraction),
  p,
  inBase: row.base.cum !== 0,
  inHead: row.head.cum !== 0,
});

/** By |flatDelta| falling, then name. */
const inOrder = (rows: readonly FunctionComparison[]): FunctionComparison[] =>
  rows.toSorted(
    (a, b) =>
      Math.abs(b.flatDelta) - Math.abs(a.flatDelta) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
