/**
 * The XML of PHPBench (`--dump-file`): an iteration is a sample, the mean of its revolutions in microseconds, and the peak of
 * its memory. A variant is named by its class, its method and the names of its parameter sets, `HashBench::benchMd5/short`.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { numberIn } from './csv.ts';
import type { BenchmarkRecord, Reading, Stated } from './format.ts';
import { lose, noLosses } from './lost.ts';
import { tagsOf } from './xmltags.ts';

/** One variant whose iterations are being read. */
interface Variant {
  readonly times: number[];
  readonly peaks: number[];
  name: string;
}

export function readPhpbench(input: InputFile): Reading | null {
  const tags = tagsOf(input);
  if (tags[0]?.name !== 'phpbench') return null;
  const records: BenchmarkRecord[] = [];
  const warnings: Warning[] = [];
  const lost = noLosses();
  const environment = new Map<keyof Environment, Stated>();
  let [benchmark, subject, about] = ['', '', ''];
  let variant: Variant | null = null;
  for (const { name, attributes, opens, closes, text } of tags) {
    const item = (key: string) => attributes.get(key) ?? '';
    if (opens && (name === 'php' || name === 'env' || name === 'suite')) about = name;
    if (opens && name === 'value' && about === 'php' && item('name') === 'version') {
      environment.set('toolchain', { value: `PHP ${text.trim()}` });
    }
    if (opens && name === 'benchmark') benchmark = item('class').replace(/^\\/, '');
    if (opens && name === 'subject') subject = item('name');
    if (opens && name === 'variant') {
      variant = { name: `${benchmark}::${subject}`, times: [], peaks: [] };
    }
    if (variant === null) continue;
    if (opens && name === 'parameter-set' && !/^\d*$/.test(item('name'))) {
      variant.name += `/${item('name')}`;
    }
    if (opens && name === 'iteration') {
      const average = numberIn(item('time-avg'));
      variant.times.push(
        Number.isNaN(average) ? numberIn(item('time-net')) / numberIn(item('time-revs')) : average,
      );
      if (attributes.has('mem-peak')) variant.peaks.push(numberIn(item('mem-peak')));
    }
    if (opens && name === 'error') {
      const message = `${variant.name} failed: ${text.trim() || item('exception-class')}`;
      warnings.push({ kind: 'failed', file: input.file, message });
    }
    if (closes && name === 'variant') {
      const { times, peaks } = variant;
      const time = { unit: 'sec/op', samples: times.map((value) => value * 1e-6) };
      const memory = peaks.length > 0 ? [{ unit: 'peak-B', samples: peaks }] : [];
      if (times.length > 0) records.push({ name: variant.name, metrics: [time, ...memory] });
      else if (!warnings.some(({ message }) => message.startsWith(`${variant?.name} failed`))) {
        lose(lost, { name: variant.name, message: `${variant.name} has no iteration` });
      }
      variant = null;
    }
  }
  return { records, results: records.length, environment, warnings, lost };
}
