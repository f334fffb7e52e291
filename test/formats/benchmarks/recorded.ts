/**
 * What the test of every format checks of a file that the tool really wrote. Beside `<file>` in testdata/ stand
 * `<file>.about` (which version, which command) and `<file>.read` (what was read of it; `UPDATE_READ=1` writes it, to be
 * looked through). Each file is claimed by one format alone, and hostile variants of it lose nothing silently.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../src/formats/benchmarks/beginning.ts';
import { benchmarkFormats } from '../../../src/formats/benchmarks/index.ts';
import type { Benchmarks } from '../../../src/formats/benchmarks/read.ts';
import { InputError } from '../../../src/model/error.ts';
import type { InputFile } from '../../../src/model/run.ts';
import { readBenchmarks } from './read.ts';

export const testdata = join(import.meta.dirname, 'testdata');

export const recorded = (name: string): string => readFileSync(join(testdata, name), 'utf8');

/** Files of one format: one, or those of a set with their paths as the tool has them. */
export function recordedFile(format: string, name: string, ...more: readonly string[]): void {
  const inputs = [name, ...more].map((file) => ({
    file,
    bytes: readFileSync(join(testdata, file)),
  }));
  describe(`${name} (${format})`, () => {
    it('says which version of the tool wrote it, and how', () => {
      expect(recorded(`${name}.about`)).toMatch(/\d+\.\d+[\s\S]*\n\$ \S/);
    });

    it.each(inputs)('$file is of this format, and of no other', (input) => {
      expect(claims(input)).toEqual([format]);
    });

    it('is read as before', () => {
      const got = printed(readBenchmarks(inputs));
      const golden = join(testdata, `${name}.read`);
      if (process.env.UPDATE_READ !== undefined) writeFileSync(golden, got);
      expect(got).toBe(readFileSync(golden, 'utf8'));
    });

    it.each(alike)('is read the same with $what', ({ make }) => {
      const want = printed(readBenchmarks(inputs));
      expect(printed(readBenchmarks(inputs.map(changed(make))))).toBe(want);
    });

    it('is refused as UTF-16, with the command that converts it', () => {
      const utf16 = inputs.map(changed((text) => Buffer.from(`\ufeff${text}`, 'utf16le')));
      expect(() => readBenchmarks(utf16)).toThrow(/is UTF-16 text.*iconv -f UTF-16/);
    });

    it('twice has every sample twice', () => {
      const once = readBenchmarks(inputs).series;
      const twice = readBenchmarks([
        ...inputs,
        ...inputs.map((of) => ({ ...of, file: `again/${of.file}` })),
      ]).series;
      expect(twice.map((of) => [of.benchmark, of.unit, of.samples.length])).toEqual(
        once.map((of) => [of.benchmark, of.unit, 2 * of.samples.length]),
      );
    });

    it.each(hostile)('with $what loses nothing silently', ({ make }) => {
      const want = readBenchmarks(inputs);
      for (let at = 0; at < tries; at++) {
        const damaged = inputs.map(changed((text) => make(text, (at + 0.5) / tries)));
        expectLoud(damaged, want);
      }
    });

    it('takes time by its length, whatever is in it', { timeout: 10_000 }, () => {
      for (const part of [
        ' ',
        '\n',
        ' x ',
        'Task name ',
        '│ ',
        'a  1 ',
        ' ... ',
        ': ',
        'test ',
        '{',
        '[',
      ]) {
        const long = part.repeat(200_000 / part.length);
        tried(inputs.map(changed((text) => `${text}\nab${long}`)));
        tried(
          inputs.map(
            changed((text) => text.replace(/^(?=\s*\w)/gm, (at) => at + long.slice(0, 5000))),
          ),
        );
        tried([{ file: 'f', bytes: Buffer.from(`test a${long}`) }]);
      }
    });

    it('cut anywhere is an error or what stands before', () => {
      const want = readBenchmarks(inputs);
      for (let at = 0; at < 4 * tries; at++) {
        const cut = (text: string) => text.slice(0, Math.floor((text.length * at) / (4 * tries)));
        const got = tried(inputs.map(changed(cut)));
        // Whole lines may be all that there is.
        const isTold = inputs.some(({ bytes }) => !endsLine(Buffer.from(bytes).toString(), cut));
        if (got === null || !isTold) continue;
        const known = new Map(want.series.map((of) => [keyOf(of), of.samples]));
        for (const of of got.series) {
          const whole = known.get(keyOf(of)) ?? [];
          // The last value may be cut within its number only where that is told.
          const isPart = of.samples.every((sample, i) => sample === whole[i]);
          expect(isPart || got.warnings.length > 0, `${keyOf(of)} of a cut file`).toBe(true);
        }
      }
    });
  });
}

/** The formats that say a file is theirs; where none does, those that cannot say. */
export function claims(input: InputFile): string[] {
  const beginning = beginningOf(input);
  const saying = (answer: string) =>
    benchmarkFormats
      .filter(({ detect }) => detect.is(beginning) === answer)
      .map(({ name }) => name);
  const sure = saying('yes');
  return sure.length > 0 ? sure : saying('perhaps');
}

/** Whether a text is cut at the end of a line. */
function endsLine(text: string, cut: (text: string) => string): boolean {
  const { length } = cut(text);
  return text[length] === '\n' || text[length - 1] === '\n';
}

/** How many places of a file are damaged, one after another. */
const tries = 25;

const changed =
  (make: (text: string) => string | Buffer) =>
  ({ file, bytes }: InputFile): InputFile => ({
    file,
    bytes: Buffer.from(make(Buffer.from(bytes).toString('utf8')) as string),
  });

const alike: readonly { readonly what: string; readonly make: (text: string) => string }[] = [
  { what: 'a byte order mark', make: (text) => `\ufeff${text}` },
  { what: 'carriage returns', make: (text) => text.replace(/\r?\n/g, '\r\n') },
  {
    what: 'colours',
    make: (text) =>
      text.replace(/^(\s*)(\S+)/gm, '$1\u001b[1m\u001b[36m$2\u001b[39m\u001b[22m\u001b[0K'),
  },
];

/** A number behind a colon, a comma, a bracket or a space: what values are in all formats. */
const number = /(?<=[:,[\s>"=])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[\s,\]}<"]|$)/gm;

/** The text with what stands at a place (0 to 1) of all numbers replaced. */
function withNumber(text: string, place: number, value: string): string {
  const all = [...text.matchAll(number)];
  const found = all[Math.floor(place * all.length)];
  if (found === undefined) return text;
  return text.slice(0, found.index) + value + text.slice(found.index + found[0].length);
}

const hostile: readonly {
  readonly what: string;
  readonly make: (text: string, place: number) => string;
}[] = [
  { what: 'a text for a number', make: (text, at) => withNumber(text, at, '"fast"') },
  { what: 'NaN', make: (text, at) => withNumber(text, at, 'NaN') },
  { what: 'null', make: (text, at) => withNumber(text, at, 'null') },
  { what: 'a huge number', make: (text, at) => withNumber(text, at, '1e999') },
  { what: 'a list for a number', make: (text, at) => withNumber(text, at, '[]') },
];

const keyOf = (of: { readonly benchmark: string; readonly unit: string }) =>
  `${of.benchmark} ${of.unit}`;

/** Null for the promised error; anything else that is thrown is none. */
function tried(inputs: readonly InputFile[]): Benchmarks | null {
  try {
    return readBenchmarks(inputs);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}

/** An error, or all samples that were there, or a warning. */
function expectLoud(inputs: readonly InputFile[], want: Benchmarks): void {
  const got = tried(inputs);
  if (got === null) return;
  for (const { samples } of got.series) expect(samples.every(Number.isFinite)).toBe(true);
  const count = (of: Benchmarks) => of.series.reduce((sum, { samples }) => sum + samples.length, 0);
  if (count(got) < count(want)) {
    expect(got.warnings.length, 'warnings of what is missing').toBeGreaterThan(0);
  }
}

/** Series, environment and warnings as lines; of many samples their number and the first few. */
export function printed({ series, environment, warnings }: Benchmarks): string {
  const lines = series.map((of) => {
    const shown = of.samples.slice(0, 3).map((sample) => Number(sample.toPrecision(9)));
    const more = of.samples.length > 3 ? ' ...' : '';
    const passes = of.passes === undefined ? '' : ` in ${of.passes.length} passes`;
    const of_ = `${of.better}${of.exact ? ', exact' : ''}`;
    const name = of.package === '' ? of.benchmark : `${of.package} ${of.benchmark}`;
    return `${name} | ${of.unit} | ${of_} | ${of.samples.length}${passes}: ${shown.join(' ')}${more}`;
  });
  const about = Object.entries(environment).map(([key, value]) => `${key}: ${value}`);
  const told = warnings.map((of) => `${of.kind} ${of.line ?? '-'}: ${of.message}`);
  return `${[...about, ...lines, ...told].join('\n')}\n`;
}
