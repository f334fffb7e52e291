/**
 * The Mann-Whitney U test, two-sided, with benchstat's choices, so that its p is reproduced.
 *
 * H. B. Mann and D. R. Whitney (1947), "On a test of whether one of two random variables is
 * stochastically larger than the other"; the distribution with ties after J. H. Klotz (1966),
 * "The Wilcoxon, ties, and the computer". Exact up to 50 values a side, or 25 with ties; above
 * that the normal approximation with tie and continuity correction.
 */
import { choose } from './choose.ts';
import { normalUpper } from './normal.ts';
import { sorted } from './summary.ts';

const exactLimit = 50;
const exactLimitWithTies = 25;

export interface MannWhitney {
  /** Pairs in which x is greater, plus half the pairs in which both are equal. */
  readonly u: number;
  /**
   * Two-sided, 1 where all values are equal. As in benchstat it is twice the lower tail of x's
   * distribution at the smaller U. With ties and unequal sizes that distribution is skewed, so
   * exchanging the samples may change p, and p may be 0 or exceed 1: benchstat prints `p=1.500`
   * for 1 against 1, 1, 2.
   */
  readonly p: number;
  readonly method: 'exact' | 'normal' | 'all-equal';
}

/**
 * Tests whether x tends to larger or smaller values than y. Both sides hold at least one value,
 * none of them NaN (a RangeError).
 */
export function mannWhitney(x: ArrayLike<number>, y: ArrayLike<number>): MannWhitney {
  const ranking = rank(sorted(x), sorted(y));
  const { twoU, ties, hasTies } = ranking;
  const pairs = x.length * y.length;
  const u = twoU / 2;
  if (ties.length === 1) return { u, p: 1, method: 'all-equal' };
  const limit = hasTies ? exactLimitWithTies : exactLimit;
  if (x.length > limit || y.length > limit) {
    return { u, p: normalApproximation(u, x.length, y.length, ties), method: 'normal' };
  }
  // The distribution is discrete: in its middle both tails hold that U, and twice one exceeds 1.
  if (twoU === pairs) return { u, p: 1, method: 'exact' };
  const smaller = Math.min(twoU, 2 * pairs - twoU);
  if (ties.length === 2) return { u, p: 2 * twoValues(smaller, x.length, ties), method: 'exact' };
  return { u, p: 2 * lowerTail(smaller, x.length, ties), method: 'exact' };
}

interface Ranking {
  /** Twice U of x: a whole number. */
  readonly twoU: number;
  /** How many values of both samples share each rank, in ascending order. */
  readonly ties: readonly number[];
  readonly hasTies: boolean;
}

/** Walks both sorted samples at once, one distinct value a step. */
function rank(x: readonly number[], y: readonly number[]): Ranking {
  const ties: number[] = [];
  let twoU = 0;
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    const nextX = i < x.length ? (x[i] as number) : Number.POSITIVE_INFINITY;
    const nextY = j < y.length ? (y[j] as number) : Number.POSITIVE_INFINITY;
    const value = Math.min(nextX, nextY);
    if (Number.isNaN(value)) throw new RangeError('NaN has no rank');
    const fromX = i;
    const fromY = j;
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    // Every x here is above the y's before it and equal to the y's beside it.
    twoU += (i - fromX) * (fromY + j);
    ties.push(i - fromX + (j - fromY));
  }
  return { twoU, ties, hasTies: ties.length < x.length + y.length };
}

function normalApproximation(u: number, nx: number, ny: number, ties: readonly number[]): number {
  const n = nx + ny;
  let correction = 0;
  for (const t of ties) correction += t * t * t - t;
  const sd = Math.sqrt((nx * ny * (n + 1 - correction / (n * (n - 1)))) / 12);
  const distance = Math.max(0, Math.abs(u - (nx * ny) / 2) - 0.5);
  return 2 * normalUpper(distance / sd);
}

/**
 * P(2U <= limit) where there are only two values: hypergeometric, by how many x's are the higher.
 *
 * benchstat divides whole numbers here, which rounds towards zero and counts one term too many
 * where `limit` is below all that x's U can be (unequal sizes only). Kept, for the same p.
 */
function twoValues(limit: number, nx: number, [lower = 0, higher = 0]: readonly number[]): number {
  const most = Math.trunc((limit - nx * (lower - nx)) / (lower + higher));
  let within = 0;
  for (let k = Math.max(0, nx - lower); k <= most && k <= Math.min(nx, higher); k++) {
    within += choose(lower, nx - k) * choose(higher, k);
  }
  return within / choose(lower + higher, nx);
}

/**
 * P(2U <= limit) for x's U, when every choice of nx of the pooled values is as likely.
 *
 * The ranks are cut in two, near the middle: a half has few patterns of ties, so that its table
 * is nearly always known already. For j x's in the lower half, 2U is what either half holds
 * within itself, plus 2 for each x of the upper half and y of the lower.
 */
function lowerTail(limit: number, nx: number, ties: readonly number[]): number {
  const middle = cut(ties);
  const low = halfTable(ties, 0, middle);
  const high = halfTable(ties, middle, ties.length);
  let within = 0;
  let all = 0;
  for (let j = Math.max(0, nx - high.size); j <= Math.min(nx, low.size); j++) {
    const row = rowStart(low.size, j);
    const other = rowStart(high.size, nx - j);
    const lowMost = 2 * j * (low.size - j);
    const highMost = 2 * (nx - j) * (high.size - nx + j);
    const rest = limit - 2 * (nx - j) * (low.size - j);
    let before = 0;
    for (let u = 0; u <= lowMost && u <= rest; u++) {
      const upTo = low.atMost[row + u] as number;
      const room = Math.min(rest - u, highMost);
      within += (upTo - before) * (high.atMost[other + room] as number);
      before = upTo;
    }
    all += (low.atMost[row + lowMost] as number) * (high.atMost[other + highMost] as number);
  }
  return within / all;
}

/** The first rank of the upper half: as near to the middle of the values as can be. */
function cut(ties: readonly number[]): number {
  let values = 0;
  for (const t of ties) values += t;
  let below = 0;
  let k = 0;
  while (2 * below < values) below += ties[k++] as number;
  return k;
}

/**
 * In how many ways j of a run of ranks' values can be x's with 2U at most u among themselves, for
 * every j and u: row j begins at rowStart and has 2 * j * (size - j) + 1 entries.
 */
interface HalfTable {
  readonly size: number;
  readonly atMost: Float64Array;
}

/** The sum of 2 * i * (size - i) + 1 over the rows before. */
function rowStart(size: number, row: number): number {
  return (row * (row - 1) * (3 * size - 2 * row + 1)) / 3 + row;
}

const tables = new Map<string, HalfTable>();
/** 16 MB: thousands of tables for ten samples a side. */
const entriesKept = 2_000_000;
let entries = 0;

function halfTable(ties: readonly number[], from: number, to: number): HalfTable {
  let key = '';
  for (let k = from; k < to; k++) key += String.fromCharCode(ties[k] as number);
  let table = tables.get(key);
  if (table === undefined) {
    table = count(ties, from, to);
    if (entries > entriesKept) {
      tables.clear();
      entries = 0;
    }
    entries += table.atMost.length;
    tables.set(key, table);
  }
  return table;
}

/**
 * Adds the ranks from the lowest: with `seen` values placed, j of them x's, making c of the next
 * rank's t values x's adds c * (2 * (seen - j) + t - c) to 2U, in choose(t, c) ways. A half holds
 * at most 50 values, so every count is exact.
 */
function count(ties: readonly number[], first: number, last: number): HalfTable {
  let size = 0;
  for (let k = first; k < last; k++) size += ties[k] as number;
  const ways = new Float64Array(rowStart(size, size + 1));
  ways[0] = 1;
  let seen = 0;
  for (let k = first; k < last; k++) {
    const t = ties[k] as number;
    // From the highest row down, because a row takes from those below it as they were; what the
    // row held itself stands for c = 0.
    for (let now = seen + t; now > 0; now--) {
      let choices = 1;
      for (let c = 1; c <= t && c <= now; c++) {
        choices = (choices * (t - c + 1)) / c;
        const j = now - c;
        if (j > seen) continue;
        const from = rowStart(size, j);
        const into = rowStart(size, now) + c * (2 * (seen - j) + t - c);
        for (let u = 2 * j * (seen - j); u >= 0; u--) {
          ways[into + u] = (ways[into + u] as number) + choices * (ways[from + u] as number);
        }
      }
    }
    seen += t;
  }
  for (let row = 0; row <= size; row++) {
    const end = rowStart(size, row + 1);
    for (let u = rowStart(size, row) + 1; u < end; u++) {
      ways[u] = (ways[u] as number) + (ways[u - 1] as number);
    }
  }
  return { size, atMost: ways };
}
