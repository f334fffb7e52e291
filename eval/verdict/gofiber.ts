/**
 * Real runs: the benchmark results that gofiber/fiber publishes for every push to main, one value
 * a benchmark, read from the file beside the repository and never copied into it.
 *
 * Nobody recorded the CPU model of most runs, so it is inferred from which benchmarks are fast on
 * it. And the code did change from run to run: a benchmark that stays where the head put it really
 * changed, and is left out of that pull request.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mad, median } from '../../src/stats/summary.ts';

export interface History {
  /** In the order they were measured. */
  readonly runs: readonly StoredRun[];
  /** Benchmarks that every run has. */
  readonly names: readonly string[];
}

export interface StoredRun {
  readonly cpu: string;
  /** The first 163 runs are of ubuntu-latest. */
  readonly runner: 'ubuntu-latest' | 'other';
  readonly values: readonly number[];
}

/** Where the data is: FLAMEGATE_GOFIBER, or beside the repository. */
export function gofiberFile(): string | null {
  const file =
    process.env.FLAMEGATE_GOFIBER ??
    join(import.meta.dirname, '../../../shared/data/gofiber_nsop.csv.gz');
  return existsSync(file) ? file : null;
}

const ubuntuRuns = 163;
const columnsBefore = 5;

export function readGofiber(file: string): History {
  const [head = [], ...lines] = parseCsv(gunzipSync(readFileSync(file)).toString('utf8'));
  const complete: number[] = [];
  for (let c = columnsBefore; c < head.length; c++) {
    if (lines.every((line) => Number(line[c]) > 0)) complete.push(c);
  }
  const values = lines.map((line) => complete.map((c) => Number(line[c])));
  const cpus = inferCpus(values.map((row) => row.map(Math.log)));
  return {
    names: complete.map((c) => head[c] ?? ''),
    runs: values.map((row, i) => ({
      cpu: cpus[i] ?? '',
      runner: i < ubuntuRuns ? 'ubuntu-latest' : 'other',
      values: row,
    })),
  };
}

/** RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += c;
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(field);
      field = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (c !== '\r') field += c;
  }
  return rows;
}

/** Runs so near in time are compared: code drifts. */
const nearRuns = 25;
/** Two runs of one CPU: their benchmarks differ by about one ratio, and that ratio is small. */
const alike = { pattern: 0.042, level: 0.1 };
/** On Ampere, of which there is one kind here, single benchmarks jump more. */
const alikeOther = 0.06;

/**
 * One label a run, by single linkage. Between two runs of one CPU model the ratios of the
 * benchmarks spread by 1 to 4 % about their median, between models by 5 % and more (robust sd);
 * models that share a pattern differ by a quarter in level. The level is used no finer than
 * 10 %, so that a suite shift is not explained away. Runs like no other get a label of their own.
 */
function inferCpus(logs: readonly (readonly number[])[]): string[] {
  const parent = logs.map((_, i) => i);
  const find = (i: number): number => {
    const up = parent[i] ?? i;
    return up === i ? i : find(up);
  };
  logs.forEach((a, i) => {
    for (let j = i + 1; j < Math.min(logs.length, i + 1 + nearRuns); j++) {
      if (i < ubuntuRuns !== j < ubuntuRuns) continue;
      const b = logs[j] ?? [];
      const ratios = a.map((value, k) => value - (b[k] ?? 0));
      const pattern = i < ubuntuRuns ? alike.pattern : alikeOther;
      if (1.4826 * mad(ratios) < pattern && Math.abs(median(ratios)) < alike.level) {
        parent[find(j)] = find(i);
      }
    }
  });
  return logs.map((_, i) => `cpu ${find(i)}`);
}

/** Fewer earlier runs of its CPU, or fewer later ones, and a run does not serve as a head. */
const earlier = 5;
const later = 3;
const settled = 5;

/** A run as a pull request against all runs of its CPU before it. */
export interface Replay {
  /** The number of the head run. */
  readonly run: number;
  /** Newest first. */
  readonly history: readonly StoredRun[];
  readonly head: StoredRun;
  /** The next run of the CPU: as near as the data come to the same commit measured again. */
  readonly again: StoredRun;
  /** All benchmarks, by their indices. */
  readonly names: readonly number[];
  /** Benchmarks that did not stay where the head put them: whatever they did was noise. */
  readonly unchanged: readonly number[];
}

/** Every run in turn that has enough runs of its CPU on both sides. */
export function replays({ runs, names }: History): Replay[] {
  return runs.flatMap((head, run): Replay[] => {
    const same = (job: StoredRun) => job.cpu === head.cpu && job.runner === head.runner;
    const history = runs.slice(0, run).filter(same).reverse();
    const after = runs
      .slice(run + 1)
      .filter(same)
      .slice(0, settled);
    const [again] = after;
    if (history.length < earlier || after.length < later || again === undefined) return [];
    const before = history.slice(0, settled);
    const stays = (_: string, b: number) => persisting(head, before, after, b) === 0;
    const unchanged = names.flatMap((name, b) => (stays(name, b) ? [b] : []));
    return [{ run, history, head, again, unchanged, names: names.map((_, b) => b) }];
  });
}

/**
 * How far benchmark `b` moved for good (log ratio of the medians after and before), where that is
 * at least half of what the head shows; else 0: what the next runs do not show was noise.
 */
function persisting(
  run: StoredRun,
  before: readonly StoredRun[],
  after: readonly StoredRun[],
  b: number,
): number {
  const at = (of: StoredRun) => Math.log(of.values[b] ?? Number.NaN);
  const old = median(before.map(at));
  const moved = at(run) - old;
  const stays = median(after.map(at)) - old;
  const real = Math.abs(moved) > 0.02 && stays * Math.sign(moved) > Math.abs(moved) / 2;
  return real ? stays : 0;
}
