/**
 * Files become a Run: globs are resolved, files read within their limits, benchmark output and
 * profiles parsed. It compares nothing and knows no baseline; a stored run is read by the same
 * function that reads the head, so that both sides mean the same.
 */
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { readBenchmarks } from '../../formats/benchmarks/read.ts';
import { seenFrom } from '../../formats/benchmarks/seenfrom.ts';
import { foreignReader } from '../../formats/profiles/foreign.ts';
import { beginningOf } from '../../formats/profiles/inflate.ts';
import {
  oddities,
  type ProfileTables,
  type ReadOptions,
  readAnyProfile,
  readTables,
} from '../../formats/profiles/readtable.ts';
import {
  fillSlices,
  idleOptions,
  refuseDifferences,
  uncounted,
  unmeasured,
} from '../../formats/profiles/runtables.ts';
import { InputError } from '../../model/error.ts';
import type { Environment, FunctionTable, InputFile, Redaction, Run } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { Profile } from '../../profile/profile.ts';
import { redactText } from '../../redact/benchmarks.ts';
import { cutter } from '../../redact/rule.ts';
import type { Redact } from '../../settings/redact.ts';
import { refuseTwins } from './samefiles.ts';
import { readStandardInput, STANDARD_INPUT } from './stdin.ts';

/** Larger inputs are refused before they are read. */
const fileLimit = 256 * 1024 * 1024;

/**
 * The files that patterns name, each once, in pattern order and sorted within one pattern; `-` is standard input.
 * Throws InputError for a pattern that matches nothing, a directory, or a file over the limit.
 */
export async function readFiles(
  patterns: readonly string[],
  what: string,
  cwd = process.cwd(),
): Promise<InputFile[]> {
  const seen = new Set<string>();
  const files: InputFile[] = [];
  for (const pattern of patterns) {
    if (pattern === STANDARD_INPUT) {
      files.push(await readStandardInput(fileLimit));
      continue;
    }
    for (const file of await expand(pattern, what, cwd)) {
      const path = resolve(cwd, file);
      if (seen.has(path)) continue;
      seen.add(path);
      files.push({ file, bytes: await readWhole(path, file) });
    }
  }
  return files;
}

async function expand(pattern: string, what: string, cwd: string): Promise<string[]> {
  // A path that exists is that path, even with brackets in its name.
  const exact = await stat(resolve(cwd, pattern)).catch(() => null);
  if (exact !== null) return [pattern];
  const matches = isDynamicPattern(pattern)
    ? await glob(pattern, { cwd, dot: true, followSymbolicLinks: false })
    : [];
  if (matches.length === 0) {
    throw new InputError(
      `${what}: nothing matches ${JSON.stringify(pattern)} in ${cwd}. Does the step before write there? Without input nothing can be compared.`,
    );
  }
  return matches.sort();
}

async function readWhole(path: string, file: string): Promise<Uint8Array> {
  const info = await stat(path);
  if (info.isDirectory()) {
    throw new InputError(`is a directory: name its files, for example ${file}/*`, { file });
  }
  if (info.size > fileLimit) {
    throw new InputError(`${info.size} bytes; the limit is ${fileLimit}`, { file });
  }
  return readFile(path).catch((error: Error) => {
    throw new InputError(`cannot be read: ${error.message.split(',')[0]}`, { file });
  });
}

export interface RunInputs {
  readonly benchmarks: readonly InputFile[];
  readonly profiles: readonly InputFile[];
  readonly commit: string;
  /** The branch or tag, for who stores the run. */
  readonly branch?: string | undefined;
  readonly time: string;
  /** What the files do not say themselves; what they say wins. */
  readonly environment: Environment;
  /** How much redactFiles removed; absent where nothing may be. */
  readonly redaction?: Redaction | undefined;
  /**
   * What it is read for; to be judged, unless said. What is only shown may be a difference of two
   * profiles; what is shown, gated or stored must have measured something.
   */
  readonly purpose?: 'show' | 'gate' | 'store';
}

/** How the files of a run are read. */
export interface RunOptions extends ReadOptions {
  /** The format of benchmark files, whatever they look like. */
  readonly benchmarkFormat?: string;
}

/** Throws InputError where a file cannot be read whole; problems that stop nothing are warnings. */
export async function readRun(inputs: RunInputs, options: RunOptions): Promise<Run> {
  if (inputs.benchmarks.length + inputs.profiles.length === 0) {
    throw new InputError(
      'no benchmarks and no profiles were given: name at least one file of either',
    );
  }
  refuseTwins([...inputs.benchmarks, ...inputs.profiles]);
  const benchmarks =
    inputs.benchmarks.length === 0
      ? { environment: {}, series: [], warnings: [] }
      : await readBenchmarks(inputs.benchmarks, { format: options.benchmarkFormat });
  const { tables, warnings } = await readProfiles(inputs.profiles, options);
  if (inputs.purpose !== 'show') refuseDifferences(tables);
  const empty = unmeasured(tables);
  if (empty?.isAll && inputs.purpose === 'store') {
    throw new InputError(`${empty.message}. Nothing is stored`);
  }
  const isRefused = inputs.purpose === 'show' || (inputs.purpose === 'gate' && empty?.isAll);
  if (empty !== null && isRefused) throw new InputError(empty.message);
  return {
    commit: inputs.commit,
    time: inputs.time,
    environment: { ...inputs.environment, ...benchmarks.environment },
    series: benchmarks.series,
    tables,
    warnings: [
      ...benchmarks.warnings,
      ...warnings,
      ...uncounted(tables),
      ...(empty === null ? [] : [{ kind: 'policy', message: empty.message } as const]),
    ],
  };
}

type Measured = Pick<RunInputs, 'benchmarks' | 'profiles'>;

/**
 * The files without what is private in them, before anything else is done with them: so what is
 * compared is what is stored. Benchmarks that are named by their file have it as seen from the
 * workspace, whatever is removed. Throws InputError where a profile cannot be read whole.
 */
export async function redactFiles(
  files: Measured,
  redact: Redact | null,
  workspace?: string,
): Promise<Measured & Pick<RunInputs, 'redaction'>> {
  const seen =
    workspace === undefined
      ? files.benchmarks
      : files.benchmarks.map((input) => seenFrom(input, workspace));
  if (redact === null) return { ...files, benchmarks: seen };
  const cut = cutter(redact, workspace);
  const removed = { paths: 0, labels: 0, comments: 0, buildIds: 0, namesKept: 0 };
  const benchmarks = seen.map((input) => {
    const { bytes, lines } = redactText(input, cut.words);
    removed.paths += lines;
    return { ...input, bytes };
  });
  if (files.profiles.length === 0) return { benchmarks, profiles: [], redaction: removed };
  const { redactProfile } = await import('../../redact/profiles.ts');
  const profiles: InputFile[] = [];
  for (const input of files.profiles) {
    const redacted = await redactProfile(input, { ...cut, thorough: redact.thorough });
    for (const what of Object.keys(removed) as (keyof Redaction)[]) {
      removed[what] += redacted.removed[what];
    }
    profiles.push({ ...input, file: redacted.file, bytes: redacted.bytes });
  }
  return { benchmarks, profiles, redaction: removed };
}

/** The tables of all profiles, and a warning for each option that none of them has a use for. */
export async function readProfiles(
  inputs: readonly InputFile[],
  options: ReadOptions,
): Promise<{ readonly tables: readonly FunctionTable[]; readonly warnings: readonly Warning[] }> {
  const read: ProfileTables[] = [];
  const odd: Warning[] = [];
  for (const input of inputs) {
    read.push(await readTables(input, options));
    odd.push(...(await oddities(input)));
  }
  return { tables: fillSlices(read), warnings: [...odd, ...idleOptions(read, options)] };
}

/** Without the frames that the profile itself wants dropped, as pprof shows it. */
export const readWholeProfile = (input: InputFile): Promise<Profile> => readAnyProfile(input);

/** All profiles as one, each without the frames that it wants dropped itself. Throws InputError where there is none. */
export async function readMergedProfile(inputs: readonly InputFile[]): Promise<Profile> {
  const [first, ...others] = inputs;
  if (first === undefined) throw new InputError('no profile was given: name at least one');
  const profiles: [Profile, ...Profile[]] = [await readAnyProfile(first)];
  for (const input of others) profiles.push(await readAnyProfile(input));
  return (await import('../../profile/write/combine.ts')).mergeProfiles(profiles);
}

/**
 * What `diff` is given for one side: a benchmark file, a profile, or a directory of such files (a
 * stored run, one side of a downloaded artifact), or `-` for standard input. Files are told apart by content.
 */
export async function readPath(path: string): Promise<Pick<RunInputs, 'benchmarks' | 'profiles'>> {
  if (path === STANDARD_INPUT) {
    const input = await readStandardInput(fileLimit);
    return isProfile(input.bytes)
      ? { benchmarks: [], profiles: [input] }
      : { benchmarks: [input], profiles: [] };
  }
  const info = await stat(path).catch(() => null);
  if (info === null) throw new InputError('there is no such file or directory', { file: path });
  const found = info.isDirectory()
    ? (await glob('**/*', { cwd: path, followSymbolicLinks: false })).sort()
    : [''];
  const sides: { benchmarks: InputFile[]; profiles: InputFile[] } = {
    benchmarks: [],
    profiles: [],
  };
  for (const name of found) {
    const file = join(path, name);
    if (name === 'manifest.json' || name === 'report.json') continue;
    const input = { file, bytes: await readWhole(file, file) };
    (isProfile(input.bytes) ? sides.profiles : sides.benchmarks).push(input);
  }
  if (sides.benchmarks.length + sides.profiles.length === 0) {
    throw new InputError('there are no benchmark files and no profiles in it', { file: path });
  }
  return sides;
}

/** Whether a profile is in another format than pprof's, which `go tool pprof` does not read. */
export const isForeign = ({ bytes }: InputFile): boolean =>
  foreignReader(beginningOf(bytes)) !== null;

/**
 * Profiles are gzip or protobuf, both with control characters that no benchmark output has, or one of
 * the text formats that other tools write.
 */
function isProfile(bytes: Uint8Array): boolean {
  // UTF-16 has them too: what to do about it is for the reader of benchmarks to say.
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) return false;
  const isBinary = bytes
    .subarray(0, 512)
    .some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b));
  return isBinary || foreignReader(bytes) !== null;
}
