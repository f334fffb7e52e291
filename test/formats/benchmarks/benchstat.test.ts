/**
 * Every row that benchstat prints for the recorded inputs (test/golden/make.sh has the commands),
 * computed from the same files by bench/ and stats/: centre and delta, `± N%`, p, n and `~`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Series } from '../../../src/model/run.ts';
import { mannWhitney } from '../../../src/stats/mannwhitney.ts';
import { type MedianInterval, medianInterval, relativeReach } from '../../../src/stats/medianci.ts';
import { readBenchmarks } from './read.ts';

const golden = join(import.meta.dirname, '../../golden/benchstat');

interface Command {
  /** Name of the output, without .csv or .txt. */
  readonly name: string;
  readonly output: string;
  readonly folder: string;
  readonly args: readonly string[];
}

const commands: Command[] = readFileSync(join(golden, 'commands.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [output = '', folder = '', args = ''] = line.split('\t');
    return { name: output.replace(/\.\w+$/, ''), output, folder, args: args.split(' ') };
  });
const csv = commands.filter((of) => of.output.endsWith('.csv'));

const outputOf = (of: Command): string => readFileSync(join(golden, 'out', of.output), 'utf8');

/** A cell of benchstat's CSV: one benchmark and unit, each side as printed. */
interface Row {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
  readonly base: readonly [center: string, reach: string] | null;
  readonly head: readonly [center: string, reach: string] | null;
  readonly delta: string;
  readonly p: string;
}

/** The tables of a CSV. `files` are the two names that head their columns. */
function rowsOf(text: string, files: readonly string[]): Row[] {
  const rows: Row[] = [];
  let from = '';
  let sides: string[] = [];
  let unit = '';
  for (const line of text.split('\n')) {
    const cells = line.split(',');
    if (line.startsWith('pkg: ')) from = line.slice(5);
    if (cells.length < 2 || cells[0] === 'geomean') continue;
    if (cells[0] === '' && cells[2] === 'CI') {
      unit = cells[1] ?? '';
    } else if (cells[0] === '') {
      sides = cells.filter((cell) => cell !== '');
    } else {
      const side = (file: string | undefined) => {
        const at = 1 + 2 * sides.indexOf(file ?? '');
        return at > 0 && cells[at] ? ([cells[at], cells[at + 1] ?? ''] as const) : null;
      };
      rows.push({
        package: from,
        benchmark: cells[0] ?? '',
        unit,
        base: side(files[0]),
        head: side(files[1]),
        delta: cells[5] ?? '',
        p: cells[6] ?? '',
      });
    }
  }
  return rows;
}

const positional = (of: Command): string[] => of.args.filter((arg) => /\.txt$/.test(arg));

const alphaOf = (of: Command): number =>
  of.args.includes('-alpha') ? Number(of.args[of.args.indexOf('-alpha') + 1]) : 0.05;

function seriesOf(of: Command, path: string): readonly Series[] {
  const bytes = readFileSync(join(golden, of.folder, path));
  return readBenchmarks([{ file: path, bytes }]).series;
}

const sameKey = (series: Series, row: Pick<Series, 'package' | 'benchmark' | 'unit'>): boolean =>
  series.package === row.package && series.benchmark === row.benchmark && series.unit === row.unit;

/** C's %.0f: half to even. */
function whole(x: number): string {
  const below = Math.floor(x);
  return String(x - below === 0.5 ? below + (below % 2) : Math.round(x));
}

function reachAsPrinted(interval: MedianInterval): string {
  const reach = relativeReach(interval);
  if (reach === null) return '?';
  return reach === Number.POSITIVE_INFINITY ? '∞' : `${whole(100 * reach)}%`;
}

function deltaAsPrinted(base: number, head: number, p: number, alpha: number): string {
  if (p > alpha) return '~';
  if (base === head) return '0.00%';
  if (base === 0) return '?';
  const percent = (head / base - 1) * 100;
  return `${percent < 0 ? '' : '+'}${percent.toFixed(2)}%`;
}

/** The row as we would print it, from our own reading. */
function ours(row: Row, base: Series | undefined, head: Series | undefined, alpha: number): Row {
  const side = (of: Series | undefined) => {
    if (of === undefined) return null;
    const interval = medianInterval(of.samples);
    return [String(interval.median), reachAsPrinted(interval)] as const;
  };
  const blank = { ...row, base: side(base), head: side(head), delta: '', p: '' };
  if (base === undefined || head === undefined) return blank;
  const [n, m] = [base.samples.length, head.samples.length];
  const p = base.exact ? 0 : mannWhitney(base.samples, head.samples).p;
  const count = n === m ? `n=${n}` : `n=${n}+${m}`;
  const [from, to] = [medianInterval(base.samples).median, medianInterval(head.samples).median];
  return {
    ...blank,
    delta: deltaAsPrinted(from, to, p, alpha),
    p: p === 0 ? count : `p=${p.toFixed(3)} ${count}`,
  };
}

/** Numbers as doubles, so that 6.43e+07 is 64300000. The reach of exact units is their range. */
function comparable(row: Row, exact: boolean): object {
  const side = (of: Row['base']) => of && [Number(of[0]), exact ? '' : of[1]];
  return { ...row, base: side(row.base), head: side(row.head) };
}

describe.each(csv)('benchstat $name', (command) => {
  const [oldPath = '', newPath = ''] = positional(command);
  const bases = seriesOf(command, oldPath);
  const heads = seriesOf(command, newPath);
  const rows = rowsOf(outputOf(command), [oldPath, newPath]);

  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(0);
  });

  it('is reproduced, row by row', () => {
    for (const row of rows) {
      const base = row.base === null ? undefined : bases.find((of) => sameKey(of, row));
      const head = row.head === null ? undefined : heads.find((of) => sameKey(of, row));
      const exact = (base ?? head)?.exact === true;
      expect(comparable(ours(row, base, head, alphaOf(command)), exact)).toEqual(
        comparable(row, exact),
      );
    }
  });

  it('has nothing that we read and it does not', () => {
    const missed = [...bases, ...heads].filter((of) => !rows.some((row) => sameKey(of, row)));
    expect(missed).toEqual([]);
  });

  it('says the same in its text', () => {
    const text = commands.find((of) => of.output === `${command.name}.txt`);
    if (text === undefined) throw new Error(`${command.name} has no text`);
    const verdicts = [
      ...outputOf(text).matchAll(/(~|\?|[+-]?[\d.]+%) \(((?:p=[\d.]+ )?n=[\d+]+)\)/g),
    ];
    const want = rows.filter((row) => row.p !== '').map((row) => [row.delta, row.p]);
    expect(verdicts.map((of) => [of[1], of[2]])).toEqual(want);
  });
});

describe("at full precision, from benchstat's own packages (out/mann-whitney.tsv)", () => {
  const [, ...lines] = readFileSync(join(golden, 'out/mann-whitney.tsv'), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => {
    const [folder = '', from = '', benchmark = '', unit = '', ...numbers] = line.split('\t');
    return { folder, package: from, benchmark, unit, numbers: numbers.map(Number) };
  });
  const sides = new Map(
    [...new Set(rows.map((row) => row.folder))].map((folder) => {
      const of = { name: '', output: '', folder: `in/${folder}`, args: [] };
      return [folder, [seriesOf(of, 'old.txt'), seriesOf(of, 'new.txt')] as const];
    }),
  );

  it.each(rows)('$folder $package $benchmark $unit', (row) => {
    const [base = [], head = []] = (sides.get(row.folder) ?? []).map(
      (side) => side.find((of) => sameKey(of, row))?.samples,
    );
    const { p, method } = mannWhitney(base, head);
    const [n, m, before, after, want = Number.NaN] = row.numbers;
    expect([base.length, head.length]).toEqual([n, m]);
    expect([medianInterval(base).median, medianInterval(head).median]).toEqual([before, after]);
    // Go takes the normal's upper tail as 1 - cdf, which is good to 1e-16.
    const allowed = 1e-12 * want + (method === 'normal' ? 3e-16 : 0);
    expect(Math.abs(p - want)).toBeLessThanOrEqual(allowed);
  });
});

const benchstat = [...(process.env.PATH ?? '').split(':'), join(homedir(), 'go/bin')]
  .map((folder) => join(folder, 'benchstat'))
  .find((path) => existsSync(path));
if (benchstat === undefined) console.log('benchstat is not installed: its recorded output serves');

describe.skipIf(benchstat === undefined)('benchstat, run now', () => {
  it.each(commands)('still says $output', (command) => {
    const run = spawnSync(benchstat ?? '', command.args, {
      cwd: join(golden, command.folder),
      encoding: 'utf8',
    });
    expect(run.stdout).toBe(outputOf(command));
  });
});
