/** Benchmarks that have another name now: what was measured under the former one is of the new one. */
import type { Run, Series } from '../../model/run.ts';

/**
 * A run of the base with the present names. `renamed`: by the former name, with or without its package; a name that the
 * run has already is not taken twice.
 */
export function withPresentNames(run: Run, renamed: Readonly<Record<string, string>>): Run {
  if (Object.keys(renamed).length === 0) return run;
  const has = new Set(run.series.map((series) => `${series.package}\n${series.benchmark}`));
  const named = (series: Series): Series => {
    const name = presentName(series, renamed);
    return name === undefined || has.has(`${series.package}\n${name}`)
      ? series
      : { ...series, benchmark: name };
  };
  return { ...run, series: run.series.map(named) };
}

function presentName(
  series: Series,
  renamed: Readonly<Record<string, string>>,
): string | undefined {
  const full = `${series.package}.${series.benchmark}`;
  for (const key of [full, series.benchmark]) {
    if (Object.hasOwn(renamed, key)) return renamed[key];
  }
  return undefined;
}
