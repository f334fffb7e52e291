/** Benchmarks that have another name now: what was measured under the former one is of the new one. */
import type { Run, Series } from '../../model/run.ts';

/**
 * A run of the base with the present names. `renamed`: by the former name, with or without its package; a name that the
 * run has already is not taken twice.
 */
export function withPresentNames(run: Run, renamed: Readonly<Record<string, string>>): Run {
  if (Object.keys(renamed).length === 0) return run;
  const has = new Set(run.series.map((of) => `${of.package}\n${of.benchmark}`));
  const named = (of: Series): Series => {
    const name = presentName(of, renamed);
    return name === undefined || has.has(`${of.package}\n${name}`)
      ? of
      : { ...of, benchmark: name };
  };
  return { ...run, series: run.series.map(named) };
}

function presentName(of: Series, renamed: Readonly<Record<string, string>>): string | undefined {
  const full = `${of.package}.${of.benchmark}`;
  for (const key of [full, of.benchmark]) {
    if (Object.hasOwn(renamed, key)) return renamed[key];
  }
  return undefined;
}
