/**
 * The summaries of gungraun, formerly iai-callgrind: the summary.json of a benchmark (`--save-summary`), or what it prints with
 * `--output-format json`, where other programs' lines stand between. Named as in its text. Where several tools counted
 * under one name, it is the first's.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { type Json, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { valgrindMetric } from './valgrindmetrics.ts';

export function readGungraun({ bytes }: InputFile): Reading | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let isOurs = false;
  for (const { line, value } of documents(text)) {
    if (value === undefined) {
      const message = 'a summary that is not whole JSON, was it cut off?';
      lose(lost, { name: '', line, message });
      continue;
    }
    const summary = objectOf(value);
    if (typeof summary.module_path !== 'string') continue;
    isOurs = true;
    const name = nameOf(summary);
    const metrics = metricsOf(listOf(summary.profiles).map(objectOf));
    if (metrics.length > 0) records.push({ name, metrics });
    else lose(lost, { name, line, message: `${name}: ${whyNothing(summary)}` });
  }
  if (!isOurs) return null;
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

/** `bench::group::fib short:10`. */
function nameOf({ module_path: path, id, details: old, description }: Json): string {
  const details = description ?? old;
  const text = textOf(id) === '' ? '' : ` ${textOf(id)}${details == null ? '' : ':'}`;
  return `${textOf(path)}${text}${textOf(details)}`;
}

const whyNothing = ({ profiles, version }: Json): string =>
  Array.isArray(profiles)
    ? 'no tool counted anything that is of this run'
    : `a summary of version ${textOf(version) || '?'} is not read, that of gungraun is`;

function metricsOf(profiles: readonly Json[]): Metric[] {
  const metrics = new Map<string, Metric>();
  for (const [name, said] of profiles.flatMap(totalOf)) {
    const value = countOf(objectOf(said));
    if (value === null) continue;
    const metric = valgrindMetric(name, value);
    if (!metrics.has(metric.unit)) metrics.set(metric.unit, metric);
  }
  return [...metrics.values()];
}

/** What a tool counted in all its processes: of version 7 in `data`, before by the tool's name in `summaries`. */
function totalOf({ data, summaries }: Json): (readonly [string, unknown])[] {
  const { metrics } = objectOf(objectOf(data).total);
  if (metrics !== undefined) return Object.entries(objectOf(metrics));
  const byTool = objectOf(objectOf(objectOf(summaries).total).summary);
  return Object.values(byTool).flatMap((item) => Object.entries(objectOf(item)));
}

/** `new` is this run; before version 7 `Left`, `Both` this one and an earlier one. Of an earlier one alone: null. */
function countOf({ values, metrics }: Json): number | null {
  if (values !== undefined) {
    const { new: now, old } = objectOf(values);
    return now === undefined && old !== undefined ? null : numberOf(now);
  }
  const { Left, Both, Right } = objectOf(metrics);
  if (Right !== undefined) return null;
  const { Int, Float } = objectOf(Left ?? listOf(Both)[0]);
  return numberOf(Int ?? Float);
}

/** The JSON objects among other lines, each from a line that begins it; `undefined` for one that is not whole. */
function* documents(text: string): Generator<{ readonly line: number; readonly value: unknown }> {
  const all = text.split('\n');
  for (let i = 0; i < all.length; ) {
    const start = i++;
    const first = all[start] ?? '';
    if (!first.trimStart().startsWith('{')) continue;
    const indent = first.indexOf('{');
    // One laid out in lines ends where its first bracket is closed, or where another begins.
    if (first.trim() === '{') {
      const closes = `${' '.repeat(indent)}}`;
      while (i < all.length && all[i - 1]?.trimEnd() !== closes && all[i]?.indexOf('{') !== indent)
        i++;
    }
    yield { line: start + 1, value: parsed(all.slice(start, i).join('\n')) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
