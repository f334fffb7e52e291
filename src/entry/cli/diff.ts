/** `flamegate diff`: two sides put side by side; it informs and never fails. */
import { spreads } from '../../compare/benchmarks/spread.ts';
import { diffFiles } from '../../flow/diff.ts';
import type { FileEvidence } from '../../flow/evidence.ts';
import { InputError } from '../../model/error.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Filters } from '../../model/filters.ts';
import type { InputFile, Run } from '../../model/run.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Warning } from '../../model/warning.ts';
import { logLine } from '../../report/escape.ts';
import type { ProfileView } from '../../report/profileview.ts';
import { warningLines } from '../../report/rows/sentences.ts';
import { type Config, readOptions, resolveConfig } from '../../settings/config.ts';
import {
  isForeign,
  type RunInputs,
  type RunOptions,
  readPath,
} from '../../source/files/collect.ts';
import { configLayers, emitReports, type Flags, inputsOf, rowOptions, writeOut } from './flags.ts';
import { verdictReport } from './format.ts';
import { nextCommand } from './next.ts';
import { refuseIdleProfileFlags } from './profileflags.ts';
import { profileView } from './profileview.ts';
import type { AskedReport } from './reports.ts';
import { labelledAll } from './sides.ts';
import { isTabular, type Side } from './tabular.ts';
import { terminal } from './terminal.ts';

/** Two files on a table are one comparison: benchstat's error rate; profiles as pprof shows them. */
const defaults = { alpha: 0.05, attribute: 'raw' } as const;

export async function diffCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const sides: Side[] = [];
  for (const { label, path } of labelledAll(paths)) {
    sides.push({ label, files: await readPath(path) });
  }
  const [first, second] = sides;
  if (first === undefined || second === undefined || isTabular(sides, flags)) {
    const { tablesCommand } = await import('./tabulate.ts');
    const { ignore: _, ...others } = flags;
    refuseIdleProfileFlags(others);
    return tablesCommand(sides, flags, await configOf(others));
  }
  return twoSides(first, second, flags, await configOf(flags));
}

const configOf = async (flags: Flags): Promise<Config> =>
  resolveConfig(...(await configLayers(flags)), defaults);

async function twoSides(first: Side, second: Side, flags: Flags, config: Config): Promise<number> {
  const { label: old, files: before } = first;
  const { label: now, files: after } = second;
  refuseUnlike(before, after, old, now);
  if (before.profiles.length + after.profiles.length === 0) refuseIdleProfileFlags(flags);
  const view = profileView(flags);
  const tables = { ...readOptions(config), ...rowOptions(flags) };
  const { verdict, base, head, evidence } = await diffFiles(before, after, config, tables, old);
  const files = { base: before.profiles, head: after.profiles };
  const profiles =
    flags.mean === undefined && flags.normalize === undefined
      ? verdict.profiles
      : await (await import('./values.ts')).withValues(verdict.profiles, files, tables, flags);
  if (flags.pprof !== undefined) await writeDifference(flags, evidence, files, tables);
  const foreign = new Set(
    [...before.profiles, ...after.profiles].filter(isForeign).map(({ file }) => file),
  );
  const sides = {
    base,
    head,
    old,
    now,
    filters: tables.filters,
    foreign,
    view,
    others: others(flags),
  };
  await emitReports(
    flags,
    async (asked) => {
      if (flags.list !== undefined) {
        const both = [before.profiles, after.profiles];
        return (await import('./list.ts')).listReport(flags, both, tables, view);
      }
      if (flags.peek !== undefined) {
        return peek(evidence, { peek: flags.peek, format: asked.format }, sides, tables);
      }
      if (flags.tree === true) return tree(verdict, evidence, sides);
      if (asked.format === 'benchstat-csv') {
        const { twoSidesCsv } = await import('./tabulate.ts');
        return twoSidesCsv([first, second], flags, config);
      }
      if (asked.format === 'html') return htmlDiff(verdict, evidence, sides, tables);
      return diffReport({ ...verdict, profiles }, sides, config, asked);
    },
    [...inputsOf(before), ...inputsOf(after)],
  );
  return 0;
}

async function peek(
  evidence: Evidence,
  asked: { readonly peek: string; readonly format: string },
  sides: Sides,
  tables: RunOptions,
): Promise<string> {
  if (asked.format !== 'text') {
    throw new InputError(`--peek prints text only, not ${asked.format}`);
  }
  if (evidence.profiles.length === 0) throw new InputError('--peek is for profiles');
  if (sides.view.values !== undefined) {
    throw new InputError(
      "--peek shows all calls of a function, in the profile's unit: leave out --cum, --unit and what else changes the table",
    );
  }
  if (tables.groupBy !== undefined || tables.attribute !== undefined) {
    throw new InputError('--peek shows calls as they are: leave out slices and attribution');
  }
  const { peekReport } = await import('./peek.ts');
  const report = await peekReport(evidence, asked.peek);
  const next = nextOf(sides);
  return next === '' ? report : `${report}\n${next}`;
}

async function tree(verdict: Verdict, evidence: Evidence, { view }: Sides): Promise<string> {
  if (view.values === true) {
    throw new InputError(
      "--tree of a difference is in the profile's unit: leave out --unit, --divide-by, --mean and --normalize",
    );
  }
  return (await import('./tree.ts')).diffTrees(verdict, evidence, view);
}

type Files = Pick<RunInputs, 'benchmarks' | 'profiles'>;

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

/** Flags of pprof that give its difference the numbers of this one. */
const others = ({ normalize, mean, relativePercentages }: Flags): string[] => [
  ...(normalize === true ? ['-normalize'] : []),
  ...(mean === true ? ['-mean'] : []),
  ...(relativePercentages === true ? ['-relative_percentages'] : []),
];

interface ProfileFiles {
  readonly base: readonly InputFile[];
  readonly head: readonly InputFile[];
}

async function writeDifference(
  { pprof: file = '', normalize }: Flags,
  { whole }: FileEvidence,
  files: ProfileFiles,
  tables: RunOptions,
): Promise<void> {
  if (whole === null) throw new InputError('--pprof takes one profile on each side');
  const { writeDiff } = await import('../../profile/write/write.ts');
  const { base, head } = await whole();
  const now =
    normalize === true
      ? await (await import('./values.ts')).normalizedHead(files.base, files.head, tables)
      : head;
  await writeOut(file, writeDiff(base, now), [...files.base, ...files.head]);
}

interface Sides {
  readonly base: Run;
  readonly head: Run;
  readonly old: string;
  readonly now: string;
  readonly filters: Filters;
  /** Profiles that only flamegate reads. */
  readonly foreign: ReadonlySet<string>;
  readonly view: ProfileView;
  readonly others: readonly string[];
}

async function diffReport(
  verdict: Verdict,
  sides: Sides,
  config: Config,
  { format, output }: AskedReport,
): Promise<string> {
  switch (format) {
    case 'json':
      return json(verdict, sides);
    case 'csv':
      return (await import('../../report/csv.ts')).gateCsv(verdict);
    case 'junit':
    case 'openmetrics':
      return verdictReport(verdict, { format }, { failOn: config.failOn, status: null }, {});
    case 'markdown':
      return (await import('../../report/markdown/diff.ts')).diffMarkdown(verdict, sides);
    default:
      return text(verdict, sides, config, output === undefined);
  }
}

async function htmlDiff(
  verdict: Verdict,
  evidence: FileEvidence,
  { old, now }: Sides,
  tables: RunOptions,
): Promise<string> {
  const { diffHtml } = await import('../htmlreport.ts');
  return diffHtml(verdict, evidence, { base: old, head: now }, tables);
}

async function json(verdict: Verdict, { base, head }: Sides): Promise<string> {
  const { diffJson } = await import('../../report/json.ts');
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

const nextOf = ({ base, head, filters, foreign, others }: Sides): string =>
  nextCommand(base.tables, head.tables, filters, foreign, others);

async function text(
  verdict: Verdict,
  sides: Sides,
  config: Config,
  toTerminal: boolean,
): Promise<string> {
  const { diffText, functionDiffText } = await import('../../report/text.ts');
  const parts: string[] = [];
  if (verdict.comparisons.length > 0) {
    const { base, head, old, now } = sides;
    const { comparisons, environment } = verdict;
    // benchstat's layout has no place for it, and most benchmark files name no machine.
    const isUnknown = ({ kind }: Warning): boolean => kind === 'machine';
    for (const line of warningLines(verdict.warnings.filter(isUnknown))) {
      process.stderr.write(`${logLine(line)}\n`);
    }
    const warnings = verdict.warnings.filter((warning) => !isUnknown(warning));
    const rows = spreads(comparisons, base, head, config);
    parts.push(
      diffText({ base: old, head: now, environment, rows, alpha: config.alpha, warnings }),
    );
  } else {
    parts.push(...warningLines(verdict.warnings).map((line) => `${logLine(line)}\n`));
  }
  const room = toTerminal ? (terminal(process.env) ?? undefined) : undefined;
  parts.push(...verdict.profiles.map((profile) => functionDiffText(profile, room, sides.view)));
  const next = nextOf(sides);
  return [...parts, ...(next === '' ? [] : [next])].join('\n');
}
