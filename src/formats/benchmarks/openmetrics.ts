/**
 * OpenMetrics text, and the older one of Prometheus: `name{label="value"} 1.5`, with the type and the unit of a family
 * before it. A line is a sample, named by its family and its labels, `http_request_duration_seconds/path=home`.
 * Of a histogram there is the mean (its sum over its count), of a summary the quantiles too; buckets, information and
 * states are no measurements.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { inBase } from './inbase.ts';
import { lose, noLosses } from './lost.ts';
import { undirected } from './undirected.ts';

interface Family {
  readonly type: string;
  unit: string;
}

const sample =
  /^([A-Za-z_:][\w:]*)(?:\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\})? ([^\s#]+)(?: [^\s#]+)?(?: #.*)?$/;
const label = /([A-Za-z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const endings = ['', '_total', '_sum', '_count', '_bucket', '_created', '_info'];
const passedOver = new Set(['info', 'stateset', 'gaugehistogram']);

/** Longer lines could make an expression take very long. */
const longestLine = 4000;

export function readOpenMetrics({ file, bytes }: InputFile): Reading | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const families = new Map<string, Family>();
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  /** Sums of histograms and summaries, until their counts come. */
  const sums = new Map<string, number>();
  const rows = text.split('\n');
  for (const [i, whole] of rows.entries()) {
    const line = i + 1;
    const row = whole.slice(0, longestLine).trimEnd();
    const [, keyword, family = '', said = ''] = /^# (TYPE|UNIT) (\S+)(?: (\S+))?/.exec(row) ?? [];
    if (keyword === 'TYPE') families.set(family, { type: said, unit: unitOfName(family) });
    const known = families.get(family);
    if (keyword === 'UNIT' && known !== undefined) known.unit = said;
    if (row === '# EOF') break;
    if (row === '' || row.startsWith('#')) continue;
    const [, name, labels = '', value = ''] = sample.exec(row) ?? [];
    if (name === undefined || i === rows.length - 1) {
      const what = /^[\w:]+/.exec(row)?.[0] ?? '';
      const why = name === undefined ? 'this line is no sample' : 'the last line has no end';
      lose(lost, {
        name: what,
        line,
        message: `${what || 'a result'}: ${why}: was the file cut off?`,
      });
      continue;
    }
    const ending = endings.find((item) => name.endsWith(item) && families.has(base(name, item)));
    const item = families.get(base(name, ending ?? ''));
    if (item !== undefined && passedOver.has(item.type)) continue;
    if (ending === '_bucket' || ending === '_created') continue;
    const named = base(name, ending ?? '') + labelled(labels);
    const number = numberOf(value);
    if (ending === '_sum') sums.set(named, number);
    else if (ending === '_count') {
      const sum = sums.get(named);
      if (sum !== undefined && number > 0) records.push(recordOf(named, item, sum / number));
    } else records.push(recordOf(named, item, number));
  }
  const warnings = undirected(file, records);
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

const base = (name: string, ending: string): string =>
  ending === '' ? name : name.slice(0, -ending.length);

/** The unit that a name ends with, as both formats have it. */
const unitOfName = (name: string): string =>
  /_(seconds|milliseconds|bytes|ratio)(?:_total)?$/.exec(name)?.[1] ?? '';

const labelled = (labels: string): string =>
  [...labels.matchAll(label)]
    .map(([, key, value = '']) => `/${key}=${value.replace(/\\(.)/g, '$1')}`)
    .join('');

const numberOf = (text: string): number =>
  /^[+-]?Inf$/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);

function recordOf(name: string, family: Family | undefined, value: number): BenchmarkRecord {
  // Of a metric without a unit the direction can be said by its own name.
  const { unit, factor } = inBase(family?.unit || (/^[\w:]+/.exec(name)?.[0] ?? name));
  const metric: Metric = { unit, samples: [value * factor] };
  return { name, metrics: [metric] };
}
