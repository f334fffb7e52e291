/** Flags as commander gives them, and what they mean to the stages: config, inputs, a place. */
import { stat, writeFile } from 'node:fs/promises';
import { seenFrom } from '../../formats/benchmarks/seenfrom.ts';
import { InputError } from '../../model/error.ts';
import type { Filters } from '../../model/filters.ts';
import { filterNames } from '../../profile/select/filternames.ts';
import type { TableOptions } from '../../profile/table.ts';
import type { Config, ConfigLayer } from '../../settings/config.ts';
import { readConfigFile } from '../../settings/findconfig.ts';
import { flagKey, layerOf } from '../../settings/table.ts';
import { type RunInputs, readFiles, redactFiles } from '../../source/files/collect.ts';
import { normalTime } from '../../store/manifest.ts';
import type { AskedReport } from './reports.ts';
import { topHere } from './repositorytop.ts';

export interface Flags extends Filters {
  readonly baseline?: string;
  readonly benchmarks?: readonly string[];
  readonly profiles?: readonly string[];
  readonly attempts?: readonly string[];
  readonly commit?: string;
  readonly time?: string;
  readonly config?: string;
  readonly threshold?: string;
  readonly countThreshold?: string;
  readonly countEvents?: string;
  readonly profileThreshold?: string;
  readonly alpha?: string;
  readonly suspect?: string;
  readonly see?: string;
  readonly runner?: string;
  readonly test?: string;
  readonly failOn?: string;
  readonly confirm?: string;
  readonly count?: boolean;
  readonly against?: string;
  readonly setup?: string;
  readonly run?: string;
  readonly filter?: string;
  readonly table?: string;
  readonly row?: string;
  readonly col?: string;
  readonly each?: boolean;
  readonly submodules?: boolean;
  readonly baseCmd?: string;
  readonly headCmd?: string;
  readonly vary?: readonly string[];
  /** What stands behind `--`, as words. */
  readonly words?: readonly string[];
  readonly maxTime?: string;
  readonly maxRounds?: string;
  readonly seed?: string;
  readonly pin?: boolean;
  readonly timeCommand?: boolean;
  readonly keep?: string;
  readonly formatIn?: string;
  readonly sampleType?: string;
  readonly groupBy?: string;
  readonly attribute?: string;
  readonly inlines?: boolean;
  readonly granularity?: NonNullable<TableOptions['granularity']>;
  readonly cum?: boolean;
  readonly nodecount?: string;
  readonly nodefraction?: string;
  readonly unit?: string;
  readonly divideBy?: string;
  readonly mean?: boolean;
  readonly normalize?: boolean;
  readonly relativePercentages?: boolean;
  readonly format?: string;
  readonly output?: string;
  readonly color?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** All pairs of --format and --output. */
  readonly reports?: readonly AskedReport[];
  readonly pprof?: string;
  readonly peek?: string;
  readonly tree?: boolean;
  readonly list?: string;
  readonly sourcePath?: string;
  readonly trimPath?: string;
  readonly pr?: string;
  readonly repo?: string;
  readonly workflow?: string;
  readonly name?: string;
  readonly action?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly forks?: boolean;
  readonly measure?: boolean;
}

/** As it is typed: `showFrom` is `--show-from`. */
export const flagName = (flag: keyof Flags): string =>
  `--${flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The flags over the configuration file. Throws InputError. */
export async function configLayers(flags: Flags): Promise<ConfigLayer[]> {
  return [flagLayer(flags), await readConfigFile(flags.config)];
}

/** What the flags alone say. Throws InputError. */
export function flagLayer(flags: Flags): ConfigLayer {
  const layer = layerOf((entry) => {
    const value = flags[flagKey(entry) as keyof Flags];
    // `--count` and `--no-count` have no text.
    return typeof value === 'boolean'
      ? String(value)
      : typeof value === 'string'
        ? value
        : undefined;
  });
  return { ...layer, profileFilters: filters(flags) };
}

/** The filters among the flags; undefined where there is none, so that the file's count. */
function filters(flags: Flags): Filters | undefined {
  const names = Object.keys(filterNames) as (keyof Filters)[];
  const given = names.filter((name) => flags[name] !== undefined);
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map((name) => [name, flags[name]]));
}

/** What a row of a profile's table is, and what its shares are of. */
export function rowOptions(flags: Flags): Omit<TableOptions, 'sampleType'> {
  return {
    ...(flags.relativePercentages === undefined ? {} : { relative: flags.relativePercentages }),
    ...(flags.inlines === undefined ? {} : { inlines: flags.inlines }),
    ...(flags.granularity === undefined ? {} : { granularity: flags.granularity }),
  };
}

/** The files the flags name. The machine says nothing here: it may not be the one that measured. */
export async function measuredInputs(flags: Flags, config: Config): Promise<RunInputs> {
  const top = topHere();
  const benchmarks = await readFiles(flags.benchmarks ?? [], '--benchmarks');
  const files = {
    benchmarks: top === null ? benchmarks : benchmarks.map((file) => seenFrom(file, top)),
    profiles: await readFiles(flags.profiles ?? [], '--profiles'),
  };
  return {
    ...(await redactFiles(files, config.redact, process.env.GITHUB_WORKSPACE)),
    commit: flags.commit ?? (await commitOfHead()),
    time: timeOf(flags),
    environment: {},
  };
}

/** Git is loaded only where a commit is wanted. */
const commitOfHead = async (): Promise<string> =>
  (await import('./commit.ts')).commitHere(process.cwd(), process.env);

const day = 24 * 60 * 60 * 1000;

/** A time that is wrong puts the run into the wrong place of main's history, for good. */
function timeOf({ time }: Flags): string {
  if (time === undefined) return new Date().toISOString();
  const normal = normalTime(time);
  // Clocks differ, and a date alone is midnight in Greenwich; beyond that it is a mistake.
  if (Date.parse(normal) > Date.now() + day) {
    throw new InputError(`--time ${time} is in the future: give the time of the measurement`);
  }
  return normal;
}

/** To --output, else to the terminal. */
export async function emit(
  flags: Pick<Flags, 'output'>,
  report: string,
  inputs: Inputs = [],
): Promise<void> {
  if (flags.output === undefined) {
    process.stdout.write(report);
    return;
  }
  await writeOut(flags.output, report, inputs);
}

/** Every report that was asked for, each to its place; all are made before the first is written. */
export async function emitReports(
  { format = 'text', output: file, reports = [{ format, output: file }] }: Flags,
  make: (report: AskedReport) => string | Promise<string>,
  inputs: Inputs = [],
): Promise<void> {
  const made: string[] = [];
  for (const report of reports) made.push(await make(report));
  for (const [at, { output }] of reports.entries()) {
    await emit(output === undefined ? {} : { output }, made[at] ?? '', inputs);
  }
}

/** The files of a run, if there is one. */
export const inputsOf = (inputs: Pick<RunInputs, 'benchmarks' | 'profiles'> | null): Inputs =>
  inputs === null ? [] : [...inputs.benchmarks, ...inputs.profiles];

/** The files a command has read, which it must not write over. */
type Inputs = readonly { readonly file: string }[];

/** Throws InputError that names the file, where it cannot be written or is one of the inputs. */
export async function writeOut(
  file: string,
  content: string | Uint8Array,
  inputs: Inputs,
): Promise<void> {
  const there = await stat(file).catch(() => null);
  if (there?.isFile()) {
    for (const input of inputs) {
      const read = await stat(input.file).catch(() => null);
      if (read?.ino === there.ino && read.dev === there.dev) {
        throw new InputError(
          `is an input (${input.file}) and would be overwritten: write to another file`,
          { file },
        );
      }
    }
  }
  await writeFile(file, content).catch((error: Error) => {
    throw new InputError(`cannot be written: ${error.message}`, { file });
  });
}
