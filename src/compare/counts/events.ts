/**
 * What was counted beside instructions, as metrics of their own: branches, misses of a simulated cache, and
 * a number of cycles estimated from them. Events are named as callgrind or perf names them.
 */
import type { EventKind } from '../../model/counts.ts';

type Events = Readonly<Record<string, number>>;

interface Metric {
  readonly unit: string;
  /** Sums of events, each as one counter names them; the first whose events are all there is used. */
  readonly sums: readonly (readonly (readonly [event: string, weight: number])[])[];
}

const each = (weight: number, ...events: string[]) => events.map((text) => [text, weight] as const);
const firstLevel = ['I1mr', 'D1mr', 'D1mw'];
const lastLevel = ['ILmr', 'DLmr', 'DLmw'];
const mispredicts = ['Bcm', 'Bim'];

const metrics: Readonly<Record<EventKind, readonly Metric[]>> = {
  branches: [
    { unit: 'branches/op', sums: [each(1, 'Bc', 'Bi'), each(1, 'branches:u')] },
    { unit: 'mispredicts/op', sums: [each(1, ...mispredicts), each(1, 'branch-misses:u')] },
  ],
  cache: [
    { unit: 'L1-misses/op', sums: [each(1, ...firstLevel)] },
    { unit: 'LL-misses/op', sums: [each(1, ...lastLevel), each(1, 'cache-misses:u')] },
  ],
  cycles: [
    {
      // CEst of KCachegrind (libcore/eventtype.cpp), of the events that callgrind is asked for here.
      unit: 'est-cycles/op',
      sums: [
        [
          ...each(1, 'Ir'),
          ...each(10, ...mispredicts),
          ...each(10, ...firstLevel),
          ...each(100, ...lastLevel),
        ],
      ],
    },
  ],
};

/** What these events say of each kind, by unit; a metric whose events the counter does not have is left out. */
export function metricsOf(kinds: readonly EventKind[], events: Events): Map<string, number> {
  const found = new Map<string, number>();
  for (const { unit, sums } of kinds.flatMap((kind) => metrics[kind])) {
    const sum = sums.find((texts) => texts.every(([event]) => events[event] !== undefined));
    if (sum === undefined) continue;
    found.set(
      unit,
      sum.reduce((all, [event, weight]) => all + weight * (events[event] ?? 0), 0),
    );
  }
  return found;
}
