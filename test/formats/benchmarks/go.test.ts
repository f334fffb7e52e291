import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { InputError } from '../../../src/model/error.ts';
import { runs } from '../../runs.ts';
import { file, goldenFile, goldenRows, read, readBenchmarks, shown, told } from './read.ts';

const head = 'goos: linux\ngoarch: amd64\npkg: example.com/a\ncpu: X\n';

describe('against the reader of benchstat (golden/tricky.bench)', () => {
  interface Result {
    readonly line: number;
    readonly name: string;
    readonly config: Record<string, string>;
    readonly values: readonly { readonly value: string; readonly unit: string }[];
  }
  type Row = Result | { line: number; error: string } | { unit: string; key: string; set: string };

  const rows = goldenRows<Row>('tricky.json');
  const got = readBenchmarks([file(goldenFile('tricky.bench'))]);
  // Go and JavaScript put different numbers of replacement characters for a broken sequence.
  const clean = (name: string) => name.replace(/\ufffd+/g, '?');

  it('has every sample in its place', () => {
    const want = new Map<string, number[]>();
    for (const row of rows) {
      if (!('values' in row)) continue;
      for (const { value, unit } of row.values) {
        const key = `${row.config.pkg ?? ''} ${clean(row.name)} ${unit}`;
        want.set(key, [...(want.get(key) ?? []), Number(value)]);
      }
    }
    // Plain-8 of package a was measured twice without and once with further configuration.
    const merged = new Map<string, number[]>();
    for (const of of got.series) {
      const name = clean(of.benchmark.replace(/ \/a=.*$/, ''));
      const key = `${of.package} ${name} ${of.unit}`;
      merged.set(key, [...(merged.get(key) ?? []), ...of.samples]);
    }
    expect(Object.fromEntries(merged)).toEqual(Object.fromEntries(want));
  });

  it('has every syntax error at its line, in its words', () => {
    const want = rows.flatMap((row) => ('error' in row ? [`${row.line}: ${row.error}`] : []));
    const told = got.warnings.map((of) => `${of.line}: ${of.message}`);
    expect(told.length).toBe(want.length);
    told.forEach((message, i) => {
      expect(message.replaceAll('"', '').replace(/: \S+: (?=parsing|missing)/, ': ')).toContain(
        want[i] ?? '-',
      );
    });
    expect(new Set(got.warnings.map((of) => of.kind))).toEqual(new Set(['syntax', 'lost']));
  });

  it('has the unit metadata', () => {
    const of = (unit: string) => got.series.find((series) => series.unit === unit);
    expect(of('sec/op')).toMatchObject({ better: 'lower', exact: true });
    expect(of('ratio')).toMatchObject({ better: 'higher', exact: true });
    expect(of('B/s')).toMatchObject({ better: 'lower', exact: false });
    expect(of('p99-sec/op')).toMatchObject({ better: 'unknown', exact: false });
  });

  it('splits what further configuration tells apart, and names it', () => {
    expect(
      got.series.filter((of) => of.package === 'example.com/a' && of.benchmark.startsWith('Plain')),
    ).toMatchObject([
      { benchmark: 'Plain-8 /a= /k= /key4= /unit= /é=', unit: 'sec/op' },
      { benchmark: 'Plain-8', unit: 'B/op' },
      { benchmark: 'Plain-8', unit: 'allocs/op' },
      {
        benchmark: 'Plain-8 /a=b: c /k=single /key4=x y\tz   /unit=x /é=accent',
        unit: 'sec/op',
      },
    ]);
  });
});

describe('results', () => {
  it('reads repeated names as samples, in order, in any arrangement', () => {
    const a = (n: number) => `BenchmarkA-2 1 ${n} ns/op 3 B/op\n`;
    const b = (n: number) => `BenchmarkB-2 1 ${n} ns/op\n`;
    const want = [
      'example.com/a A-2 sec/op: 1e-9 2e-9 3.0000000000000004e-9',
      'example.com/a A-2 B/op: 3 3 3',
    ];
    const wantB = 'example.com/a B-2 sec/op: 4e-9 5e-9 6.000000000000001e-9';
    for (const text of [
      a(1) + a(2) + a(3) + b(4) + b(5) + b(6),
      a(1) + b(4) + a(2) + b(5) + a(3) + b(6),
      b(4) + a(1) + a(2) + b(5) + b(6) + a(3),
    ]) {
      expect(shown(read(head + text)).sort()).toEqual([...want, wantB].sort());
    }
  });

  it('finds a unit wherever it stands on the line', () => {
    const { series } = read(
      'BenchmarkA 1 5 ns/op 1 x\nBenchmarkA 1 2 x 6 ns/op\nBenchmarkA 1 7 y\n',
    );
    expect(series.map((of) => [of.unit, of.samples])).toEqual([
      ['sec/op', [5e-9, 6.000000000000001e-9]],
      ['x', [1, 2]],
      ['y', [7]],
    ]);
  });

  it('takes a thousand units on a line, and again in another order', () => {
    const pairs = Array.from({ length: 1000 }, (_, i) => `${i} unit${i}`);
    const got = read(
      `BenchmarkA 1 ${pairs.join(' ')}\nBenchmarkA 1 ${pairs.reverse().join(' ')}\n`,
    );
    expect(got.series).toHaveLength(1000);
    expect(
      got.series.every((of, i) => of.unit === `unit${i}` && of.samples.join() === `${i},${i}`),
    ).toBe(true);
  });

  it('takes zero and negative values, zero in tidied units too', () => {
    expect(shown(read('BenchmarkA 1 0 ns/op 0 MB/s -5 delta\n'))).toEqual([
      ' A sec/op: 0',
      ' A B/s: 0',
      ' A delta: -5',
    ]);
  });

  it('reads -v output, where the name stands alone when a benchmark starts', () => {
    const text =
      '=== RUN   BenchmarkA\nBenchmarkA\nBenchmarkA-2 \t 10\t 7 ns/op\n' +
      '=== RUN   BenchmarkB\r\nBenchmarkB\r\nBenchmarkB-2 \t 10\t 8 ns/op\r\n';
    const got = read(text);
    expect(shown(got)).toEqual([' A-2 sec/op: 7.000000000000001e-9', ' B-2 sec/op: 8e-9']);
    expect(got.warnings).toEqual([]);
  });

  it('reads CRLF as LF', () => {
    const text = `${head}Unit x better=higher\nBenchmarkA 1 2 x\nPASS\n`;
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
  });

  it('reads a first line behind a byte order mark', () => {
    expect(shown(read('\ufeffBenchmarkA 1 2 x\n'))).toEqual([' A x: 2']);
    expect(read(`\ufeff${head}BenchmarkA 1 2 x\n`).environment.goos).toBe('linux');
  });

  it('reads a last line without a newline', () => {
    expect(shown(read('BenchmarkA 1 2 x\nBenchmarkA 1 3 x'))).toEqual([' A x: 2 3']);
  });

  it('reads past lines of any length, and such lines themselves', () => {
    const long = 'x'.repeat(3_000_000);
    const text =
      `BenchmarkA 1 2 x\n${long}\nlog: ${long}\nBenchmark${long} 1 3 x\n` +
      `BenchmarkB ${long} 1 x\nBenchmarkC 1 4 x\n`;
    const got = read(text);
    expect(got.series.map((of) => of.samples)).toEqual([[2], [3], [4]]);
    expect(got.series[1]?.benchmark).toHaveLength(long.length);
    expect(got.warnings).toHaveLength(1);
    expect(got.warnings[0]?.message.length).toBeLessThan(400);
  });

  it('separates fields at any Unicode white space, and at nothing else', () => {
    const points = [0x20, 9, 0xb, 0xc, 0xd, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f];
    for (let point = 0x2000; point <= 0x200a; point++) points.push(point);
    for (const point of [...points, 0x3000]) {
      const space = String.fromCodePoint(point);
      expect(shown(read(`BenchmarkA${space}1${space}${space}2${space}x${space}\n`))).toEqual([
        ' A x: 2',
      ]);
    }
    for (const other of ['\u200b', '\u180e', '\ufeff', '\u2027', '\u202a', '\u3001', '\u0000']) {
      expect(read(`BenchmarkA${other}B 1 2 x\n`).series[0]?.benchmark).toBe(`A${other}B`);
    }
  });

  it('keeps hostile names as they are', () => {
    const name = 'A/<script>|`@org/team`::error::%0A\u0007[link](x)';
    expect(read(`Benchmark${name} 1 2 x\n`).series[0]?.benchmark).toBe(name);
  });
});

describe('unit metadata', () => {
  it('may come after the results, and in another file', () => {
    const got = read(
      'BenchmarkA 1 2 score\n',
      'Unit score better=higher assume=exact\nBenchmarkB 1 3 score\n',
    );
    expect(got.series).toMatchObject([
      { better: 'higher', exact: true },
      { better: 'higher', exact: true },
    ]);
  });

  it('speaks of the unit before and after tidying', () => {
    const got = read('Unit ns/op assume=exact\nUnit sec/op better=higher\nBenchmarkA 1 2 ns/op\n');
    expect(got.series).toMatchObject([{ unit: 'sec/op', better: 'higher', exact: true }]);
  });

  it('warns where two lines disagree, and keeps the first', () => {
    const got = read('Unit x better=higher\nUnit x better=lower\nBenchmarkA 1 2 x\n');
    expect(got.series[0]?.better).toBe('higher');
    expect(told(got.warnings)).toEqual([
      'syntax 2: metadata better of unit x already set to "higher"',
    ]);
  });

  it('leaves assume=nothing and unknown words without effect', () => {
    const got = read('Unit x assume=nothing better=maybe color=red\nBenchmarkA 1 2 x\n');
    expect(got.series[0]).toMatchObject({ exact: false, better: 'unknown' });
    expect(got.warnings).toEqual([]);
  });
});

describe('lines that are no result', () => {
  it('says that the benchmark broke its own line', () => {
    const got = read('BenchmarkA-2 \thello there\n     100\t 12 ns/op\nBenchmarkB 1 2 x\n');
    expect(shown(got)).toEqual([' B x: 2']);
    expect(told(got.warnings)).toEqual([
      'lost 1: A-2: parsing iteration count: invalid syntax: found "hello": probably the ' +
        "benchmark's own output broke its result line, and the result is lost; let it write with b.Log",
    ]);
  });

  it('quotes no more than a little of a line, on one line', () => {
    const got = read(`BenchmarkB 1 2 x\nBenchmarkA 1 \u0007"${'y'.repeat(500)} x\n`);
    const [message = ''] = got.warnings.map((of) => of.message);
    expect(message).toContain("\\u0007'yyy");
    expect(message.length).toBeLessThan(200);
  });

  it('counts syntax errors beyond the hundredth', () => {
    const got = read(
      `BenchmarkA 1 2 x\n${Array.from({ length: 1000 }, (_, i) => `BenchmarkB${i} x\n`).join('')}`,
    );
    expect(got.warnings).toHaveLength(101);
    expect(got.warnings.at(-1)).toMatchObject({
      kind: 'lost',
      message: '900 more results could not be read',
    });
  });

  it('tells what one benchmark lost once, at its first line', () => {
    const got = read('BenchmarkA 1 2 x\nBenchmarkB x\nBenchmarkB y\nBenchmarking: x\n');
    expect(told(got.warnings)).toEqual([
      expect.stringMatching(/^lost 2: B: parsing iteration count.* \(2 times\)$/),
      expect.stringMatching(/^syntax 4: parsing iteration count/),
    ]);
  });
});

describe('values that are not finite', () => {
  it.each([
    ['NaN', 'no number'],
    ['nan', 'no number'],
    ['+Inf', 'infinite'],
    ['-inf', 'infinite'],
    ['Infinity', 'infinite'],
  ])('leaves out %s, and the rest of the file is read', (value, what) => {
    const got = read(
      `BenchmarkB 1 1 x\nBenchmarkA 1 ${value} ns/op 3 B/op\nBenchmarkA 1 2 ns/op\n`,
    );
    expect(shown(got)).toEqual([' B x: 1', ' A B/op: 3', ' A sec/op: 2e-9']);
    expect(told(got.warnings)).toEqual([`lost 2: A: ns/op is ${what}, and left out`]);
  });

  it('says no more than a warning of a metric that is never gated', () => {
    const got = read('BenchmarkA 1 NaN hits 3 B/op\n');
    expect(told(got.warnings)).toEqual(['syntax 1: A: hits is no number, and left out']);
  });

  it('knows the benchmarks that follow a result without any value', () => {
    const got = read('BenchmarkA 1 1 x\nBenchmarkB 1 NaN x\nBenchmarkB 1 2 x\nBenchmarkA 1 3 x\n');
    expect(shown(got)).toEqual([' A x: 1 3', ' B x: 2']);
  });

  it('leaves out what tidying makes infinite', () => {
    const got = read('BenchmarkA 1 1e305 MB/s 1 x\n');
    expect(told(got.warnings)).toEqual(['lost 1: A: MB/s is infinite, and left out']);
  });

  it('warns of what is out of range, as Go does', () => {
    const got = read('BenchmarkA 1 1e999 x\nBenchmarkB 1 2 x\n');
    expect(told(got.warnings)).toEqual([
      'lost 1: A: parsing measurement: value out of range: found "1e999"',
    ]);
  });
});

describe('failures of the measured program (output of go 1.26)', () => {
  const ok = 'BenchmarkOK-2 \t 1000\t 1.5 ns/op\n';
  const result = ' OK-2 sec/op: 1.5000000000000002e-9';

  it.each<[string, string, string[]]>([
    [
      'a benchmark that fails at once',
      `${ok}--- FAIL: BenchmarkFailEarly\n    a_test.go:6: early\nFAIL\nexit status 1\nFAIL\tex\t0.028s\nFAIL\n`,
      ['failed 2: the measured program failed: "--- FAIL: BenchmarkFailEarly"'],
    ],
    [
      'a benchmark that fails after its first round',
      `${ok}BenchmarkFailLate-2 \t--- FAIL: BenchmarkFailLate-2\n    a_test.go:7: late\nFAIL\n`,
      ['failed 2: the measured program failed: "--- FAIL: BenchmarkFailLate-2"'],
    ],
    [
      'a sub-benchmark, whose parent fails with it',
      `BenchmarkSub/x-2 \t--- FAIL: BenchmarkSub/x-2\n    a_test.go:9: subfail\n${ok}--- FAIL: BenchmarkSub\nFAIL\nexit status 1\nFAIL\tex\t0.028s\n`,
      ['failed 1: the measured program failed: "--- FAIL: BenchmarkSub/x-2"'],
    ],
    [
      'two benchmarks of one package',
      `${ok}--- FAIL: BenchmarkA\n--- FAIL: BenchmarkB\nFAIL\nexit status 1\nFAIL\tex\t0.028s\n`,
      [
        'failed 2: the measured program failed: "--- FAIL: BenchmarkA"',
        'failed 3: the measured program failed: "--- FAIL: BenchmarkB"',
      ],
    ],
    [
      'a panic, with the line it leaves behind',
      `${ok}BenchmarkPanic-2 \t       0\t               NaN ns/op\npanic: boom\n\ngoroutine 7 [running]:\nex.BenchmarkPanic(0x2caac2a54608)\n\t/tmp/a_test.go:10 +0x52\nexit status 2\nFAIL\tex\t0.007s\n`,
      ['failed 3: the measured program failed: "panic: boom"'],
    ],
    [
      'a panic on the result line, in -v output',
      `BenchmarkOK\n${ok}BenchmarkPanic\nBenchmarkPanic-2 \tpanic: boom\n\ngoroutine 25 [running]:\nexit status 2\nFAIL\tex\t0.028s\n`,
      ['failed 4: the measured program failed: "panic: boom"'],
    ],
    [
      'a test that panics',
      `${ok}--- FAIL: TestX (0.00s)\npanic: boom [recovered]\n\tpanic: boom\nFAIL\tex\t0.028s\n`,
      ['failed 2: the measured program failed: "--- FAIL: TestX (0.00s)"'],
    ],
    [
      'a deadlock',
      `${ok}BenchmarkDead-2 \tfatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nexit status 2\nFAIL\tex\t0.02s\n`,
      [
        'failed 2: the measured program failed: "fatal error: all goroutines are asleep - deadlock!"',
      ],
    ],
    [
      'an exit',
      `${ok}exit status 3\nFAIL\tex\t0.012s\nFAIL\n`,
      ['failed 2: the measured program failed: "FAIL ex 0.012s (exit status 3)"'],
    ],
    [
      'a kill',
      `${ok}signal: killed\nFAIL\tex\t0.012s\n`,
      ['failed 2: the measured program failed: "FAIL ex 0.012s (signal: killed)"'],
    ],
    [
      'packages that do not build',
      `# ex/b [ex/b.test]\nb/b.go:2:13: cannot use "s" as int value in variable declaration\nFAIL\tex [build failed]\nFAIL\tex/b [build failed]\n${ok}FAIL\n`,
      [
        'failed 3: the measured program failed: "FAIL ex [build failed]"',
        'failed 4: the measured program failed: "FAIL ex/b [build failed]"',
      ],
    ],
    [
      'a failure in each of two packages',
      `pkg: a\n--- FAIL: BenchmarkA\nFAIL\nexit status 1\nFAIL\ta\t1s\npkg: b\n--- FAIL: BenchmarkA\nFAIL\nexit status 1\nFAIL\tb\t1s\npkg:\n${ok}FAIL\n`,
      [
        'failed 2: the measured program failed: "--- FAIL: BenchmarkA"',
        'failed 7: the measured program failed: "--- FAIL: BenchmarkA"',
      ],
    ],
    [
      'a test binary of its own, which says only FAIL',
      `${ok}FAIL\n`,
      ['failed 2: the measured program failed: "FAIL"'],
    ],
    [
      'two such binaries, one after the other',
      `FAIL\npkg: b\n${ok}FAIL\npkg:\n${ok}PASS\n`,
      [
        'failed 1: the measured program failed: "FAIL"',
        'failed 4: the measured program failed: "FAIL"',
      ],
    ],
    [
      'such a binary before one that names its failure',
      `FAIL\n${ok}--- FAIL: BenchmarkZ\nFAIL\n`,
      [
        'failed 1: the measured program failed: "FAIL"',
        'failed 3: the measured program failed: "--- FAIL: BenchmarkZ"',
      ],
    ],
    [
      'a package that exits, before one that names its failure',
      `exit status 3\npkg: b\n--- FAIL: BenchmarkZ\npkg:\n${ok}`,
      [
        'failed 1: the measured program failed: "exit status 3"',
        'failed 3: the measured program failed: "--- FAIL: BenchmarkZ"',
      ],
    ],
    [
      'a run that was too long',
      `${ok}*** Test killed with quit: ran too long (11m0s).\nexit status 2\nFAIL\tex\t660.0s\n`,
      ['failed 2: the measured program failed: "*** Test killed with quit: ran too long (11m0s)."'],
    ],
  ])('%s', (_, text, want) => {
    const got = read(text);
    expect(told(got.warnings)).toEqual(want);
    expect(shown(got).map((line) => line.replace(/^b/, ''))).toContain(result);
  });

  it('takes no log line for a failure', () => {
    const got = read(
      `${ok}--- BENCH: BenchmarkOK-2\n    a_test.go:5: FAIL: just a log\n    --- FAIL: not at the margin\n` +
        'FAILED to connect, retrying\nFAIL: 3 retries\nexit status unknown\n--- SKIP: BenchmarkX\n' +
        'panicking: no\n  panic: no\nPASS\nok  \tex\t0.1s\n',
    );
    expect(got.warnings).toEqual([]);
  });

  it('does not take panics and signals for configuration', () => {
    const got = read(`${ok}panic: one\n${ok}signal: killed\n${ok}`);
    expect(shown(got)).toEqual([
      ' OK-2 sec/op: 1.5000000000000002e-9 1.5000000000000002e-9 1.5000000000000002e-9',
    ]);
  });
});

describe('property: as a plain reader with regular expressions', () => {
  const word = fc.constantFrom(
    'A',
    'B-2',
    'C/x=1',
    'é',
    '1',
    '12.5',
    '-3',
    '1e3',
    'x',
    'ns/op',
    'B/op',
    'MB/s',
    'hello',
    '0',
    '0x1p3',
  );
  const space = fc.constantFrom(' ', '\t', '  ', '\u00a0', '\u2003 ');
  const fields = fc.array(fc.tuple(word, space), { maxLength: 8 }).map((of) => of.flat().join(''));
  const good = fc
    .tuple(fc.constantFrom('A', 'B-2', 'C/x=1'), fc.nat(1e6), fc.constantFrom('ns/op', 'x', 'MB/s'))
    .map(([name, value, unit]) => `Benchmark${name} \t 10\t ${value / 8} ${unit}`);
  const line = fc.oneof(
    { weight: 4, arbitrary: good },
    fields.map((of) => `Benchmark${of}`),
    fields,
    fc.constantFrom('pkg: a', 'pkg: b', 'pkg:', '', 'PASS', 'Unit x better=higher', 'ok  \tex\t1s'),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) => `${lines.join(end)}${end}`);

  /** What the documentation says, done the slow way: series as `package name unit`, and errors. */
  function plainly(text: string): { series: Record<string, number[]>; errors: number[] } {
    const series: Record<string, number[]> = {};
    const errors: number[] = [];
    let pkg = '';
    text.split('\n').forEach((raw, i) => {
      const of = raw.replace(/\r$/, '');
      const setting = /^pkg:(?:\s+(.*))?$/.exec(of);
      if (setting !== null) pkg = setting[1] ?? '';
      const rest = /^Benchmark(.*)$/u.exec(of)?.[1];
      if (rest === undefined || /^\P{White_Space}*$/u.test(rest)) return;
      const [name = '', count = '', ...pairs] = rest.split(/\p{White_Space}+/u);
      if (pairs.at(-1) === '') pairs.pop();
      const values = pairs.filter((_, k) => k % 2 === 0);
      const fine =
        /^[+-]?\d+$/.test(count) &&
        pairs.length > 0 &&
        pairs.length % 2 === 0 &&
        values.every((value) => /^([+-]?[\d.]+(e\d+)?|0x1p3)$/.test(value));
      if (!fine) {
        errors.push(i + 1);
        return;
      }
      values.forEach((value, k) => {
        const unit = pairs[2 * k + 1] ?? '';
        const [tidied, factor] =
          unit === 'ns/op' ? ['sec/op', 1e-9] : unit === 'MB/s' ? ['B/s', 1e6] : [unit, 1];
        const key = `${pkg} ${name} ${tidied}`;
        series[key] ??= [];
        series[key].push((value === '0x1p3' ? 8 : Number(value)) * factor);
      });
    });
    return { series, errors };
  }

  it('reads the same', () => {
    fc.assert(
      fc.property(text, (of) => {
        const want = plainly(of);
        if (Object.keys(want.series).length === 0) {
          expect(() => read(of)).toThrow(InputError);
          return;
        }
        const got = read(of);
        const series = Object.fromEntries(
          got.series.map((s) => [`${s.package} ${s.benchmark} ${s.unit}`, s.samples]),
        );
        expect(series).toEqual(want.series);
        // What one benchmark lost is told once.
        const times = got.warnings.map((w) =>
          Number(/ \((\d+) times\)$/.exec(w.message)?.[1] ?? 1),
        );
        expect(times.reduce((sum, count) => sum + count, 0)).toBe(want.errors.length);
        expect(want.errors).toEqual(expect.arrayContaining(got.warnings.map((w) => w.line)));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('property: hostile bytes', () => {
  const sound = (bytes: Uint8Array): void => {
    let got: ReturnType<typeof readBenchmarks>;
    try {
      got = readBenchmarks([file(bytes)]);
    } catch (error) {
      // Nothing but the promised error, and it names the file.
      if (!(error instanceof InputError)) throw error;
      expect(error.message).toMatch(/^bench\.txt:/);
      return;
    }
    expect(got.series.length).toBeGreaterThan(0);
    for (const of of got.series) {
      expect(of.samples.length).toBeGreaterThan(0);
      expect(of.samples.every(Number.isFinite)).toBe(true);
    }
    const keys = got.series.map((of) => JSON.stringify([of.package, of.benchmark, of.unit]));
    expect(new Set(keys).size).toBe(keys.length);
  };

  it('every prefix of a file reads or errors', () => {
    const bytes = goldenFile('tricky.bench');
    for (let length = 0; length <= bytes.length; length++) sound(bytes.subarray(0, length));
  });

  it('every suffix of a file reads or errors', () => {
    const bytes = goldenFile('tricky.bench');
    for (let from = 0; from <= bytes.length; from++) sound(bytes.subarray(from));
  });

  it('any bytes read or error', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          'Benchmark',
          'Unit ',
          'pkg: ',
          'cpu: a',
          ' 1 ',
          ' ns/op',
          '\n',
          '\r',
          'FAIL',
          '--- FAIL: ',
          'NaN',
          '\u2000',
        )
        .map((of) => new Uint8Array(Buffer.from(of))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => sound(Buffer.concat(pieces))),
      { numRuns: runs(1000, 3000) },
    );
  });
});
