/**
 * The lines of Rust's own benchmarks, which criterion writes too (`--output-format bencher`):
 *
 *     test sum/bytes/64 ... bench:          18 ns/iter (+/- 0) = 3555 MB/s
 *
 * Harnesses that print alike count other things: `bench: 2835 cycles/iter`, `bench: 1911 MS/s`. A line is one sample; what
 * stands behind `+/-` is no unit of ours and is left out. The name is printed before the benchmark runs, so that what it
 * prints itself stands between the name and its time: such a result is lost, and told.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { type Losses, lose, noLosses } from './lost.ts';

const result = /^bench: +([\d,]+(?:\.\d+)?) (?:([^\s/]+)\/iter|([^\s/]+\/s))(?= |$)(.*)$/;
const rate = /= ([\d,]+(?:\.\d+)?) MB\/s/;
/** What a test that is no benchmark ends with. */
const tested = /^(?:ok|ignored)\b/;
const nanoseconds: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9 };

/** What every such file has somewhere; looked for before lines are. */
const mark = Buffer.from('bench:');

/** A benchmark whose time has not come yet. */
interface Open {
  readonly name: string;
  readonly line: number;
}

export function readBencher({ file, bytes }: InputFile): Reading | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(mark)) return null;
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let open: Open | null = null;
  let isOurs = false;
  for (const [i, text] of whole.toString('utf8').split('\n').entries()) {
    const line = i + 1;
    const { name, rest = '' } = begun(text) ?? {};
    if (name === undefined) {
      if (!isTime(text)) continue;
      isOurs = true;
      loseOpen(lost, open ?? { name: '', line });
      open = null;
      continue;
    }
    open = null;
    const found = result.exec(rest);
    isOurs ||= found !== null || rest.startsWith('bench:');
    if (found !== null) records.push({ name, metrics: metricsOf(found) });
    else if (rest === 'FAILED') {
      warnings.push({ kind: 'failed', file, line, message: `${name} failed` });
    } else if (rest.startsWith('bench:')) {
      lose(lost, { name, line, message: `${name} has no time an iteration on this line` });
    } else if (isTime(rest)) {
      isOurs = true;
      loseOpen(lost, { name, line });
    } else if (!tested.test(rest)) {
      open = { name, line };
    }
  }
  // The file ends where this one's time would have come.
  if (open !== null && isOurs) loseOpen(lost, open);
  return isOurs
    ? { records, results: records.length, environment: new Map(), warnings, lost }
    : null;
}

/** The name of a test, and what is printed after it; null of another line. */
function begun(text: string): { readonly name: string; readonly rest: string } | null {
  const dots = text.startsWith('test ') ? text.indexOf(' ...', 6) : -1;
  if (dots < 0) return null;
  return { name: text.slice(5, dots).trimEnd(), rest: text.slice(dots + 4).replace(/^ /, '') };
}

/** Whether a time stands in this text, wherever something printed put it. */
const isTime = (text: string): boolean =>
  /bench: +[\d,]+(?:\.\d+)? [^\s/]+\/(?:iter|s)(?: |$)/.test(text);

function loseOpen(lost: Losses, { name, line }: Open): void {
  const what = name === '' ? 'a result has no name' : `the result of ${name} is lost`;
  const message = `${what}: probably the benchmark printed something between its name and its time; let it print nothing, or to a file`;
  lose(lost, { name, line, message });
}

function metricsOf([, value = '', unit = '', speed, rest = '']: RegExpExecArray): Metric[] {
  const main = speed === undefined ? costOf(unit, plain(value)) : rateOf(speed, plain(value));
  const [, bytes] = rate.exec(rest) ?? [];
  return bytes === undefined ? [main] : [main, rateOf('MB/s', plain(bytes))];
}

/** What an iteration takes; harnesses that print as libtest does count other things too. */
function costOf(unit: string, value: number): Metric {
  const factor = nanoseconds[unit];
  if (factor !== undefined) return { unit: 'ns/op', samples: [value * factor] };
  const isCost = /^(?:cycles|instructions|instrs)$/.test(unit);
  return { unit: `${unit}/op`, samples: [value], ...(isCost ? { better: 'lower' } : {}) };
}

const rateOf = (unit: string, value: number): Metric => ({ unit, samples: [value] });

/** `1,234.5` with its commas. */
const plain = (text: string): number => Number(text.replaceAll(',', ''));
