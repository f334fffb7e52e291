/** What counts: chosen by what works here, and what each one leaves behind. */
import { describe, expect, it } from 'vitest';
import { callgrindSelf } from '../../../src/formats/profiles/callgrind/self.ts';
import type { EventKind } from '../../../src/model/counts.ts';
import { type Ask, chooseCounter } from '../../../src/source/counts/counter.ts';
import { perfHere } from '../../../src/source/counts/perf.ts';
import { callgrindHere } from '../../../src/source/counts/valgrind.ts';

const file = (name: string, text: string) => ({ file: name, bytes: Buffer.from(text) });

/** What `perf stat -x,` of perf 6.1 writes: without a counter, with one, and on two kinds of cores. */
const notSupported =
  '# started on Sat Nov 28 09:05:38 2026\n\n<not supported>,,instructions:u,0,100.00,,\n';
const supported =
  '# started on Sat Nov 28 09:05:38 2026\n\n118550123,,instructions:u,101634523,100.00,,\n';
const hybrid =
  '<not counted>,,cpu_atom/instructions:u/,0,0.00,,\n118550123,,cpu_core/instructions:u/,101634523,100.00,,\n';
const shared = '118550123,,instructions:u,101634523,73.20,,\n';

/** A machine with these programs: what each prints, by how its command begins. */
const machine =
  (...programs: readonly (readonly [string, string])[]): Ask =>
  async (program, args) => {
    const line = [program, ...args].join(' ');
    return programs.find(([start]) => line.startsWith(start))?.[1] ?? null;
  };

const perf = (stat: string) =>
  [
    ['perf stat', stat],
    ['perf --version', 'perf version 6.1.187\n'],
  ] as const;
const valgrind = [
  ['valgrind --version', 'valgrind-3.19.0\n'],
  ['valgrind --tool=callgrind', ''],
] as const;

const choose = (ask: Ask, events: readonly EventKind[] = []) =>
  chooseCounter([perfHere(events), callgrindHere(callgrindSelf, events)], ask);

describe('the counter that is chosen', () => {
  it('is perf where it counts', async () => {
    expect((await choose(machine(...perf(supported), ...valgrind))).name).toBe('perf 6.1.187');
    expect((await choose(machine(...perf(hybrid)))).name).toBe('perf 6.1.187');
  });

  it.each([notSupported, shared, '', 'Error: no permission'])(
    'is callgrind where perf prints %j',
    async (stat) => {
      const counter = await choose(machine(...perf(stat), ...valgrind));
      expect(counter.name).toBe('valgrind-3.19.0 (callgrind)');
    },
  );

  it('is nothing where there is neither, and the error has the line that installs one', async () => {
    const lacking = /sudo apt-get install valgrind$/;
    await expect(choose(machine())).rejects.toThrow(lacking);
    // A valgrind without its tools still tells its version.
    const bare = machine(['valgrind --version', 'valgrind-3.19.0\n']);
    await expect(choose(bare)).rejects.toThrow(lacking);
  });
});

describe('perf', () => {
  it('is put in front, with the same addresses in each run where the system can do that', async () => {
    const plain = await choose(machine(...perf(supported)));
    expect(plain.wrap('/t/base').join(' ')).toBe(
      'perf stat -x , -e instructions:u -o /t/base/perf.csv --',
    );
    const fixed = await choose(machine(...perf(supported), ['setarch -R', '']));
    expect(fixed.wrap('/t/base').slice(0, 3)).toEqual(['setarch', '-R', 'perf']);
  });

  it('is read, and what it shared or did not write is an error', async () => {
    const { read } = await choose(machine(...perf(supported)));
    const { instructions, profile } = read([file('head/round-1/profiles/perf.csv', supported)]);
    expect([instructions, profile]).toEqual([118550123, null]);
    expect(read([file('p/perf.csv', hybrid)]).instructions).toBe(118550123);
    expect(() => read([file('p/perf.csv', shared)])).toThrow(/no count of instructions/);
    expect(() => read([])).toThrow(/no count of instructions/);
  });
});

/** What perf 6.1 writes of four events, the last three of a processor that has them. */
const more =
  '118550123,,instructions:u,101634523,100.00,,\n22000111,,branches:u,101634523,100.00,,\n0,,branch-misses:u,101634523,100.00,,\n41,,cache-misses:u,101634523,100.00,,\n';

describe('perf, asked for more than instructions', () => {
  it('counts branches and misses where the processor does', async () => {
    const counter = await choose(machine(...perf(more)), ['branches', 'cache']);
    expect(counter.wrap('/t').join(' ')).toContain(
      '-e instructions:u,branches:u,branch-misses:u,cache-misses:u ',
    );
    expect(counter.read([file('p/perf.csv', more)]).events).toEqual({
      'instructions:u': 118550123,
      'branches:u': 22000111,
      'branch-misses:u': 0,
      'cache-misses:u': 41,
    });
    expect(() => counter.read([file('p/perf.csv', supported)])).toThrow(/no count of branches/);
  });

  it('is left for callgrind where it lacks one, and for cycles, which are a model', async () => {
    const all = (stat: string) => machine(...perf(stat), ...valgrind);
    expect((await choose(all(supported), ['branches'])).name).toContain('callgrind');
    expect((await choose(all(more), ['cycles'])).name).toContain('callgrind');
    expect((await choose(all(more), ['cache'])).name).toBe('perf 6.1.187');
  });
});

describe('callgrind', () => {
  const counter = () => choose(machine(...valgrind));
  const out = (costs: string, totals = `totals: ${costs}\n`) =>
    `version: 1\ncreator: callgrind-3.19.0\npid: 1\npart: 1\nevents: Ir Bc\n\nfl=(1) a.c\nfn=(1) main\n7 ${costs}\n\n${totals}`;

  it('follows children, and leaves a file for each process in the directory', async () => {
    const words = (await counter()).wrap('/t/base');
    expect(words[0]).toBe('valgrind');
    expect(words).toContain('--trace-children=yes');
    expect(words).toContain('--callgrind-out-file=/t/base/callgrind.out.%p');
  });

  it('adds up all processes of a run', async () => {
    const files = [
      file('base/round-1/profiles/callgrind.out.17', out('9 4')),
      file('base/round-1/profiles/callgrind.out.18', out('1000000 70')),
      file('base/round-1/profiles/mine.pprof', 'another file'),
    ];
    const { instructions, events, profile } = (await counter()).read(files);
    expect(profile?.map(({ name, file, lines }) => [name, file, ...lines])).toEqual([
      ['main', 'a.c', [7, 9]],
      ['main', 'a.c', [7, 1000000]],
    ]);
    expect([instructions, events]).toEqual([1000009, { Ir: 1000009, Bc: 74 }]);
  });

  it.each([
    [[], []],
    [['branches'], ['--branch-sim=yes']],
    [['cache'], ['--cache-sim=yes']],
    [['cycles'], ['--branch-sim=yes', '--cache-sim=yes']],
  ] as const)('simulates what %j needs', async (events, flags) => {
    const words = (await choose(machine(...perf(supported), ...valgrind), events)).wrap('/t');
    expect(words.filter((of) => of.endsWith('-sim=yes'))).toEqual(flags);
  });

  it('takes the part that a process says is to be counted, and nothing else of that process', async () => {
    const part = (name: string, costs: string) =>
      out(costs).replace('part: 1\n', `part: 1\ndesc: Trigger: Client Request: ${name}\n`);
    const { read } = await counter();
    const counted = (name: string) =>
      read([
        file('p/callgrind.out.17', out('15417 4')),
        file('p/callgrind.out.17.1', part(name, '2264122 70')),
        file('p/callgrind.out.171', out('5 1')),
      ]).instructions;
    expect(counted('flamegate')).toBe(2264122 + 5);
    // Parts that a program has written for itself are all of it together.
    expect(counted('mine')).toBe(2264122 + 15417 + 5);
  });

  it('leaves out how Python takes apart what it has, and not its threads, nor what others do after a collection', async () => {
    const part = (name: string, costs: string) =>
      out(costs).replace('part: 1\n', `part: 1\ndesc: Trigger: --dump-before=${name}\n`);
    const { read, wrap } = await counter();
    expect(wrap('/t').filter((of) => of.startsWith('--dump-before='))).toEqual([
      '--dump-before=Py_FinalizeEx',
      '--dump-before=PyGC_Collect',
    ]);
    const counted = (...names: string[]) =>
      read([
        ...names.map((name, i) => file(`p/callgrind.out.17.${i + 1}`, part(name, `${10 ** i} 1`))),
        file('p/callgrind.out.17', out('4000 1')),
        file('p/callgrind.out.18', out('70000 1')),
      ]).instructions;
    expect(counted('Py_FinalizeEx', 'PyGC_Collect')).toBe(11 + 70000);
    expect(counted('PyGC_Collect', 'Py_FinalizeEx', 'PyGC_Collect')).toBe(111 + 70000);
    // An older Python, whose end is not known; a program with Python in it that goes on.
    expect(counted('Py_FinalizeEx')).toBe(1 + 4000 + 70000);
    expect(counted('PyGC_Collect')).toBe(1 + 4000 + 70000);
    expect(counted('Py_FinalizeEx', 'PyGC_Collect', 'Py_FinalizeEx')).toBe(111 + 4000 + 70000);
  });

  it('believes the end of a file: the summary at its head is without what handled signals', async () => {
    const shell = out('1365056 4').replace('events: Ir Bc', 'events: Ir Bc\nsummary: 1364818 4');
    const { instructions } = (await counter()).read([file('p/callgrind.out.1', shell)]);
    expect(instructions).toBe(1365056);
  });

  it.each([
    ['nothing', [], /left no count: did the command run/],
    ['an empty file', [file('p/callgrind.out.1', '')], /it was killed, or still ran/],
    [
      'a file without its end',
      [file('p/callgrind.out.1', out('9 4', ''))],
      /callgrind\.out\.1.*cut short/,
    ],
  ])('refuses %s', async (_, files, message) => {
    const { read } = await counter();
    expect(() => read(files)).toThrow(message);
  });
});
