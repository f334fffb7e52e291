/**
 * The JSON of `bencher perf`: for each branch, testbed, benchmark and measure its values, each with the report, the commit and
 * the time it is of. A report is a run, and its iterations are samples.
 */
import { measureOf } from '../benchmarks/bmf.ts';
import { listOf, objectOf, textOf } from '../benchmarks/json.ts';
import { jsonFile, type Suite, type Value } from './history.ts';

interface Report {
  readonly commit: string;
  readonly time: string;
  readonly values: Map<string, Value & { readonly values: unknown[] }>;
}

/** Null for another history. A suite is a branch on a testbed, `main/ubuntu-latest`. */
export function readBencherHistory(whole: unknown): readonly Suite[] | null {
  const { results } = objectOf(whole);
  if (!Array.isArray(results)) return null;
  const suites = new Map<string, Map<string, Report>>();
  for (const { branch, testbed, benchmark, measure, metrics } of results.map(objectOf)) {
    const suite = `${textOf(objectOf(branch).name)}/${textOf(objectOf(testbed).name)}`;
    const reports = suites.get(suite) ?? new Map<string, Report>();
    suites.set(suite, reports);
    const name = textOf(objectOf(benchmark).name);
    const { slug, name: called } = objectOf(measure);
    const as = measureOf(textOf(slug) || textOf(called));
    for (const record of listOf(metrics).map(objectOf)) {
      const { values } = reportOf(reports, record);
      const key = `${name}\0${as.unit}`;
      const value = values.get(key) ?? { ...as, name, values: [] };
      values.set(key, value);
      value.values.push(objectOf(record.metric).value);
    }
  }
  return [...suites].map(([name, reports]) => ({
    name,
    runs: [...reports.values()].map(({ commit, time, values }) => ({
      ...{ commit, time, benchmarks: jsonFile([...values.values()]) },
    })),
  }));
}

function reportOf(reports: Map<string, Report>, record: Readonly<Record<string, unknown>>): Report {
  const id = textOf(record.report);
  const known = reports.get(id);
  if (known !== undefined) return known;
  const commit = textOf(objectOf(record.version).hash);
  const report: Report = { commit, time: textOf(record.start_time), values: new Map() };
  reports.set(id, report);
  return report;
}
