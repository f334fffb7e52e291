/**
 * What the command line prints of profiles against what `go tool pprof` printed with the same options, to the
 * character, but for what is not printed here: the lines on the file itself and marks of inlined functions.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffCommand } from '../../../src/entry/cli/diff.ts';
import type { Flags } from '../../../src/entry/cli/flags.ts';
import { profileView } from '../../../src/entry/cli/profileview.ts';
import { tagsCommand } from '../../../src/entry/cli/tags.ts';
import { topCommand } from '../../../src/entry/cli/top.ts';
import { functionDiffText, topText } from '../../../src/report/toptext.ts';
import { parseTop } from '../../profile/pprof.ts';
import { functionComparison, profile } from '../../report/values.ts';

const golden = join(import.meta.dirname, '../../golden/pprof');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-views-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const MISSING = ' The source is not in this checkout: see --source-path and --trim-path';

const recorded = (output: string): string =>
  readFileSync(join(golden, 'out', output), 'utf8')
    .replace(/ \((?:partial-)?inline\)$/gm, '')
    .replace(/^(?:File|Build ID|Time|Duration): .*\n/gm, '')
    .replace(/^ Error: could not find .*$/gm, MISSING)
    .replace(/^Active filters:\n(?: {3}.*\n)+/gm, '');

const commands = readFileSync(join(golden, 'views.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [output = '', args = ''] = line.split('\t');
    return { output, args: args.split(' ') };
  });

const RENAMED: Readonly<Record<string, object>> = {
  symbolize: {},
  top: {},
  tags: {},
  lines: { granularity: 'lines' },
  noinlines: { inlines: false },
};

/** What is printed for the arguments of pprof. */
async function printed(args: readonly string[]): Promise<string> {
  const output = join(folder, 'out.txt');
  let flags: Flags = { output };
  const files: string[] = [];
  for (const arg of args) {
    const [, name, value] = /^-([a-z_]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (name === undefined) {
      files.push(join(golden, 'in', arg));
      continue;
    }
    const key = name.replaceAll(/_./g, (of) => of.slice(1).toUpperCase());
    if (name === 'source_path') {
      flags = { ...flags, sourcePath: join(golden, '../../../examples', value ?? '') };
      continue;
    }
    const own = name === 'sample_index' ? { sampleType: value } : { [key]: value ?? true };
    flags = { ...flags, ...(RENAMED[name] ?? own) };
  }
  const command = args.includes('-tags') ? tagsCommand : topCommand;
  expect(await command(flags, files)).toBe(0);
  return readFileSync(output, 'utf8');
}

it.each(commands)('$output is $args', async ({ output, args }) => {
  const expected = recorded(output);
  expect(expected.split('\n').length).toBeGreaterThan(2);
  expect(await printed(args)).toBe(expected);
});

describe('a view', () => {
  it.each<[Flags, string]>([
    [{ nodecount: '-1' }, '--nodecount "-1": expected a whole number'],
    [{ nodecount: '1e3' }, '--nodecount "1e3"'],
    [{ nodefraction: '5%' }, '--nodefraction "5%": expected a part of the total from 0 to 1'],
    [{ nodefraction: '1.1' }, '--nodefraction "1.1"'],
    [{ nodefraction: '' }, '--nodefraction ""'],
    [{ divideBy: '0' }, '--divide-by "0": expected a number above 0'],
    [{ divideBy: '1e400' }, '--divide-by'],
    [{ divideBy: '1e-400' }, '--divide-by'],
    [
      { cum: true, reports: [{ format: 'json', output: undefined }] },
      '--cum is for text: json has every function',
    ],
  ])('%j is refused', (flags, message) => {
    expect(() => profileView(flags)).toThrow(message);
  });

  it('has a unit that the values can be in', () => {
    const table = { source: 'p', total: 1, samples: 1, functions: [] };
    const of = (unit: string, from: string) => () =>
      topText({ ...table, sampleType: { type: 'x', unit: from } }, { unit });
    expect(of('ms', 'count')).toThrow('--unit "ms" is no unit of this profile\'s values (count)');
    expect(of('kB', 'nanoseconds')).toThrow('--unit "kB"');
    expect(of('parsec', 'bytes')).toThrow('--unit "parsec"');
    expect(of('count', 'count')).not.toThrow();
    expect(of('Milliseconds', 'nanoseconds')).not.toThrow();
  });

  const side = (flat: number, cum: number, total: number) => ({
    ...{ flat, cum, flatFraction: flat / total, cumFraction: cum / total },
  });
  const row = (name: string, base: readonly [number, number], head: readonly [number, number]) => {
    const [before, now] = [side(...base, 1e9), side(...head, 2e9)];
    return functionComparison({
      ...{ name, file: '', p: null, base: before, head: now },
      flatDelta: now.flatFraction - before.flatFraction,
    });
  };
  const both = profile({
    base: { total: 1e9, samples: 100, profiles: 1, runs: 1, seconds: 1 },
    head: { total: 2e9, samples: 200, profiles: 1, runs: 1, seconds: 1 },
    functions: [
      row('leaf', [5e8, 5e8], [1e8, 5e8]),
      row('main', [0, 1e8], [0, 18e8]),
      row('tiny', [1e6, 1e6], [1e6, 1e6]),
    ],
  });
  const rows = (text: string) => text.split('\n').slice(3, -1);

  it('of a difference is sorted by cum, cut, and counts what it leaves out', () => {
    expect(rows(functionDiffText(both, undefined, { cum: true, nodeCount: 1 }))).toEqual([
      'Dropped 1 function (cum < 0.5% on both sides)',
      'Showing top 1 functions out of 2',
      'base flat  head flat     delta  base cum  head cum  p  function',
      '       0%         0%  +80.0 pp     10.0%     90.0%  -  main',
    ]);
  });

  it('of a difference has values in a unit, and their difference', () => {
    const view = { unit: 'ms', nodeFraction: 0, values: true };
    expect(rows(functionDiffText(both, undefined, view))).toEqual([
      'base flat  head flat   delta  base cum  head cum  p  function',
      '    500ms      100ms  -400ms     500ms     500ms  -  leaf',
      '        0          0       0     100ms    1800ms  -  main',
      '      1ms        1ms       0       1ms       1ms  -  tiny',
    ]);
  });
});

describe('a difference of two files', () => {
  const input = (name: string) => join(golden, 'in', name);

  async function differed(flags: Flags, ...files: readonly string[]): Promise<string[]> {
    const output = join(folder, 'diff.txt');
    expect(await diffCommand({ ...flags, output }, files.map(input))).toBe(0);
    const lines = readFileSync(output, 'utf8').split('\n');
    return lines.slice(lines.findIndex((line) => line.includes('base flat')) + 1, -3);
  }

  /** Name to the number in one column. */
  const column = (lines: readonly string[], at: number) =>
    lines.map((line) => {
      const [, numbers = '', name] =
        /^((?: *\S+){6}) {2}(.*?)(?: \([^()]*:\d+\))?$/.exec(line) ?? [];
      return `${name} ${Number.parseFloat(numbers.trim().split(/ +/)[at] ?? '')}`;
    });

  it('on the scale of the base has the differences of pprof -normalize', async () => {
    const flags = { normalize: true, unit: 'ns', nodefraction: '0' };
    const lines = await differed(flags, 'cpu.base.pprof', 'cpu.head.pprof');
    const { rows } = parseTop(recorded('cpu.cpu.diff-normalize.txt'));
    const changed = (all: readonly string[]) => all.filter((row) => !row.endsWith(' 0')).toSorted();
    const found = changed(column(lines, 2));
    expect(found).toEqual(changed(rows.map(({ name, flat }) => `${name} ${flat}`)));
    expect(found.length).toBeGreaterThan(20);
  });

  it('of means has those of pprof -mean of each side', async () => {
    const flags = { mean: true, unit: 'ns', nodefraction: '0', sampleType: 'delay' };
    const lines = await differed(flags, 'mutex.base.pprof', 'mutex.head.pprof');
    expect(
      lines.every((line) => / {2}- {2}/.test(line)),
      'no p',
    ).toBe(true);
    for (const [at, side] of [
      [3, 'base'],
      [4, 'head'],
    ] as const) {
      const { rows } = parseTop(recorded(`view.mean-${side}.txt`));
      const there = new Map(rows.map(({ name, cum }) => [name, `${name} ${cum}`]));
      const found = column(lines, at).filter((row) =>
        there.has(row.slice(0, row.lastIndexOf(' '))),
      );
      expect(found.toSorted()).toEqual([...there.values()].toSorted());
    }
  });

  it('as a tree has the callers and callees of each function, on both sides', async () => {
    const output = join(folder, 'tree.txt');
    const flags = { tree: true, nodecount: '3', cum: true, output };
    const files = ['cpu.base.pprof', 'cpu.head.pprof'].map(input);
    expect(await diffCommand(flags, files)).toBe(0);
    const blocks = readFileSync(output, 'utf8').trimEnd().split('\n\n');
    const [first = ''] = blocks;
    expect(blocks).toHaveLength(3);
    await diffCommand({ cum: true, nodecount: '1', output }, files);
    const name = /^ .* {2}(example\S+) \(/m.exec(readFileSync(output, 'utf8'))?.[1] ?? 'none';
    expect(first).toContain(`${name} (`);
    // What calls it, with the numbers that --peek shows for it.
    await diffCommand({ peek: `^${name.replaceAll(/[.()*]/g, '\\$&')}$`, output }, files);
    const peeked = readFileSync(output, 'utf8').split('\n\n')[0]?.trimEnd();
    expect(first.trimEnd()).toBe(peeked);
    await expect(diffCommand({ ...flags, unit: 'ms' }, files)).rejects.toThrow('--tree of a diff');
    await expect(topCommand({ ...flags, mean: true }, files)).rejects.toThrow('leave out --mean');
  });

  it('lists source lines with the costs of pprof -list on each side', async () => {
    const output = join(folder, 'list.txt');
    const module = join(golden, '../../../examples/module');
    const flags = {
      ...{ list: 'codec[.]appendEscaped$', unit: 'ms', output, sampleType: 'cpu' },
      ...{ sourcePath: module, trimPath: 'example.com/ledger' },
    };
    const listed = async (command: typeof diffCommand, ...files: string[]) => {
      expect(await command(flags, files.map(input))).toBe(0);
      return readFileSync(output, 'utf8').trimEnd().split('\n');
    };
    const [, title, , sums, ...lines] = await listed(
      diffCommand,
      'cpu.base.pprof',
      'cpu.head.pprof',
    );
    expect(title).toBe(
      'ROUTINE ======================== example.com/ledger/codec.appendEscaped in codec/escape.go',
    );
    expect(sums).toContain(
      '330ms      340ms       410ms      410ms (flat, cum) 26.98% -> 31.54% of Total',
    );
    for (const [file, from] of [
      ['cpu.base.pprof', 0],
      ['cpu.head.pprof', 23],
    ] as const) {
      const alone = await listed(topCommand, file);
      const costs = (all: readonly string[], at: number) =>
        all.map((line) => line.slice(at, at + 21)).filter((cost) => /\d/.test(cost));
      expect(costs(lines, from)).toEqual(costs(alone.slice(3), 0));
      expect(costs(lines, from).length).toBeGreaterThan(2);
    }
    expect(lines[0]).toMatch(/^ +\. +\. +\. +\. +\d+:/);
  });

  it('refuses what a list of lines cannot show', async () => {
    const run = (flags: Flags) =>
      differed({ list: 'main', ...flags }, 'shop.base.pprof', 'shop.head.pprof');
    await expect(run({ list: 'nowhere' })).rejects.toThrow('--list "nowhere" matches no function');
    await expect(run({ list: '(' })).rejects.toThrow('--list "(" is not a regular expression');
    await expect(run({ cum: true })).rejects.toThrow('leave out --cum');
    await expect(run({ mean: true })).rejects.toThrow('leave out --mean');
    await expect(run({ groupBy: 'endpoint' })).rejects.toThrow('leave out the slices');
    const bare = { trimPath: 'x' };
    await expect(differed(bare, 'shop.base.pprof', 'shop.head.pprof')).rejects.toThrow(
      '--trim-path is for --list',
    );
  });

  it('refuses what it cannot mean', async () => {
    const run = (flags: Flags) => differed(flags, 'shop.base.pprof', 'shop.head.pprof');
    const by = { groupBy: 'endpoint' };
    await expect(run({ ...by, normalize: true })).rejects.toThrow(
      '--normalize is of whole profiles',
    );
    await expect(run({ ...by, mean: true })).rejects.toThrow('--mean is of whole profiles');
    await expect(run({ peek: 'main', unit: 'ms' })).rejects.toThrow('leave out --cum, --unit');
  });
});
