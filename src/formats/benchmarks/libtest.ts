/**
 * The lines of Rust's own benchmarks, which criterion writes too (`--output-format bencher`):
 *
 *     test sum/bytes/64 ... bench:          18 ns/iter (+/- 0) = 3555 MB/s
 *
 * A line is one sample; what stands behind `+/-` is no unit of ours and is left out.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';

const result = /^test (.+?) +\.\.\. bench: +([\d,]+(?:\.\d+)?) (ns|us|µs|ms|s)\/iter(.*)$/;
const rate = /= ([\d,]+(?:\.\d+)?) MB\/s/;
const failed = /^test (.+?) +\.\.\. FAILED$/;
const nanoseconds: Readonly<Record<string, number>> = { us: 1e3, µs: 1e3, ms: 1e6, s: 1e9 };

/** What every such file has somewhere; looked for before lines are. */
const mark = Buffer.from(' ... bench: ');

export function readBencher({ file, bytes }: InputFile): Reading | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(mark)) return null;
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  whole
    .toString('utf8')
    .split(/\r?\n/)
    .forEach((text, i) => {
      const [, broken] = failed.exec(text) ?? [];
      if (broken !== undefined) {
        warnings.push({ kind: 'failed', file, line: i + 1, message: `${broken} failed` });
      }
      const [, name, value = '', unit = '', rest = ''] = result.exec(text) ?? [];
      if (name === undefined) {
        if (text.startsWith('test ') && text.includes(' ... bench:')) {
          const message = 'this line has no time an iteration';
          warnings.push({ kind: 'syntax', file, line: i + 1, message });
        }
        return;
      }
      const time = plain(value) * (nanoseconds[unit] ?? 1);
      const metrics: Metric[] = [{ unit: 'ns/op', samples: [time] }];
      const [, speed] = rate.exec(rest) ?? [];
      if (speed !== undefined) metrics.push({ unit: 'MB/s', samples: [plain(speed)] });
      records.push({ name, metrics });
    });
  return { records, results: records.length, environment: new Map(), warnings };
}

/** `1,234.5` with its commas. */
const plain = (text: string): number => Number(text.replaceAll(',', ''));
