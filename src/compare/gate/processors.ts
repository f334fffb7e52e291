/**
 * GOMAXPROCS, which Go writes behind a benchmark's name and which is the machine's: `Encode-4` and
 * `Encode-8` are one benchmark on unlike machines, and not one that is gone and one that is new.
 */
import type { Run, Series } from '../../model/run.ts';

/** A number at the end of the name, before what tells two settings apart (` /key=value`). */
const suffix = /-([1-9]\d*)(?= \/|$)/;

/**
 * That all benchmarks of the base ran with another number of processors than all of the head, and
 * some of them are the same but for that; null where it is not so.
 */
export function otherProcessors(head: Run, base: Run): string | null {
  const [value, there] = [processorsOf(head.series), processorsOf(base.series)];
  if (value === null || there === null || value === there) return null;
  const names = new Set(head.series.map((series) => nameless(series, value)));
  return base.series.some((series) => names.has(nameless(series, there)))
    ? `other GOMAXPROCS: -${there} (here -${value})`
    : null;
}

/** The one number behind all names; 1 where none has any, as Go then writes nothing; null where they differ. */
function processorsOf(series: readonly Series[]): number | null {
  const seen = new Set(series.map((item) => Number(suffix.exec(item.benchmark)?.[1] ?? 1)));
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : null;
}

const nameless = ({ package: from, benchmark }: Series, processors: number): string =>
  `${from}\0${processors === 1 ? benchmark : benchmark.replace(suffix, '')}`;
