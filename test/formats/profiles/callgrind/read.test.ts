/**
 * Files of callgrind, each made by the real tool (callgrind/record.sh), against what callgrind_annotate says of
 * them; where valgrind is installed also one that is recorded now. And what is refused.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CallgrindProfile } from '../../../../src/formats/profiles/callgrind/profile.ts';
import { readCallgrind } from '../../../../src/formats/profiles/callgrind/read.ts';
import { readCallgrindStacks } from '../../../../src/formats/profiles/callgrind/stacks.ts';
import { readTables } from '../../../../src/formats/profiles/readtable.ts';
import { peek } from '../../../../src/profile/peek.ts';
import { stacksOf } from '../../../../src/profile/stacks.ts';
import { functionTable } from '../../../../src/profile/table.ts';

const recordings = import.meta.dirname;
const recorded = (name: string) => readFileSync(join(recordings, `${name}.callgrind.gz`));
const content = (name: string) => gunzipSync(recorded(name));
const annotated = (name: string, inclusive: 'yes' | 'no') =>
  gunzipSync(readFileSync(join(recordings, `${name}.inclusive-${inclusive}.gz`))).toString();

/** `file:function` and its costs, as callgrind_annotate prints them, added up where a row is there twice. */
function rowsOf(text: string): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const line of text.split('\n')) {
    const [, costs, name] =
      /^((?: *(?:[\d,]+|\.))+) {1,2}(\S.*?)(?: \[[^\]]*\])?$/.exec(line) ?? [];
    if (costs === undefined || name === undefined) continue;
    const numbers = costs.trim().split(/\s+/);
    addTo(
      rows,
      name,
      numbers.map((n) => (n === '.' ? 0 : Number(n.replaceAll(',', '')))),
    );
  }
  return rows;
}

function addTo(rows: Map<string, number[]>, name: string, costs: readonly number[]): void {
  const row = rows.get(name) ?? costs.map(() => 0);
  rows.set(
    name,
    row.map((cost, i) => cost + (costs[i] as number)),
  );
}

/** The same rows of what was read: callgrind_annotate has one for each file that a function has code of. */
function selfRows({ functions, lines }: CallgrindProfile): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const { function: f, file, self } of lines)
    addTo(rows, `${file}:${functions[f]?.name}`, self);
  return rows;
}

function inclusiveRows(profile: CallgrindProfile): Map<string, number[]> {
  const { functions, calls } = profile;
  const rows = selfRows(profile);
  const called = new Map<string, number[]>();
  for (const { caller, callee, file, inclusive } of calls) {
    addTo(rows, `${file}:${functions[caller]?.name}`, inclusive);
    addTo(called, `${functions[callee]?.file}:${functions[callee]?.name}`, inclusive);
  }
  return new Map([...rows, ...called]);
}

const differing = (a: Map<string, number[]>, b: Map<string, number[]>) =>
  [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const [one, two] = [a.get(name) ?? [0], b.get(name) ?? [0]];
    return Array.from({ length: Math.max(one.length, two.length) }).some(
      (_, i) => (one[i] ?? 0) !== (two[i] ?? 0),
    );
  });

const NAMES = ['tiny', 'tiny-instr', 'cpp', 'cpp-plain', 'rust', 'go', 'python', 'node'];

describe.each(NAMES)('%s', (name) => {
  const profile = readCallgrind(recorded(name), name);

  it('costs to the unit what callgrind_annotate says, without and with calls', () => {
    const self = rowsOf(annotated(name, 'no'));
    const inclusive = rowsOf(annotated(name, 'yes'));
    expect(self.size).toBeGreaterThanOrEqual(8);
    expect(differing(selfRows(profile), self)).toEqual([]);
    expect(differing(inclusiveRows(profile), inclusive)).toEqual([]);
  });

  it('has in its stacks what each function costs itself, every event', () => {
    for (const [i, { name: sampleType }] of profile.events.entries()) {
      const table = functionTable(readCallgrindStacks(content(name), name), { sampleType });
      expect(table.total).toBe(profile.totals[i]);
      expect(table.functions.reduce((sum, { flat }) => sum + flat, 0)).toBe(table.total);
      const own = new Map<string, number>();
      for (const f of profile.functions) {
        const row = f.name.replace(/'\d+$/, '');
        own.set(row, (own.get(row) ?? 0) + (f.self[i] as number));
      }
      for (const row of table.functions) {
        if (own.has(row.name)) expect([row.name, row.flat]).toEqual([row.name, own.get(row.name)]);
      }
    }
  });
});

describe.each(['threads', 'parts'])('%s', (name) => {
  const profile = readCallgrind(recorded(name), name);

  // What a dump caught in mid-call is `calls=0` in the next, and callgrind_annotate takes the cost of
  // such a call for the caller's own: its rows add up to more than the totals of the file.
  it('differs from callgrind_annotate only by what that counts twice', () => {
    const [own, theirs] = [selfRows(profile), rowsOf(annotated(name, 'no'))];
    expect(differing(own, theirs)).toHaveLength(4);
    const sum = (rows: Map<string, number[]>) =>
      [...rows.values()].reduce((total, costs) => total + (costs[0] as number), 0);
    const caught = [
      ...content(name)
        .toString()
        .matchAll(/^calls=0 .*\n\S+ (\d+)$/gm),
    ];
    expect(caught.length).toBeGreaterThan(3);
    expect(sum(theirs) - sum(own)).toBe(
      caught.reduce((total, [, cost]) => total + Number(cost), 0),
    );
    expect(sum(own)).toBe(profile.totals[0]);
  });

  it('adds its parts up', () => {
    const sums = [
      ...content(name)
        .toString()
        .matchAll(/^totals: (\d+)$/gm),
    ].map(([, n]) => Number(n));
    expect(profile.parts.map(({ totals }) => totals[0])).toEqual(sums);
    expect(profile.totals[0]).toBe(sums.reduce((a, b) => a + b));
    expect(sums).toHaveLength(name === 'threads' ? 4 : 2);
  });
});

it('knows parts by what dumped them', () => {
  const { parts } = readCallgrind(recorded('threads'), 'f');
  expect(parts.map(({ thread }) => thread)).toEqual(['1', '1', '2', '3']);
  expect(new Set(parts.map(({ command }) => command))).toEqual(new Set(['./threads']));
});

it('shows a program as the other commands do: recursion is one function, callers have their part', async () => {
  const { tables } = await readTables({ file: 'f', bytes: recorded('tiny') });
  const rows = tables[0]?.functions.map(
    ({ name, file, line, flat, cum }) => `${name} ${flat} ${cum} ${file.split('/').at(-1)}:${line}`,
  );
  expect(tables[0]).toMatchObject({ total: 2549, sampleType: { type: 'Ir', unit: 'count' } });
  expect(rows).toMatchInlineSnapshot(`
    [
      "leaf 2112 2112 tiny.h:3",
      "fib 359 359 tiny.c:7",
      "even 27 49 tiny.c:9",
      "odd 22 40 tiny.c:10",
      "left 14 1542 tiny.c:12",
      "(below main) 12 2549 tiny.c:15",
      "right 3 587 tiny.c:13",
    ]
  `);
  const [tree] = stacksOf(readCallgrindStacks(content('tiny'), 'f'));
  expect(tree && peek(tree, (name) => name === 'leaf').calls).toEqual([
    { caller: 'left', callee: 'leaf', value: 1528 },
    { caller: 'right', callee: 'leaf', value: 584 },
  ]);
});

it('keeps calls, entries and inlined lines', () => {
  const { functions, calls, lines } = readCallgrind(recorded('tiny'), 'f');
  const index = (name: string) => functions.findIndex((f) => f.name === name);
  const ofLeaf = calls.filter(({ callee }) => callee === index('leaf'));
  expect(ofLeaf.map((c) => [functions[c.caller]?.name, c.calls, c.inclusive[0]])).toEqual([
    ['left', 3, 1528],
    ['right', 1, 584],
  ]);
  const source = readFileSync(join(recordings, 'src/tiny.c'), 'utf8').split('\n');
  for (const name of ['fib', 'left', 'right', 'even', 'odd']) {
    const line = functions[index(name)]?.line ?? 0;
    expect(source[line - 1]).toContain(` ${name}(int n)`);
  }
  const inlined = lines.filter((l) => l.function === index('leaf') && l.file.endsWith('tiny.h'));
  expect(inlined.reduce((sum, { self }) => sum + (self[0] as number), 0)).toBeGreaterThan(2000);
});

const file = (body: string, head = 'events: Ir Bc') =>
  Buffer.from(`# callgrind format\nversion: 1\n${head}\n${body}`);
const small =
  'fl=(1) a.c\nfn=(1) main\n10 5 1\ncfi=(2) b.c\ncfn=(2) work\ncalls=2 7\n+1 30 4\nfl=(2)\nfn=(2)\n7 30 4\n';

describe('the format', () => {
  it('is read as the manual has it', () => {
    const { functions, calls, totals } = readCallgrind(file(`${small}totals: 35 5\n`), 'f');
    expect(functions).toEqual([
      { name: 'main', file: 'a.c', object: '', line: 10, self: [5, 1], inclusive: [35, 5] },
      { name: 'work', file: 'b.c', object: '', line: 7, self: [30, 4], inclusive: [30, 4] },
    ]);
    expect(calls).toEqual([
      { caller: 0, callee: 1, file: 'a.c', line: 11, calls: 2, inclusive: [30, 4] },
    ]);
    expect(totals).toEqual([35, 5]);
  });

  it('takes nothing of jumps but the names they give', () => {
    const jumps =
      'fn=(1) a\n1 2\njfi=(3) c.h\njfn=(4) b\njump=9 8\n+4\njcnd=3/7 +2\n*\nfi=(3)\n+1 5\nfn=(4)\n3 4\n';
    const { functions, lines } = readCallgrind(file(jumps, 'events: Ir'), 'f');
    expect(functions.map(({ name, self }) => [name, self])).toEqual([
      ['a', [7]],
      ['b', [4]],
    ]);
    expect(lines.map((l) => `${l.file}:${l.line}`)).toEqual([':1', 'c.h:6', 'c.h:3']);
  });

  it('derives events from others', () => {
    const head =
      'event: Cost = Ir + 10 Bc : What it costs\nevent: Ir : Instructions\nevents: Ir Bc';
    const { events, functions, totals } = readCallgrind(file(small, head), 'f');
    expect(events.map(({ name, description }) => `${name}: ${description}`)).toEqual([
      'Ir: Instructions',
      'Bc: ',
      'Cost: What it costs',
    ]);
    expect(functions[0]).toMatchObject({ self: [5, 1, 15], inclusive: [35, 5, 85] });
    expect(totals).toEqual([35, 5, 85]);
  });

  it.each([
    [
      'a total that is wrong',
      `${small}totals: 36 5\n`,
      /^f:14: the costs of "Ir" add up to 35 and totals: says 36/,
    ],
    [
      'a summary that is wrong',
      `${small}summary: 35 6\n`,
      /^f:14: the costs of "Bc" add up to 5 and summary: says 6/,
    ],
    [
      'a name that was not given',
      'fl=(1)\n',
      /^f:4: expected a name after \(1\), which has none yet$/,
    ],
    [
      'a cost before any function',
      '1 2\n',
      /^f:4: expected fn= and a function before the first cost$/,
    ],
    [
      'more costs than events',
      'fn=a\n1 2 3 4\n',
      /^f:5: expected at most 2 costs, one for each event, found "1 2 3 4"$/,
    ],
    [
      'a line below 0',
      'fn=a\n1 2\n-2 2\n',
      /^f:6: expected a position \(line\) like 12, \+3, -2 or \*, found "-2 2"$/,
    ],
    [
      'a cost beyond 2^53',
      'fn=a\n1 9007199254740993\n',
      /^f:5: expected a cost that is a whole number/,
    ],
    [
      'a sum beyond 2^53',
      'fn=a\n1 9007199254740991\n2 9007199254740991\n',
      /add up to more than 2\^53 - 1/,
    ],
    ['calls of nothing', 'fn=a\ncalls=1 2\n3 4\n', /^f:5: expected cfn= before calls=$/],
    [
      'a call without its cost',
      'fn=a\ncfn=b\ncalls=1 2\nfn=c\n',
      /^f:7: expected the position and cost of the call, found "fn=c"$/,
    ],
    [
      'an end inside a call',
      'fn=a\ncfn=b\ncalls=1 2\n',
      /the file ends before the cost of a call$/,
    ],
    [
      'another thing',
      'fn=a\nhello\n',
      /^f:5: expected a cost, a header or a field like fn=, found "hello"$/,
    ],
    [
      'other events in the second part',
      `${small}part: 2\nevents: Ir\n`,
      /^f:15: expected the events of the part before, "Ir Bc", found "Ir"$/,
    ],
    ['an end in mid-line', 'fn=a\n1 2', /^f: byte \d+: the last line has no end/],
  ])('refuses %s', (_, body, message) => {
    expect(() => readCallgrind(file(body), 'f')).toThrow(message);
  });

  it('refuses a file of callgrind that was cut short', () => {
    const whole = content('cpp').toString();
    const cut = whole.slice(0, whole.lastIndexOf('totals:'));
    expect(() => readCallgrind(Buffer.from(cut), 'f')).toThrow(
      /expected totals: at the end of the part/,
    );
    const missing = whole.replace(/^\+1 \d+\n/m, '');
    expect(missing).not.toBe(whole);
    expect(() => readCallgrind(Buffer.from(missing), 'f')).toThrow(
      /add up to \d+ and totals: says/,
    );
  });

  it('bounds what a small file makes of itself', () => {
    const events = Array.from({ length: 64 }, (_, i) => `E${i}`).join(' ');
    const lines = file(`fn=a\n${'+1 1\n'.repeat(530_000)}`, `events: ${events}`);
    expect(() => readCallgrind(lines, 'f')).toThrow(/^f:\d+: expected at most 524288 names/);
    expect(() => readCallgrind(file('fn=a\n1 1\n', `events: ${events} E64`), 'f')).toThrow(
      /^f:3: expected 1 to 64 events/,
    );
  });

  it('unfolds what calls itself in a circle, and what calls more than it says', () => {
    const circle =
      'fn=a\n1 10\ncfn=b\ncalls=1 1\n2 90\nfn=b\n1 50\ncfn=c\ncalls=5 1\n2 340\nfn=c\n1 40\ncfn=b\ncalls=4 1\n2 300\nfn=lost\n1 7\n';
    const table = functionTable(readCallgrindStacks(file(circle, 'events: Ir'), 'f'));
    expect(table.functions.map(({ name, flat, cum }) => [name, flat, cum])).toEqual([
      ['b', 50, 90],
      ['c', 40, 40],
      ['a', 10, 100],
      ['lost', 7, 7],
    ]);
  });
});

const hasValgrind = spawnSync('valgrind', ['--version']).status === 0;
if (!hasValgrind) process.stdout.write('skipped: valgrind is not installed\n');

it.skipIf(!hasValgrind)(
  'a file recorded now is equal to callgrind_annotate',
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'flamegate-callgrind-'));
    try {
      const out = join(directory, 'callgrind.out');
      const options = ['--tool=callgrind', '--branch-sim=yes', `--callgrind-out-file=${out}`];
      execFileSync('valgrind', [...options, '/bin/true'], { stdio: 'ignore' });
      const profile = readCallgrind(readFileSync(out), out);
      expect(profile.totals[0]).toBeGreaterThan(1000);
      for (const inclusive of [false, true]) {
        const shown = execFileSync(
          'callgrind_annotate',
          [
            `--inclusive=${inclusive ? 'yes' : 'no'}`,
            '--threshold=100',
            '--auto=no',
            '--show-percs=no',
            out,
          ],
          { encoding: 'utf8', cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] },
        );
        const rows = rowsOf(shown.slice(shown.indexOf('file:function')));
        expect(rows.size).toBeGreaterThan(50);
        expect(differing(inclusive ? inclusiveRows(profile) : selfRows(profile), rows)).toEqual([]);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
  60_000,
);
