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
 * - renamed: one of the two exists on one side, the other on the other, in one file or package;
 * - one identity: only generated parts of the name differ.
 */
import type { Moved } from '../model.ts';
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
  /** One-sided p-value of the change of flat. */
  readonly p: number;
  readonly inBase: boolean;
  readonly inHead: boolean;
}

/** A fall by chance alone is this rare. */
const evident = 0.01;
/** Part of the move that the other end's stacks must show; samples are few. */
const shown = 0.5;
/** Falls tried for one rise: a bound on the work, and on what may excuse. */
const most = 8;

interface Group {
  readonly from: readonly Mover[];
  readonly to: readonly Mover[];
  readonly sum: Tested;
}

/**
 * What moved, by number of the function. `threshold` is the rise that matters; `sum` tests the
 * share of several functions together.
 */
export function findMoved(
  movers: readonly Mover[],
  threshold: number,
  sum: (functions: readonly number[]) => Tested | null,
): ReadonlyMap<number, Moved> {
  const risers = movers
    .filter(({ flat }) => flat >= threshold)
    .sort((a, b) => b.flat - a.flat || a.at - b.at);
  const fallers = movers
    .filter(({ flat, p }) => flat < 0 && p < evident)
    .sort((a, b) => a.flat - b.flat || a.at - b.at);
  const groups = new Map<Mover, Group>();
  for (const riser of risers) {
    const related = likeliest(riser, fallers, groups).slice(0, most);
    const group = grow(riser, related, groups, threshold, sum);
    if (group === null) continue;
    for (const member of [...group.from, ...group.to]) groups.set(member, group);
  }
  return new Map([...groups].map(([{ at }, group]) => [at, movedOf(group)]));
}

/** Falls that are related, those not yet used first, then those of the most similar size. */
function likeliest(
  riser: Mover,
  fallers: readonly Mover[],
  groups: ReadonlyMap<Mover, Group>,
): Mover[] {
  const unlike = (faller: Mover) => Math.abs(riser.flat + faller.flat);
  return fallers
    .filter((faller) => areRelated(riser, faller))
    .sort((a, b) => Number(groups.has(a)) - Number(groups.has(b)) || unlike(a) - unlike(b));
}

/** Takes falls, the likeliest first, until they explain the rise; the best attempt if none does. */
function grow(
  riser: Mover,
  related: readonly Mover[],
  groups: ReadonlyMap<Mover, Group>,
  threshold: number,
  sum: (functions: readonly number[]) => Tested | null,
): Group | null {
  let [from, to] = [new Set<Mover>(), new Set([riser])];
  let best: Group | null = null;
  for (const faller of related) {
    const taken = groups.get(faller);
    from = new Set([...from, faller, ...(taken?.from ?? [])]);
    to = new Set([...to, ...(taken?.to ?? [])]);
    const members = [...from, ...to];
    const tested = sum(members.map(({ at }) => at));
    if (tested === null) return null;
    if (best === null || tested.worst < best.sum.worst) {
      best = { from: [...from], to: [...to], sum: tested };
    }
    if (tested.worst < threshold) break;
  }
  return best;
}

function areRelated(riser: Mover, faller: Mover): boolean {
  if (identity(riser.name) === identity(faller.name)) return true;
  const renamed = !riser.inBase && !faller.inHead;
  if (renamed) {
    const samePlace = riser.file !== '' && riser.file === faller.file;
    if (samePlace || packageOf(riser.name) === packageOf(faller.name)) return true;
  }
  const size = shown * Math.min(riser.flat, -faller.flat);
  const callees = (of: Mover) => of.cum - of.flat;
  return callees(riser) <= -size || callees(faller) >= size;
}

const names = (movers: readonly Mover[]): string[] =>
  movers.toSorted((a, b) => Math.abs(b.flat) - Math.abs(a.flat)).map(({ name }) => name);

const movedOf = ({ from, to, sum }: Group): Moved => ({
  from: names(from),
  to: names(to),
  delta: sum.delta,
  worst: sum.worst,
  p: sum.delta > 0 ? sum.p : 1 - sum.p,
});
