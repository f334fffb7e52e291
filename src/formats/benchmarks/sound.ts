/** Metrics that hold a value which is no finite number: left out and told, whatever the format is. */
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { lose, noLosses, notFinite } from './lost.ts';
import { tidy } from './unit.ts';

/** The reading without metrics that cannot be compared, and without records that have no other. */
export function soundOf(reading: Reading): Reading {
  if (reading.records.every(({ metrics }) => metrics.every((item) => defectOf(item) === null))) {
    return reading;
  }
  const lost = reading.lost ?? noLosses();
  const records = reading.records.flatMap((record): BenchmarkRecord[] => {
    const metrics = record.metrics.filter((metric) => {
      const defect = defectOf(metric);
      if (defect === null) return true;
      const { unit, better } = metric;
      lose(lost, { name: record.name, unit, better, message: `${record.name}: ${unit} ${defect}` });
      return false;
    });
    return metrics.length === 0 ? [] : [{ ...record, metrics }];
  });
  return { ...reading, records, results: Math.min(reading.results, records.length), lost };
}

/** Why a metric cannot be compared, as the end of a sentence; null where it can. */
function defectOf({ unit, samples }: Metric): string | null {
  if (samples.length === 0) return 'has no value';
  const { factor } = tidy(unit);
  for (const sample of samples) {
    if (!Number.isFinite(sample * factor)) {
      return notFinite(sample);
    }
  }
  return null;
}
