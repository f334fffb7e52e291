/**
 * What gungraun (formerly iai-callgrind) and iai print: the benchmark, and below it what was counted. Behind a bar is an
 * earlier run, in brackets the change; neither is of this run. What several tools counted under one name is the first's.
 *
 *     bench::group::fib short:10
 *       Instructions:                1734|1650            (+5.09090%) [+1.04844x]
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';
import { valgrindMetric } from './valgrindmetrics.ts';

const marks = [Buffer.from('Instructions:'), Buffer.from('======='), Buffer.from('  Errors:')];
/** `  L1 Hits:   2359|2275   (+3.69%)`; of several processes `## Total` stands before the sums. */
const counted = /^ {2,4}([A-Z][\w+ -]*): +(\S+)/;
const section = /^ {2,4}(?:=======|## |-{3,}|(?:Command|Details|Logfile|Baselines?): )/;
/** What cargo, the test harness and the tool itself say between benchmarks. */
const chatter =
  /^(?:running \d+ tests?$|test result: |test .* \.\.\. |Gungraun result: |Iai-Callgrind result: |\s*(?:Running|Compiling|Finished|Blocking|warning|error|note)\b)/;

interface Counted {
  readonly name: string;
  readonly metrics: Map<string, Metric>;
}

export function readGungraunText({ bytes }: InputFile): Reading | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!marks.some((mark) => whole.includes(mark))) return null;
  const found: Counted[] = [];
  const lost = noLosses();
  let name: string[] = [];
  let open: Counted | null = null;
  const lines = whole.toString('utf8').split('\n');
  for (const [i, text] of lines.entries()) {
    const line = i + 1;
    const value = counted.exec(text);
    if (value === null && !section.test(text)) {
      open = null;
      if (text.trim() === '' || text.startsWith(' ') || chatter.test(text)) name = [];
      else name.push(text.trim());
      continue;
    }
    if (open === null) {
      open = { name: name.join(' '), metrics: new Map() };
      name = [];
      if (open.name !== '') found.push(open);
      else {
        const message = 'what was counted has no benchmark before it, did something print between?';
        lose(lost, { name: '', line, message });
      }
    }
    if (/^ {2,4}## Total/.test(text)) open.metrics.clear();
    const metric = value === null ? null : metricOf(value);
    if (metric !== null && line === lines.length) {
      const { unit, better } = metric;
      const message = `${open.name}: ${unit} is on a line that does not end, was the file cut off?`;
      lose(lost, { name: open.name, unit, better, line, message });
    } else if (metric !== null && !open.metrics.has(metric.unit))
      open.metrics.set(metric.unit, metric);
  }
  const records = found.flatMap(({ name: item, metrics }): BenchmarkRecord[] =>
    metrics.size === 0 ? [] : [{ name: item, metrics: [...metrics.values()] }],
  );
  if (records.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

/** Null where only an earlier run counted it. */
function metricOf([, label = '', said = '']: RegExpExecArray): Metric | null {
  const [now = ''] = said.split('|', 1);
  if (now === 'N/A') return null;
  const isNumber = /^\d[\d,]*(?:\.\d+)?$/.test(now);
  return valgrindMetric(label, isNumber ? Number(now.replaceAll(',', '')) : Number.NaN);
}
