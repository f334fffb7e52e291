/** Benchmark output loses private directories, and no result. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/error.ts';
import { redactText } from '../../src/redact/benchmarks.ts';
import { readBenchmarks } from '../formats/benchmarks/read.ts';

const words = (text: string) => text.replaceAll(/\/home\/\w+\//g, '');
const redact = (text: string | Buffer) => {
  const { bytes, lines } = redactText({ file: 'b.txt', bytes: Buffer.from(text) }, words);
  return { text: Buffer.from(bytes).toString('latin1'), lines };
};

describe('benchmark output', () => {
  it('loses directories in what programs print, and keeps the lines that are read', () => {
    const read = [
      'goos: linux',
      'pkg: example.com/x',
      'data: /home/alice/corpus',
      'Unit /home/alice/op better=lower',
      'BenchmarkOpen//home/alice/x-8 100 12 ns/op',
    ];
    const printed = ['/home/alice/x_test.go:12: slow', '    see (/home/bob/y)', 'PASS'];
    expect(redact([...read, ...printed].join('\r\n'))).toEqual({
      text: [...read, 'x_test.go:12: slow', '    see (y)', 'PASS'].join('\r\n'),
      lines: 2,
    });
  });

  it.each(['{"path": "/home/alice/x"}', '<a>/home/alice/x</a>', 'a\0/home/alice/x'])(
    '%j is not lines of text and stays as it is',
    (text) => {
      expect(redact(text)).toEqual({ text, lines: 0 });
    },
  );

  it('that is not UTF-8 keeps every other byte', () => {
    const bytes = Buffer.from('\xff\x85 /home/alice/x \xa0', 'latin1');
    expect(redact(bytes).text).toBe('\xff\x85 x \xa0');
  });

  it('has the same series, whatever is in it', () => {
    const series = (text: string) => {
      try {
        const { environment, series } = readBenchmarks([{ file: 'f', bytes: Buffer.from(text) }]);
        return { environment, series };
      } catch (error) {
        if (error instanceof InputError) return 'refused';
        throw error;
      }
    };
    const part = fc.constantFrom(
      '/home/alice/',
      'BenchmarkX-8',
      ' 1 2 ns/op',
      'Unit ',
      'cpu: ',
      'FAIL',
      'PASS',
      'panic: x',
      '--- FAIL: BenchmarkY',
      '\n',
      '\r\n',
      ' ',
      '\ufeff',
      'é',
    );
    const text = fc
      .array(part, { maxLength: 20 })
      .map((parts) => `${parts.join('')}\nBenchmarkZ 1 2 ns/op\n`);
    fc.assert(
      fc.property(text, (given) => {
        expect(series(Buffer.from(redact(given).text, 'latin1').toString())).toEqual(series(given));
      }),
      { numRuns: 2000 },
    );
  });
});
