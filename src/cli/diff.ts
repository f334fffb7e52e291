/** `flamegate diff`: two sides put side by side; it informs and never fails. */
import { type RunInputs, readPath, readRun, readWholeProfile } from '../collect.ts';
import { spreads } from '../compare/spread.ts';
import { type Config, readOptions, resolveConfig } from '../config.ts';
import { diff } from '../gate.ts';
import { InputError, type Run, type Verdict } from '../model.ts';
import type { ReadOptions } from '../profile/readtable.ts';
import { logLine } from '../report/escape.ts';
import { warningLines } from '../report/sentences.ts';
import { configLayers, emit, type Flags, rowOptions, writeOut } from './flags.ts';

/** Two files on a table are one comparison: benchstat's error rate. */
const defaults = { alpha: 0.05 };

export async function diffCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const [old = '', now = ''] = paths;
  const config = resolveConfig(...(await configLayers(flags)), defaults);
  const [before, after] = [await readPath(old), await readPath(now)];
  refuseUnlike(before, after, old, now);
  const tables = { ...readOptions(config), ...rowOptions(flags) };
  const [base, head] = [await side(before, tables), await side(after, tables)];
  const verdict = diff(base, head, config);
  if (flags.pprof !== undefined) await writeDifference(flags.pprof, before, after);
  const report = await diffReport(verdict, { base, head, old, now }, config, flags.format);
  await emit(flags, report);
  return 0;
}

type Files = Pick<RunInputs, 'benchmarks' | 'profiles'>;

const side = (files: Files, tables: ReadOptions): Promise<Run> =>
  readRun({ ...files, commit: '', time: '', environment: {} }, tables);

function refuseUnlike(before: Files, after: Files, old: string, now: string): void {
  const shared =
    (before.benchmarks.length > 0 && after.benchmarks.length > 0) ||
    (before.profiles.length > 0 && after.profiles.length > 0);
  if (shared) return;
  const [first, second] = before.benchmarks.length > 0 ? [old, now] : [now, old];
  throw new InputError(
    `${first} holds benchmark output and ${second} profiles: compare like with like`,
  );
}

async function writeDifference(file: string, before: Files, after: Files): Promise<void> {
  const [base, head, ...more] = [...before.profiles, ...after.profiles];
  if (base === undefined || head === undefined || more.length > 0) {
    throw new InputError('--pprof takes one profile on each side');
  }
  const { writeDiff } = await import('../profile/write.ts');
  const profile = await writeDiff(await readWholeProfile(base), await readWholeProfile(head));
  await writeOut(file, profile);
}

interface Sides {
  readonly base: Run;
  readonly head: Run;
  readonly old: string;
  readonly now: string;
}

async function diffReport(
  verdict: Verdict,
  sides: Sides,
  config: Config,
  format = 'text',
): Promise<string> {
  switch (format) {
    case 'json':
      return json(verdict, sides);
    case 'csv':
      return (await import('../report/csv.ts')).gateCsv(verdict);
    case 'markdown':
      return (await import('../report/markdown.ts')).summary(verdict);
    default:
      return text(verdict, sides, config);
  }
}

async function json(verdict: Verdict, { base, head }: Sides): Promise<string> {
  const { diffJson } = await import('../report/json.ts');
  const profiles = verdict.profiles.map((profile) => ({
    profile,
    functions: verdict.functions.filter(
      (row) => row.sampleType === profile.sampleType && row.slice === profile.slice,
    ),
  }));
  return diffJson({
    ...(base.series.length + head.series.length > 0 ? { comparisons: verdict.comparisons } : {}),
    ...(base.tables.length + head.tables.length > 0 ? { profiles } : {}),
    environment: verdict.environment,
    warnings: verdict.warnings,
  });
}

async function text(verdict: Verdict, sides: Sides, config: Config): Promise<string> {
  const { diffText, functionDiffText } = await import('../report/text.ts');
  const parts: string[] = [];
  if (verdict.comparisons.length > 0) {
    const { base, head, old, now } = sides;
    const { comparisons, environment, warnings } = verdict;
    const rows = spreads(comparisons, base, head, config);
    parts.push(
      diffText({ base: old, head: now, environment, rows, alpha: config.alpha, warnings }),
    );
  } else {
    parts.push(...warningLines(verdict.warnings).map((line) => `${logLine(line)}\n`));
  }
  parts.push(...verdict.profiles.map(functionDiffText));
  if (verdict.profiles.length > 0) parts.push(next(sides));
  return parts.join('\n');
}

/** The same difference in pprof's own tools. */
function next({ base, head }: Sides): string {
  const [old, now] = [base.tables[0]?.source ?? '', head.tables[0]?.source ?? ''];
  return `${logLine(`next: go tool pprof -http=: -diff_base=${quoted(old)} ${quoted(now)}`)}\n`;
}

/** As a POSIX shell takes it literally. */
const quoted = (path: string): string =>
  /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
