/**
 * What k6 measured of a load: the summary that `--summary-export` or `handleSummary` writes, and the points that
 * `--out json` writes, one a line. A metric of k6 is a benchmark here; times are in milliseconds.
 *
 * Of the summary a trend has its mean, median and percentiles. Of the points each value of a trend is a sample.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { isNumber, type Json, jsonLinesOf, jsonOf, numberOf, objectOf, textOf } from './json.ts';
import { type Losses, lose, noLosses } from './lost.ts';

/** Metrics of k6 itself that are times; the old summary does not say it of any. */
const builtInTimes =
  /^(?:http_req_(?!failed)\w+|iteration_duration|group_duration|ws_(?:connecting|session_duration|ping)|grpc_req_duration|browser_(?!web_vital_cls)\w+)(?:\{.*)?$/;
const isData = (name: string): boolean => /^data_(?:sent|received)(?:\{|$)/.test(name);

export function readK6Summary(input: InputFile): Reading | null {
  const metrics = objectOf(objectOf(jsonOf(input)).metrics);
  const records = Object.entries(metrics).flatMap(([name, item]): BenchmarkRecord[] => {
    const about = objectOf(item);
    const measured = summed(name, about, objectOf(about.values ?? about));
    return measured.length === 0 ? [] : [{ name, metrics: measured }];
  });
  if (records.length === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings: [] };
}

/** The metrics of one of k6's, by what it has: a trend, a counter or a rate. Gauges are settings. */
function summed(name: string, { contains }: Json, values: Json): Metric[] {
  const isTime = contains === undefined ? builtInTimes.test(name) : contains === 'time';
  if (values.avg !== undefined || values.med !== undefined) {
    return Object.entries(values).flatMap(([text, value]): Metric[] => {
      if (text !== 'avg' && text !== 'med' && !/^p\(/.test(text)) return [];
      return isTime
        ? [{ unit: `${text}-sec`, samples: [numberOf(value) * 1e-3] }]
        : [{ unit: text, samples: [numberOf(value)] }];
    });
  }
  const { rate, count, value, passes } = values;
  if (count !== undefined && rate !== undefined) {
    return [{ unit: isData(name) ? 'B/s' : 'count/s', samples: [numberOf(rate)] }];
  }
  // A rate has how many passed beside it; the old summary calls the share `value`.
  if (passes !== undefined) return [share(name, numberOf(rate ?? value))];
  return [];
}

/** What a share counts: failed requests, passed checks, or what only its author knows. */
const share = (name: string, value: number): Metric => ({
  unit: 'share',
  samples: [value],
  better: /failed|error/.test(name) ? 'lower' : /^checks(?:\{|$)/.test(name) ? 'higher' : 'unknown',
});

/** What the points of one metric add up to. */
interface Points {
  readonly type: string;
  readonly isTime: boolean;
  readonly values: number[];
}

export function readK6Points(input: InputFile): Reading | null {
  const lost = noLosses();
  const known = new Map<string, Points>();
  let [first, last] = [Infinity, -Infinity];
  const broken = (line: number) => {
    lose(lost, { name: '', line, message: 'this line is no JSON: was the file cut off?' });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const { type, metric, data } = objectOf(value);
    const name = textOf(metric);
    const record = objectOf(data);
    if (type === 'Metric') {
      const isTime = record.contains === 'time';
      known.set(name, { type: textOf(record.type), isTime, values: [] });
    } else if (type === 'Point') {
      const at = Date.parse(textOf(record.time));
      if (at < first) first = at;
      if (at > last) last = at;
      addPoint(known, lost, name, record.value, line);
    }
  }
  if (known.size === 0) return null;
  const seconds = (last - first) / 1000;
  const records = [...known].flatMap(([name, points]): BenchmarkRecord[] => {
    const metric = points.values.length === 0 ? null : metricOf(name, points, seconds);
    return metric === null ? [] : [{ name, metrics: [metric] }];
  });
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

function addPoint(
  known: ReadonlyMap<string, Points>,
  lost: Losses,
  name: string,
  value: unknown,
  line: number,
): void {
  const points = known.get(name);
  if (points === undefined) {
    lose(lost, { name, line, message: `${name}: nothing before this line says what it is` });
  } else if (!isNumber(value)) {
    lose(lost, { name, line, message: `${name}: the value on this line is no number` });
  } else points.values.push(value);
}

function metricOf(name: string, { type, isTime, values }: Points, seconds: number): Metric | null {
  const sum = () => values.reduce((all, value) => all + value, 0);
  switch (type) {
    case 'trend':
      return isTime
        ? { unit: 'sec/op', samples: values.map((value) => value * 1e-3) }
        : { unit: 'value', samples: values };
    case 'counter':
      // All points at one time have no rate.
      if (seconds <= 0) return null;
      return { unit: isData(name) ? 'B/s' : 'count/s', samples: [sum() / seconds] };
    case 'rate':
      return share(name, sum() / values.length);
    default:
      return null;
  }
}
