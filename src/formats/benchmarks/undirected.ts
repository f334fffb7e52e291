/** Units of which neither the file nor their own shape says which way they improve. */
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord } from './format.ts';
import { betterOf, tidy } from './unit.ts';

/** One warning for all of them: they are shown, and gated only where the configuration says how. */
export function undirected(file: string, records: readonly BenchmarkRecord[]): Warning[] {
  const units = new Set<string>();
  for (const { metrics } of records) {
    for (const { unit, better } of metrics) {
      const tidied = tidy(unit).unit;
      if (better === undefined && betterOf(tidied) === 'unknown') units.add(tidied);
    }
  }
  const [first, ...others] = units;
  if (first === undefined) return [];
  const named = [first, ...others.slice(0, 4)].map((unit) => JSON.stringify(unit)).join(', ');
  const more = others.length > 4 ? ` and ${others.length - 4} more` : '';
  const message = `nothing here says which way ${named}${more} improves, so that it is shown and gated only where the configuration says it: \`units: { ${JSON.stringify(first)}: lower }\` (or higher)`;
  return [{ kind: 'syntax', file, message }];
}
