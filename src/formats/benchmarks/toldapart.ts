/** One benchmark that a tool ran in several ways (modes, threads, machines) is several, in all its metrics alike. */
import type { BenchmarkRecord } from './format.ts';

/** With ` /key=value` behind the name for each setting that differs between results of one name in this file. */
export function toldApart(records: readonly BenchmarkRecord[]): BenchmarkRecord[] {
  const ways = new Map<string, Map<string, Set<string>>>();
  for (const { name, settings = new Map<string, string>() } of records) {
    const known = ways.get(name) ?? new Map<string, Set<string>>();
    ways.set(name, known);
    for (const [key, value] of settings) {
      known.set(key, (known.get(key) ?? new Set<string>()).add(value));
    }
  }
  return records.map((record) => {
    const keys = [...(ways.get(record.name) ?? [])].filter(([, values]) => values.size > 1);
    const suffix = keys.map(([key]) => ` /${key}=${record.settings?.get(key) ?? ''}`).join('');
    return { ...record, name: record.name + suffix };
  });
}
