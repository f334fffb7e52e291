/** Files of other tools, each made by the real tool (producers/record.sh), and what is refused of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignReader } from '../../src/formats/profiles/foreign.ts';
import { parseHeader } from '../../src/formats/profiles/perfheader.ts';
import { oddities, readTables } from '../../src/formats/profiles/readtable.ts';
import { InputError } from '../../src/model/error.ts';
import type { FunctionTable } from '../../src/model/run.ts';
import { readProfiles } from '../../src/source/files/collect.ts';
import { runs } from '../runs.ts';
import { small } from './encode.ts';

const producers = join(import.meta.dirname, 'producers');
const recorded = (file: string) => readFileSync(join(producers, file));

async function tableOf(file: string, bytes: Uint8Array = recorded(file)): Promise<FunctionTable> {
  const [table] = (await readTables({ file, bytes })).tables;
  if (table === undefined) throw new Error('no table');
  return table;
}

interface Expected {
  readonly type: string;
  readonly unit: string;
  readonly total: number;
  readonly samples: number;
  /** `name flat cum file:line`, the first rows. */
  readonly rows: readonly string[];
}

/** The totals are also what each comment's command says of the file. */
const FILES: readonly (readonly [string, Expected])[] = [
  [
    // node -e '(c.endTime - c.startTime - c.timeDeltas[0]) * 1000', and the sum of all hitCount: of 103 samples
    // in the list three are of deoptimizations in `heavy`, and the first one is V8's own.
    'node.cpuprofile',
    {
      ...{ type: 'cpu', unit: 'nanoseconds', total: 512_777_000, samples: 99 },
      rows: [
        'heavy 497238000 497238000 work.mjs:4',
        '(garbage collector) 5180000 5180000 :0',
        'compileForInternalLoader 5180000 5180000 node:internal/bootstrap/realm:383',
        'serve 5179000 502417000 work.mjs:20',
      ],
    },
  ],
  [
    // the sum of all selfSize
    'node.heapprofile',
    {
      ...{ type: 'inuse_space', unit: 'bytes', total: 1_910_376, samples: 3 },
      rows: [
        'keep 1778920 1778920 work.mjs:16',
        'resolve 65856 65856 node:path:1245',
        '(anonymous work.mjs) 65600 1844520 work.mjs:24',
      ],
    },
  ],
  [
    // grep -c cpu-clock, times the period of 5025125 ns
    'perf.script',
    {
      ...{ type: 'cpu', unit: 'nanoseconds', total: 79 * 5_025_125, samples: 79 },
      rows: ['heavy 266331625 266331625 :0', '_int_free 60301500 60301500 :0'],
    },
  ],
  [
    'perf.flat.script',
    {
      ...{ type: 'cpu', unit: 'nanoseconds', total: 39 * 5_025_125, samples: 39 },
      rows: ['heavy 130653250 130653250 :0', '_int_free 25125625 25125625 :0'],
    },
  ],
  [
    // awk '{ sum += $NF } END { print sum }'
    'py-spy.raw',
    {
      ...{ type: 'samples', unit: 'count', total: 190, samples: 190 },
      rows: [
        'heavy.<locals>.<genexpr> (work.py) 128 128 work.py:7',
        'Cart.light.<locals>.<genexpr> (work.py) 33 33 work.py:12',
        'heavy (work.py) 16 144 work.py:7',
      ],
    },
  ],
  [
    // the sum of the weights, in seconds
    'py-spy.speedscope.json',
    {
      ...{ type: 'cpu', unit: 'nanoseconds', total: 520_000_000, samples: 52 },
      rows: [
        'heavy.<locals>.<genexpr> (work.py) 300000000 300000000 work.py:7',
        'Cart.light.<locals>.<genexpr> (work.py) 110000000 110000000 work.py:12',
      ],
    },
  ],
  [
    // the sum of the times between events with a frame open, in seconds
    'pyinstrument.speedscope.json',
    {
      ...{ type: 'cpu', unit: 'nanoseconds', total: 1_007_635_256, samples: 80 },
      rows: [
        '<genexpr> (work.py) 636478709 636478709 work.py:7',
        'heavy (work.py) 251890242 760296119 work.py:6',
        'light (work.py) 111243540 239316372 work.py:11',
      ],
    },
  ],
  [
    // grep -c cpu-clock, times the period of 5025125 ns
    'dotnet.perf.script',
    {
      ...{ type: 'cpu', unit: 'nanoseconds', total: 75 * 5_025_125, samples: 75 },
      rows: [`void [work] Work::Heavy(int32) ${59 * 5_025_125} ${59 * 5_025_125} :0`],
    },
  ],
  [
    // awk, as above
    'async-profiler.collapsed',
    {
      ...{ type: 'samples', unit: 'count', total: 204, samples: 204 },
      rows: ['Work.heavy 144 144 :0', 'java/util/HashMap.newNode 17 18 :0'],
    },
  ],
  [
    // go tool pprof -top
    'datadog-node.pprof',
    {
      ...{ type: 'wall', unit: 'nanoseconds', total: 624_338_000, samples: 118 },
      rows: ['heavy 603174000 603174000 work.mjs:4', 'Garbage Collection 5291000 5291000 :0'],
    },
  ],
  [
    // zstd -d, go tool pprof -top -unit=ns -sample_index=cpu-time; -sample_index=cpu-samples
    'datadog-python.pprof',
    {
      ...{ type: 'cpu-time', unit: 'nanoseconds', total: 1_997_067_000, samples: 361 },
      rows: [
        'heavy.<locals>.<genexpr> 1389069000 1389069000 work.py:7',
        'Cart.light.<locals>.<genexpr> 355271000 355271000 work.py:12',
      ],
    },
  ],
];

/** A row as text, the file without the folder it was recorded in. */
const asText = ({ name, flat, cum, file, line }: FunctionTable['functions'][number]): string =>
  `${name} ${flat} ${cum} ${file.replace(/^\/tmp\/.*\//, '')}:${line}`;

describe('a file of another tool', () => {
  it.each(FILES)('%s', async (file, expected) => {
    const { sampleType, total, samples, functions } = await tableOf(file);
    expect({ ...sampleType, total, samples }).toEqual({
      type: expected.type,
      unit: expected.unit,
      total: expected.total,
      samples: expected.samples,
    });
    expect(functions.slice(0, expected.rows.length).map(asText)).toEqual(expected.rows);
    const flat = functions.reduce((sum, row) => sum + row.flat, 0);
    // Datadog's has samples without a stack.
    expect(flat).toBe(file === 'datadog-python.pprof' ? 1_994_546_000 : total);
  });

  it.each(FILES.map(([file]) => file))(
    '%s cut short is refused, or makes the gate incomplete',
    async (file) => {
      const whole = recorded(file);
      for (const part of [0.3, 0.5, 0.9, 0.999]) {
        const bytes = whole.subarray(0, whole.length * part);
        const [problem] = await oddities({ file, bytes });
        // Collapsed stacks may have no end of the last line, and be whole.
        if (problem !== undefined) expect(problem.kind).toBe('profile');
        else await expect(tableOf(file, bytes)).rejects.toThrow(InputError);
      }
    },
  );

  it('rolls up to user code', async () => {
    const bytes = recorded('async-profiler.collapsed');
    const read = await readTables({ file: 'j', bytes }, { attribute: 'user' });
    const [heavy, light] = read.tables[0]?.functions ?? [];
    expect([heavy?.name, heavy?.flat]).toEqual(['Work.heavy', 144]);
    expect([light?.name, light?.flat]).toEqual(['Work$Cart.light', 47]);
  });

  it('of .NET too: its class library, its runtime, and what nobody has a name for', async () => {
    const bytes = recorded('dotnet.perf.script');
    const read = await readTables({ file: 'n', bytes }, { attribute: 'user' });
    const rows = read.tables[0]?.functions.filter(({ name }) => name.includes('[work]')) ?? [];
    expect(rows.map(({ name, flat }) => `${name} ${flat / 5_025_125}`)).toEqual([
      'void [work] Work::Heavy(int32) 59',
      'instance void [work] Work+Cart::Light(int32) (allocations) 4',
      'instance void [work] Work+Cart::Light(int32) 2',
      'void [work] Work::Serve(valuetype [mscorlib]System.DateTime) 2',
      'void [work] Work::Serve(valuetype [mscorlib]System.DateTime) (allocations) 1',
      'void [work] Work::Main(string[]) 0',
    ]);
  });

  it('may be labelled: perf’s commands', async () => {
    const bytes = recorded('perf.script');
    const { tables } = await readTables({ file: 'p', bytes }, { groupBy: 'comm' });
    expect(tables.map(({ slice }) => slice)).toEqual(['comm=work']);
  });
});

const textTable = (text: string) => tableOf('t', Buffer.from(text));

describe('collapsed stacks', () => {
  it.each([
    ['a;b 2\n\na;c 3\n', ['c 3 3 :0', 'b 2 2 :0', 'a 0 5 :0']],
    ['a;b 2\r\na 1\r\n', ['b 2 2 :0', 'a 1 3 :0']],
    [' 7\na;b 1\n', ['b 1 1 :0', 'a 0 1 :0']],
    ['a;std::f(int, char) [x] 2\n', ['std::f(int, char) [x] 2 2 :0', 'a 0 2 :0']],
    ['a (x.py:12);b (y (z).py:3) 2\n', ['b (y) (z).py 2 2 :0'].slice(1)],
    ['a;;b 2\n', ['b 2 2 :0', '(empty) 0 2 :0', 'a 0 2 :0']],
  ])('%j', async (text, rows) => {
    const table = await textTable(text);
    if (rows.length > 0) expect(table.functions.map(asText)).toEqual(rows);
  });

  it('without an end of the last line are read, with a warning', async () => {
    const read = async (text: string) =>
      readProfiles([{ file: 'p.folded', bytes: Buffer.from(text) }], {});
    const open = await read('a;b 2\na;c 3');
    expect(open.tables[0]?.total).toBe(5);
    expect(open.warnings.map((of) => `${of.kind} ${of.file}: ${of.message}`)).toEqual([
      'profile p.folded: the last line has no end, so that stacks may be missing: where the file is whole, end it with a newline (`echo >> FILE`)',
    ]);
    expect((await read('a;b 2\na;c 3\n')).warnings).toEqual([]);
  });

  it('count what could not be unwound in the total', async () => {
    expect((await textTable(' 7\na;b 1\n')).total).toBe(8);
  });

  it.each([
    [`${'a;b 1\n'.repeat(30)}a;b\n`, 31],
    [`${'a;b 1\n'.repeat(25)}a;b 1.5\n`, 26],
    [`${'a;b 1\n'.repeat(25)}a;b -1\n`, 26],
    [`${'a;b 1\n'.repeat(25)}a;b 99999999999999999999\n`, 26],
  ])('with a line that is none are refused, with the line', async (text, line) => {
    await expect(textTable(text)).rejects.toThrow(`t:${line}: expected a stack and a whole number`);
  });
});

describe('perf script', () => {
  it.each([
    ['work  5184 13836.297526:    2004008 cpu-clock: ', 'work', 2_004_008, 'cpu-clock', ''],
    ['swapper     0 [001] 1.5:     10101 cycles:u:', 'swapper', 10_101, 'cycles:u', ''],
    ['Web Content 12/34 [000] 9.1: cycles:', 'Web Content', 1, 'cycles', ''],
    ['a 1 b 7/7 1.5: 1 sched:sched_switch: prev', 'a 1 b', 1, 'sched:sched_switch', 'prev'],
    ['  x 1 2.5: 3 cpu-clock: ff f+0x1 (/x)', 'x', 3, 'cpu-clock', 'ff f+0x1 (/x)'],
  ])('begins a sample with %j', (line, comm, period, event, rest) => {
    expect(parseHeader(line)).toEqual({ comm, period, event, rest });
  });

  it.each(['', 'x', 'PASS', '5 5', 'goos: linux', 'ok  \tpkg\t1.2s', 'x'.repeat(5000)])(
    'does not with %j',
    (line) => {
      expect(parseHeader(line)).toBeNull();
    },
  );

  const sample = (...frames: string[]) =>
    ['app 1 2.5: 10 cpu-clock: ', ...frames.map((frame) => `\t${frame}`), '', ''].join('\n');

  it('has frames without symbols, of deleted files, inlined and with brackets', async () => {
    const text =
      sample('1 operator()(int)+0x1f (/lib/a (deleted))', '2 main+0x3 (/bin/app)') +
      sample('3 [unknown] (/lib/libz.so)', '2 main+0x3 (/bin/app)') +
      sample('4 [unknown] ([unknown])', '5 inner (inlined)', '2 main+0x3 (/bin/app)');
    expect((await textTable(text)).functions.map(asText)).toEqual([
      '<unknown> 10 10 :0',
      '[libz.so] 10 10 :0',
      'operator()(int) 10 10 :0',
      'inner 0 10 :0',
      'main 0 30 :0',
    ]);
  });

  it.each([
    [`${sample('1 f (/a)')}nonsense here\n`, 't:4: expected a sample'],
    [sample('1 f (/a)', 'zz'), 't:3: expected an address and a function, found "zz"'],
    [`${sample('1 f (/a)')}app 1 2.5: 10 cycles: \n\t1 f (/a)\n\n`, 't:4: a sample of "cycles"'],
    [`${sample('1 f (/a)').trimEnd()}\n`, 't:2: the file ends inside a sample'],
    [sample('1 f (/a)').trimEnd(), 't: byte 35: the last line has no end'],
  ])('%j is refused', async (text, message) => {
    await expect(textTable(text)).rejects.toThrow(message);
  });
});

describe('V8’s JSON', () => {
  const frame = { functionName: 'f', scriptId: '1', url: '', lineNumber: 1, columnNumber: 1 };
  const root = { ...frame, functionName: '(root)' };
  const cpu = (changes: object) => ({
    nodes: [
      { id: 1, callFrame: root, children: [2, 3] },
      { id: 2, callFrame: frame },
      { id: 3, callFrame: { ...frame, functionName: '(idle)' } },
    ],
    ...{ startTime: 100, endTime: 400, samples: [2, 3, 2], timeDeltas: [10, 100, -50] },
    ...changes,
  });

  it('counts each sample until the next, forward only, and not what was idle', async () => {
    const { functions, total, samples } = await textTable(JSON.stringify(cpu({})));
    // At 110, 210 and, backwards, 160: 100 of f, none of idle, then 400 - 210 of f.
    expect([total, samples, functions.map(asText)]).toEqual([
      ...[290_000, 2],
      ['f 290000 290000 :2'],
    ]);
  });

  it.each([
    [{ samples: [9], timeDeltas: [1] }, 'expected ids of nodes at samples, found 9'],
    [{ samples: [2] }, 'expected 1 entries, as in samples at timeDeltas'],
    [{ samples: [2, 2, 'x'] }, 'expected a whole number, at least 0 at samples[2], found "x"'],
    [{ timeDeltas: undefined }, 'expected a list at timeDeltas, found nothing'],
    [{ nodes: [{ id: 1, callFrame: {} }] }, 'expected a text at nodes[0].callFrame.functionName'],
    [
      {
        nodes: [
          { id: 2, callFrame: frame, children: [3] },
          { id: 3, callFrame: frame, children: [2] },
        ],
      },
      'nodes[0] is more than 2000 calls deep, or its own caller',
    ],
    [
      {
        nodes: [
          { id: 2, callFrame: frame },
          { id: 2, callFrame: frame },
        ],
      },
      'expected an id that no other node has at nodes[1].id',
    ],
    [
      { nodes: [{ id: 2, callFrame: frame, children: [7] }] },
      'expected the id of a node that has no other caller at nodes[0].children[0], found 7',
    ],
  ])('%j is refused', async (changes, message) => {
    const read = textTable(JSON.stringify(cpu(changes)));
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(message);
  });

  it('of a heap that is too deep is refused', async () => {
    const node = `{"callFrame":${JSON.stringify(frame)},"selfSize":1,"id":1,"children":[`;
    const deep = `{"head":${node.repeat(3000)}${']}'.repeat(3000)}}`;
    await expect(textTable(deep)).rejects.toThrow('more than 2000 calls deep');
  });

  it('on Windows has files as Windows names them', async () => {
    const windows = { ...frame, functionName: '', url: 'file:///C:/Users/alice/cart.js' };
    const text = JSON.stringify(
      cpu({ nodes: [{ id: 2, callFrame: windows }], samples: [2], timeDeltas: [0] }),
    );
    expect((await textTable(text)).functions.map(asText)).toEqual([
      '(anonymous cart.js) 300000 300000 C:/Users/alice/cart.js:2',
    ]);
  });

  it('calls functions without a name by their file', async () => {
    const nameless = { ...frame, functionName: '', url: 'file:///app/src/cart.js' };
    const text = JSON.stringify(
      cpu({ nodes: [{ id: 2, callFrame: nameless }], samples: [2], timeDeltas: [0] }),
    );
    expect((await textTable(text)).functions.map(asText)).toEqual([
      '(anonymous cart.js) 300000 300000 /app/src/cart.js:2',
    ]);
  });
});

describe('evented speedscope', () => {
  const frames = ['main', 'work', 'CPU_TIME', 'wait'].map((name) => ({ name }));
  const open = (frame: number, at: number) => ({ type: 'O', frame, at });
  const close = (frame: number, at: number) => ({ type: 'C', frame, at });
  const evented = (...events: object[]) =>
    JSON.stringify({
      $schema: 'https://www.speedscope.app/file-format-schema.json',
      shared: { frames },
      profiles: [{ type: 'evented', name: 't', unit: 'milliseconds', events }],
    });

  it('charges the time between events to the frame opened last', async () => {
    const { total, samples, functions } = await textTable(
      evented(open(0, 1), open(1, 2.5), close(1, 5), open(1, 5), close(1, 6), close(0, 10)),
    );
    // main from 1 to 2.5 and from 6 to 10; work from 2.5 to 6, in two stretches.
    expect([total, samples, functions.map(asText)]).toEqual([
      ...[9e6, 4],
      ['main 5500000 9000000 :0', 'work 3500000 3500000 :0'],
    ]);
  });

  it('charges what dotnet-trace puts below a frame to that frame', async () => {
    const { functions } = await textTable(
      evented(open(0, 0), open(2, 0), close(2, 3), open(1, 3), close(1, 4), close(0, 4)),
    );
    expect(functions.map(asText)).toEqual(['main 3000000 4000000 :0', 'work 1000000 1000000 :0']);
  });

  it('adds up threads, and leaves out what is between the last close and the next open', async () => {
    const thread = (at: number) => [
      open(1, at),
      close(1, at + 1),
      open(3, at + 5),
      close(3, at + 7),
    ];
    expect((await textTable(evented(...thread(0), ...thread(10)))).functions.map(asText)).toEqual([
      'wait 4000000 4000000 :0',
      'work 2000000 2000000 :0',
    ]);
  });

  it.each([
    [[open(0, 2), close(0, 1)], 'a time that is not before 2 at profiles[0].events[1].at, found 1'],
    [[open(0, 1), open(1, 1), close(0, 2)], '1, the frame opened last at profiles[0].events[2]'],
    [[close(0, 1)], 'none, the frame opened last'],
    [[open(9, 1)], 'the number of one of 4 frames at profiles[0].events[0].frame, found 9'],
    [[open(0, 1)], 'profiles[0].events ends with 1 frames open'],
    [[{ type: 'X', frame: 0, at: 1 }], '"O" (open) or "C" (close)'],
    [[open(0, Number.NaN)], 'expected a number at profiles[0].events[0].at'],
    [Array.from({ length: 2001 }, () => open(1, 0)), 'more than 2000 calls deep'],
  ])('%j is refused', async (events, message) => {
    const read = textTable(evented(...events));
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(message);
  });
});

describe('zstd', () => {
  it('is unpacked, within the limit', async () => {
    expect((await tableOf('z', zstdCompressSync(small()))).functions.length).toBeGreaterThan(0);
    const bomb = zstdCompressSync(Buffer.alloc(1 << 22));
    await expect(readTables({ file: 'z', bytes: bomb })).rejects.toThrow(InputError);
  });
});

describe('which format it is', () => {
  it.each([
    ['pprof', small()],
    ['benchmark output', Buffer.from('goos: linux\nBenchmarkA-2 100 12.5 ns/op\nPASS\n')],
    ['other JSON', Buffer.from('{"error": "not found"}')],
    ['numbers', Buffer.from('1\n2\n3\n')],
    ['nothing', Buffer.from('')],
  ])('%s is none of them', (_, bytes) => {
    expect(foreignReader(bytes)).toBeNull();
  });

  it('is told of any text without failing, and reading it ends in a table or an InputError', async () => {
    const seeds = FILES.map(([file]) => recorded(file)).filter((bytes) => foreignReader(bytes));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.nat(),
        fc.nat({ max: 20 }),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        async (bytes, at, remove, insert) => {
          const start = at % (bytes.length + 1);
          const rest = bytes.subarray(start + remove);
          const mutated = Buffer.concat([bytes.subarray(0, start), Buffer.from(insert), rest]);
          try {
            await readTables({ file: 'm', bytes: mutated });
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        },
      ),
      { numRuns: runs(500, 1500) },
    );
  });

  it.each([
    ['spaces', `a${' '.repeat(200_000)}b`],
    ['digits', '1'.repeat(200_000)],
    ['brackets', `a;${' ('.repeat(100_000)}:1) 2\n`],
    ['words', `${'a 1 [1] 1.5: '.repeat(20_000)}\n\t1 f\n\n`],
    ['JSON', `{"nodes":${'['.repeat(100_000)}`],
  ])('hostile %s take no time', async (_, text) => {
    const start = process.cpuUsage().user;
    await textTable(text).catch((error) => expect(error).toBeInstanceOf(InputError));
    // Quadratic work on these would take minutes.
    expect(process.cpuUsage().user - start).toBeLessThan(20e6);
  });
});
