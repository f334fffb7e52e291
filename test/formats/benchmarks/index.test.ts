import { describe, expect, it } from 'vitest';

import { InputError } from '../../../src/model/error.ts';
import { file, read, readBenchmarks, shown, told } from './read.ts';

const result = 'BenchmarkA-2 1 2 x\n';

/** The error of reading these texts. */
function refusal(...texts: (string | Uint8Array)[]): InputError {
  try {
    read(...texts);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('several files of one run', () => {
  it('are read in order, samples of one benchmark following each other', () => {
    expect(
      shown(read('pkg: a\nBenchmarkA 1 1 x\n', 'pkg: a\nBenchmarkB 1 9 x\nBenchmarkA 1 2 x\n')),
    ).toEqual(['a A x: 1 2', 'a B x: 9']);
  });

  it('begin without configuration', () => {
    expect(shown(read(`pkg: a\n${result}`, result))).toEqual(['a A-2 x: 2', ' A-2 x: 2']);
  });

  it('give warnings with their file', () => {
    const got = read(`${result}BenchmarkB x\n`, `${result}--- FAIL: BenchmarkC\n`);
    expect(got.warnings.map((of) => [of.kind, of.file, of.line])).toEqual([
      ['lost', 'bench.txt', 2],
      ['failed', 'bench2.txt', 2],
    ]);
  });

  it('may be none', () => {
    expect(readBenchmarks([])).toEqual({ environment: {}, series: [], warnings: [] });
  });
});

describe('environment', () => {
  it('is what the files name', () => {
    const text = `goos: linux\ngoarch: arm64\ncpu: Neoverse-N1\ntoolchain: go1.26.8\n${result}`;
    expect(read(text, result).environment).toEqual({
      goos: 'linux',
      goarch: 'arm64',
      cpu: 'Neoverse-N1',
      toolchain: 'go1.26.8',
    });
    expect(read(result).environment).toEqual({});
  });

  it.each([
    ['goos', 'one machine'],
    ['goarch', 'one machine'],
    ['cpu', 'one machine'],
    ['toolchain', 'one toolchain'],
  ])('refuses two values of %s, naming both places', (key, one) => {
    const error = refusal(`pkg: a\n${key}: v1\n${result}`, `${result}\n${key}: v2\n${result}`);
    expect(error.message).toBe(
      `bench2.txt:3: ${key} is "v2" here and "v1" at bench.txt:2: one run is ${one}; ` +
        "give the other's output to another run",
    );
    expect(error).toMatchObject({ file: 'bench2.txt', line: 3 });
    expect(refusal(`${key}: v1\n${result}${key}: v2\n${result}`).message).toContain('bench.txt:3');
  });

  it('does not mind a machine that measured nothing', () => {
    expect(read(`cpu: one\ncpu: two\n${result}cpu: three\n`).environment.cpu).toBe('two');
    expect(read(`cpu: one\n${result}cpu:\n${result}`).series).toHaveLength(1);
  });
});

describe('further configuration', () => {
  it('is ignored where it does not tell results of one benchmark apart', () => {
    expect(shown(read(`note: x\n${result}note: x\n${result}`))).toEqual([' A-2 x: 2 2']);
    expect(shown(read(`note: x\n${result}note: y\nBenchmarkB 1 2 x\n`))).toEqual([
      ' A-2 x: 2',
      ' B x: 2',
    ]);
    expect(shown(read(`pkg: a\nnote: x\n${result}pkg: b\nnote: y\n${result}`))).toEqual([
      'a A-2 x: 2',
      'b A-2 x: 2',
    ]);
  });

  it('becomes part of the name where it does', () => {
    const text = `note: before\nsame: s\n${result}note: after\n${result}${result}BenchmarkB 1 2 x\n`;
    expect(shown(read(text))).toEqual([
      ' A-2 /note=before x: 2',
      ' A-2 /note=after x: 2 2',
      ' B x: 2',
    ]);
    expect(shown(read(`${result}note: after\n${result}`))).toEqual([
      ' A-2 /note= x: 2',
      ' A-2 /note=after x: 2',
    ]);
  });

  it.each(['note:x', 'Note: x', 'no te: x', 'nOte: x', ':note: x', ' note: x', 'note x'])(
    'is not %j',
    (line) => {
      expect(shown(read(`${result}${line}\n${result}`))).toEqual([' A-2 x: 2 2']);
    },
  );

  it('speaks of each unit for itself', () => {
    expect(shown(read('k: 1\nBenchmarkA 1 2 x 3 y\nk: 2\nBenchmarkA 1 2 x\n'))).toEqual([
      ' A /k=1 x: 2',
      ' A y: 3',
      ' A /k=2 x: 2',
    ]);
  });

  it('cannot forge another name', () => {
    const got = read(`a: 1 /b=2\nb: 3\n${result}a: 1\nb: 2 /b=3\n${result}`);
    expect(shown(got)).toEqual([' A-2 /a="1 /b=2" /b=3 x: 2', ' A-2 /a=1 /b="2 /b=3" x: 2']);
  });

  it("is not what go's own tools print", () => {
    const text = `${result}coverage: 5% of statements\n${result}go: downloading x v1\n${result}testing: warning: no tests to run\n${result}`;
    expect(shown(read(text))).toEqual([' A-2 x: 2 2 2 2']);
  });

  it('is not followed beyond the fiftieth key: a log looks like it', () => {
    const log = Array.from({ length: 50 }, (_, i) => `worker${i}: ready\n`).join('');
    expect(shown(read(`${log}seed: 1\n${result}seed: 2\n${result}`))).toEqual([' A-2 x: 2 2']);
  });

  it('may vary with every result', () => {
    let text = '';
    for (let i = 0; i < 5000; i++) text += `seed: ${i}\n${result}`;
    const got = read(text);
    expect(got.series).toHaveLength(5000);
    expect(got.series[4999]?.benchmark).toBe('A-2 /seed=4999');
  });
});

describe('a file without a result is an error that says what it is', () => {
  const json = 'looks like JSON. Nearest: the JSON of ';
  const text = '. Nearest: ';

  it.each<[string, string | Uint8Array]>([
    ['is empty;', ''],
    ['holds only white space;', ' \n\t\r\n'],
    [json, '{"a": 1}'],
    [json, '\n {"a": 1}'],
    ['looks like an HTML page;', '<!DOCTYPE html>\n<html></html>'],
    ['looks like XML;', '<?xml version="1.0"?><testsuites/>'],
    [`looks like a directory listing${text}`, 'total 12\ndrwxr-xr-x 2 root root 4096 Nov 21 a\n'],
    ['is gzip data (a profile? that is another input);', Uint8Array.of(0x1f, 0x8b, 8, 0, 0)],
    ['is a zip archive: unpack it first;', Buffer.from('PK\x03\x04...')],
    ['is binary data;', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 0, 0)],
    [
      "is UTF-16 text, as Windows PowerShell's > writes it: use `| Out-File -Encoding utf8`, or convert it with `iconv -f UTF-16 -t UTF-8 FILE`;",
      Buffer.from('\ufeffBenchmarkA 1 2 x\n', 'utf16le'),
    ],
    [`begins with "hello"${text}`, 'hello\nworld\n'],
    [`begins with "::error::\\u0007x"`, '::error::\u0007x\n'],
  ])('%s', (want, content) => {
    const { message } = refusal(content);
    expect(message.startsWith(`bench.txt: no benchmark result: the file ${want}`)).toBe(true);
    expect(message).toMatch(/`flamegate formats` lists what is read$/);
  });

  it('is told which three formats it is nearest to, and what it lacks of each', () => {
    const { message } = refusal('{"files": [{"groups": []}], "numPassedTestSuites": 1}');
    expect(message.match(/\(it has no [^)]*\)/g)).toHaveLength(3);
    expect(message).toContain('the JSON of vitest bench (it has no "files[].groups[].benchmarks")');
  });

  it('is told by the name of the tool, and how it is read', () => {
    const table = '|  ns/op |  op/s |  err% |  total | benchmark\n|-----:|\n';
    expect(refusal(table).message).toBe(
      'bench.txt: no benchmark result: this is what nanobench prints, in a form that is not read: render ankerl::nanobench::templates::json()',
    );
    expect(refusal('│ Stat    │ 2.5% │ 50%  │\n').message).toBe(
      'bench.txt: no benchmark result: this is what autocannon prints, in a form that is not read: add --json',
    );
  });

  it.each<[string, string]>([
    [
      'line 1: the measured program failed: "FAIL ex [build failed]"',
      'FAIL\tex [build failed]\nFAIL\n',
    ],
    [
      'line 2: the measured program failed: "--- FAIL: BenchmarkA"',
      'BenchmarkB x\n--- FAIL: BenchmarkA\n',
    ],
    ['line 1: A: missing measurements', 'BenchmarkA 1\n'],
    [
      'the output of a benchmark tool without a benchmark: does its filter match one?',
      'PASS\nok  \tex\t0.1s\n',
    ],
    [
      'the output of a benchmark tool without a benchmark: does its filter match one?',
      'goos: linux\npkg: a\n',
    ],
    [
      'the output of a benchmark tool without a benchmark: does its filter match one?',
      'Unit x better=lower\n',
    ],
  ])('go test: %s', (want, content) => {
    expect(refusal(content).message).toBe(`bench.txt: no benchmark result: ${want}`);
  });

  it('however many other files have some', () => {
    expect(refusal(result, '', result).file).toBe('bench2.txt');
  });
});

describe('limits', () => {
  it('refuses a file above the limit before reading it', () => {
    const big = file(result.repeat(10));
    expect(() => readBenchmarks([big], { fileBytes: 100 })).toThrow(
      'bench.txt: 190 bytes, above the limit of 100: is it benchmark output?',
    );
    expect(readBenchmarks([big], { fileBytes: 190 }).series).toHaveLength(1);
  });

  it('reads a view into a larger buffer', () => {
    const whole = Buffer.from(`BenchmarkB 1 9 y\n${result}BenchmarkC 1 9 y\n`);
    const view = new Uint8Array(whole.buffer, whole.byteOffset + 17, result.length);
    expect(shown(readBenchmarks([file(view)]))).toEqual([' A-2 x: 2']);
  });
});

it('tells nothing of sound input', () => {
  expect(told(read(result).warnings)).toEqual([]);
});
