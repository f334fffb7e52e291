/**
 * Whether the wall time of a benchmark is its CPU time: it has one thread and waits for nothing. Then its CPU
 * time tells the same as its wall time, and other work on the machine is in the way of the second alone.
 *
 * A run that waits looks like one that had to share its CPU. So it is asked of the quiet runs: other work
 * only ever adds to what is not CPU time, and comes and goes, while what a program waits for is there in
 * all runs of a side. Both sides must come down to one floor, and often.
 */
import { signedRankP } from '../../stats/signedrank.ts';

/** One run's times in seconds. */
export interface Times {
  readonly wall: number;
  readonly cpu: number;
}

/** More CPU time than wall time by this part is threads; a garbage collector of its own is less. */
const mostThreads = 0.1;
/** Of the wall time, in the quietest run: two shells and the start of a process are some milliseconds. */
const mostFloor = 0.15;
/** A run this near to the quietest is quiet. A slowdown by 5 % that waits is further away. */
const near = 0.03;
/** So many runs of a side, and this part of all, are quiet. */
const fewestQuiet = 3;
const quietPart = 0.25;
/** Of fewer rounds nobody knows whether the head waits in some of them. */
const fewestRounds = 10;
/** One-sided p, by ranks, that the head waits more: it may not even lean to that. What comes and goes has no floor. */
const leans = 0.5;

/** Both sides round by round, as many of one as of the other. */
export function isCpuTime(bases: readonly Times[], heads: readonly Times[]): boolean {
  if (bases.length < fewestRounds) return false;
  const waited = ({ wall, cpu }: Times) => 1 - cpu / wall;
  const [base, head] = [bases.map(waited), heads.map(waited)];
  const floor = Math.min(...base, ...head);
  // Not where a time is missing either.
  if (!(floor >= -mostThreads && floor <= mostFloor)) return false;
  const quiet = (side: readonly number[]) => side.filter((share) => share <= floor + near).length;
  const [before, now] = [quiet(base), quiet(head)];
  if (before < Math.max(fewestQuiet, quietPart * bases.length) || now < before) return false;
  const ratio = (times: Times | undefined) =>
    times === undefined ? 0 : Math.log(times.wall / times.cpu);
  return signedRankP(heads.map((times, i) => ratio(times) - ratio(bases[i]))) >= leans;
}
