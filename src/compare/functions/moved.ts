/**
 * Cost that changed its name: a function inlined into its caller, cut out of it, or renamed. What
 * one name gains another loses, and the two together cost what they did.
 *
 * A function that got heavier is never excused because something else happened to get cheaper. It
 * takes another function that evidently fell, a sign that the one's cost is the other's (below), and
 * then the test of the sum, which is one test of one share like any other: it must exclude the
 * threshold. A fall that was used stays in its group, so that it cannot excuse two rises.
 *
 * The sign, by what the caller's stack (cum) says, since inclusive cost does not move:
 * - inlined into: what the riser calls got cheaper by as much as the riser itself got dearer;
 * - cut out of: what the faller calls got dearer by as much as the faller itself got cheaper;
 * - renamed: one of the two exists on one side, the other on the other, in one file or package, and with all that
 *   they call they cost about the same;
 * - one identity: only generated parts of the name differ.
 */
import type { Moved } from '../../model/functions.ts';
import type { Tested } from './dispersion.ts';
import { identity, packageOf } from './identity.ts';

export interface Mover {
  /** Number of the function. */
  readonly at: number;
  readonly name: string;
  readonly file: string;
  /** Changes of the shares, the head on main's scale. */
  readonly flat: number;
  readonly cum: number;
  /** Flat share, of the side where it is larger. */
  readonly share: number;
  /** One-sided p-value of the change of flat. */
  readonly p: number;
  readonly inBase: boolean;
  readonly inHead: boolean;
}

/** A fall by chance alone is this rare. */
const evident = 0.01;
/**
 * Shares sum to one: two functions that are nearly all of a profile keep their sum whatever they do, so
 * that it tells nothing. Names still do.
 */
const nearlyAll = 0.75;
/** Part of the move that the other end's stacks must show; samples are few. */
const shown = 0.5;
/** Ranks of the signs that are in the name and the place of a function. */
const byName = 1;
/** A new name beside a gone one that cost much less or much more: tried when nothing else explains it. */
const lastTried = 6;
/** Falls tried for one rise: a bound on the work, and on what may excuse. */
const most = 8;

interface Group {
  readonly from: readonly Mover[];
  readonly to: readonly Mover[];
  readonly sum: Tested;
}

/** A fall that may be the other end of a rise; the lower the rank, the surer the sign. */
interface Source {
  readonly faller: Mover;
  readonly rank: number;
  /** How much the two differ in size. */
  readonly unlike: number;
}

type Sum = (functions: readonly number[]) => Tested | null;

/**
 * What moved, by number of the function. `threshold` is the rise that matters; `sum` tests the
 * share of several functions together.
 */
export function findMoved(
  movers: readonly Mover[],
  threshold: number,
  sum: Sum,
): ReadonlyMap<number, Moved> {
  const fallers = movers.filter(({ flat, p }) => flat < 0 && p < evident);
  const rises = movers
    .filter(({ flat }) => flat >= threshold)
    .map((riser) => ({ riser, sources: tellingSources(riser, fallers) }))
    .filter(({ sources }) => sources.length > 0)
    // The surest pair first, so that it is not taken by a rise that may have another.
    .sort((a, b) => bySign(a.sources[0] as Source, b.sources[0] as Source));
  const groups = new Map<Mover, Group>();
  for (const { riser, sources } of rises) {
    const group = explain(riser, tried(sources, groups), groups, threshold, sum);
    if (group === null) continue;
    for (const member of [...group.from, ...group.to]) groups.set(member, group);
  }
  return new Map([...groups].map(([{ at }, group]) => [at, movedOf(group)]));
}

const bySign = (a: Source, b: Source): number =>
  a.rank - b.rank || a.unlike - b.unlike || a.faller.at - b.faller.at;

function sourcesOf(riser: Mover, fallers: readonly Mover[]): Source[] {
  const sources: Source[] = [];
  for (const faller of fallers) {
    const rank = rankOf(riser, faller);
    if (rank !== null) sources.push({ faller, rank, unlike: Math.abs(riser.flat + faller.flat) });
  }
  return sources.sort(bySign);
}

/**
 * A name says which function it was: no other fall that happens to be large is tried then. A gone name that was
 * another's before says nothing any more.
 */
function tried(sources: readonly Source[], groups: ReadonlyMap<Mover, Group>): readonly Source[] {
  const named = sources.filter(({ rank }) => rank <= byName);
  const isFree = ({ faller, rank }: Source) => rank === 0 || !groups.has(faller);
  return (named.some(isFree) ? named : sources).slice(0, most);
}

/** How sure the sign is that the one's cost was the other's, 0 the most; null where there is none. */
function rankOf(riser: Mover, faller: Mover): number | null {
  if (identity(riser.name) === identity(faller.name)) return 0;
  const near =
    packageOf(riser.name) === packageOf(faller.name) ||
    (riser.file !== '' && riser.file === faller.file);
  const isReplaced = near && !riser.inBase && !faller.inHead;
  if (isReplaced && isAsDear(riser, faller)) return 1;
  // The callees of the faller tell which function fell, those of the riser only that one did.
  const sign = isCutOut(riser, faller) ? 2 : callees(riser) <= -shown * riser.flat ? 3 : null;
  if (sign === null) return isReplaced ? lastTried : null;
  return near ? sign : sign + 2;
}

/** Of several new names and several gone ones in a file this tells which was which. */
const isAsDear = ({ cum: gained }: Mover, { cum: lost }: Mover): boolean =>
  Math.min(gained, -lost) >= shown * Math.max(gained, -lost);

/** What the faller calls got dearer by at least half of what moved. */
const isCutOut = (riser: Mover, faller: Mover): boolean =>
  callees(faller) >= shown * Math.min(riser.flat, -faller.flat);

/** Change of what a function calls. */
const callees = (mover: Mover): number => mover.cum - mover.flat;

const tellingSources = (riser: Mover, fallers: readonly Mover[]): Source[] =>
  sourcesOf(riser, fallers).filter(
    ({ faller, rank }) => rank <= byName || riser.share + faller.share <= nearlyAll,
  );

/** One fall that explains the rise, else as many as it takes; the best attempt if none does. */
function explain(
  riser: Mover,
  sources: readonly Source[],
  groups: ReadonlyMap<Mover, Group>,
  threshold: number,
  sum: Sum,
): Group | null {
  const fallers = sources
    .toSorted((a, b) => Number(groups.has(a.faller)) - Number(groups.has(b.faller)))
    .map(({ faller }) => faller);
  const attempts = [
    ...fallers.map((faller) => [faller]),
    ...fallers.slice(1).map((_, i) => fallers.slice(0, i + 2)),
  ].filter((taken) => taken.length === 1 || isWithin(riser, taken, threshold));
  let best: Group | null = null;
  for (const taken of attempts) {
    const group = together(riser, taken, groups, sum);
    if (group === null) return null;
    if (best === null || group.sum.worst < best.sum.worst) best = group;
    if (group.sum.worst < threshold) return group;
  }
  return best;
}

/**
 * Of many falls some always add up to the rise, because shares sum to one. What was inlined is no more
 * than what the riser's callees lost; falls of which their own callees tell are no guess.
 */
function isWithin(riser: Mover, taken: readonly Mover[], threshold: number): boolean {
  const guessed = taken.filter((faller) => !isCutOut(riser, faller));
  const lost = guessed.reduce((sum, { flat }) => sum - flat, 0);
  return lost <= threshold - callees(riser);
}

/** The rise, the falls, and all that these were used for before, as one. */
function together(
  riser: Mover,
  taken: readonly Mover[],
  groups: ReadonlyMap<Mover, Group>,
  sum: Sum,
): Group | null {
  const before = taken.flatMap((faller) => groups.get(faller) ?? []);
  const from = [...new Set([...taken, ...before.flatMap((group) => group.from)])];
  const to = [...new Set([riser, ...before.flatMap((group) => group.to)])];
  const tested = sum([...from, ...to].map(({ at }) => at));
  return tested === null ? null : { from, to, sum: tested };
}

const names = (movers: readonly Mover[]): string[] =>
  movers
    .toSorted((a, b) => Math.abs(b.flat) - Math.abs(a.flat) || a.at - b.at)
    .map(({ name }) => name);

const movedOf = ({ from, to, sum }: Group): Moved => ({
  from: names(from),
  to: names(to),
  delta: sum.delta,
  least: sum.least,
  worst: sum.worst,
});
