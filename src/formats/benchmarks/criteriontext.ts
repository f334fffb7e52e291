/**
 * What criterion prints for people, of each benchmark the middle one of three estimates, to five digits:
 *
 *     sum/bytes/64            time:   [28.121 ns 28.403 ns 28.765 ns]
 *                             thrpt:  [2.0721 GiB/s 2.0985 GiB/s 2.1196 GiB/s]
 *
 * A name that is long stands on a line of its own, before. What it says of a change is against an earlier run and left out.
 * `Benchmarking NAME` is printed before the benchmark runs: one that has no time after it is lost.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

const mark = Buffer.from('time:');
const nanoseconds: Readonly<Record<string, number>> = {
  ...{ ps: 1e-3, ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9 },
};
const prefixes: Readonly<Record<string, number>> = {
  ...{ '': 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
};
/** `[28.121 ns 28.403 ns 28.765 ns]`: the middle one and its unit. */
const estimates = /^\[\S+ \S+ (\d+(?:\.\d+)?) (\S+) \S+ \S+\]$/;
const change = /^\[[-+−]?(?:\d[\d.]*|NaN|inf)%/;

export function readCriterionText({ file: _, bytes }: InputFile): Reading | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(mark)) return null;
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let started = null as { readonly name: string; readonly line: number } | null;
  /** The last line that may be a name, and the last result's metrics, to which a rate may be added. */
  let before = '';
  let metrics: Metric[] | null = null;
  let isOurs = false;
  const settle = () => {
    if (started === null) return;
    const { name, line } = started;
    lose(lost, { name, line, message: `${name} was begun and has no time, did it fail?` });
    started = null;
  };
  for (const [i, text] of whole.toString('utf8').split('\n').entries()) {
    const line = i + 1;
    const [at, found] = labelled(text);
    if (found === null) {
      const begun = /^Benchmarking (.+?)(?:: (?:Warming up|Collecting|Analyzing)\b.*)?$/.exec(text);
      if (begun?.[1] !== undefined && begun[1] !== started?.name) {
        settle();
        started = { name: begun[1], line };
      }
      if (text.trim() !== '') before = text.startsWith(' ') ? '' : text.trimEnd();
      continue;
    }
    const said = text.slice(at + 'time: '.length).trim();
    if (change.test(said)) continue;
    if (found === 'thrpt') {
      const rate = rateOf(estimates.exec(said));
      if (metrics !== null) metrics.push(rate ?? { unit: 'B/s', samples: [Number.NaN] });
      metrics = null;
      continue;
    }
    const name = text.slice(0, at).trim() || before;
    const time = timeOf(estimates.exec(said));
    if (time === null && !said.startsWith('[')) continue;
    isOurs = true;
    before = '';
    metrics = null;
    if (name === started?.name) started = null;
    if (time === null) lose(lost, { name, line, message: `${name} has no time on this line` });
    else if (name === '') lose(lost, { name, line, message: 'a time has no name before it' });
    else {
      metrics = [time];
      records.push({ name, metrics });
    }
  }
  settle();
  if (!isOurs && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

/** Where a line says `time:` or `thrpt:`, and which; what benchmarks are called may hold either. */
function labelled(text: string): readonly [number, 'time' | 'thrpt' | null] {
  const time = text.lastIndexOf('time: ');
  if (time >= 0) return [time, 'time'];
  const rate = text.indexOf('thrpt: ');
  return rate >= 0 && text.slice(0, rate).trim() === '' ? [rate, 'thrpt'] : [-1, null];
}

function timeOf(found: RegExpExecArray | null): Metric | null {
  const factor = nanoseconds[found?.[2] ?? ''];
  if (factor === undefined) return null;
  return { unit: 'ns/op', samples: [Number(found?.[1]) * factor] };
}

function rateOf(found: RegExpExecArray | null): Metric | null {
  const [, prefix = '', unit = ''] = /^([KMGT]i?)?(\S+)\/s$/.exec(found?.[2] ?? '') ?? [];
  const factor = prefixes[prefix];
  if (unit === '' || factor === undefined) return null;
  return { unit: `${unit}/s`, samples: [Number(found?.[1]) * factor] };
}
