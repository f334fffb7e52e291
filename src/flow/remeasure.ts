/**
 * Suspects measured again where nobody gave a command (`confirm: auto`): the tool's preset and the
 * bench's rounds, for both entries. Whatever is in the way is an InputError whose message says so;
 * what it means for the verdict is gate.ts.
 */
import { formatOf } from '../formats/benchmarks/read.ts';
import { InputError } from '../model/error.ts';
import { benchmarkKey } from '../model/keys.ts';
import type { InputFile } from '../model/run.ts';
import { gitIn, outsideGit } from '../source/rounds/git.ts';
import { checkoutAt, prepareTree, presetFor, type Wanted } from '../source/rounds/presets/index.ts';
import { baseCommit, headCommit } from '../source/rounds/revision.ts';
import {
  type Look,
  type MeasuredRounds,
  measureRounds,
  type RoundsOptions,
} from '../source/rounds/rounds.ts';
import { duration } from '../text/numbers.ts';

export type Circumstances = Omit<
  RoundsOptions,
  'setup' | 'run' | 'format' | 'prepare' | 'setupCounts'
>;

/**
 * Rounds of what is wanted, by the tool whose output `benchmarks` are. `maxSeconds` is for all of it.
 * `commit` is what was measured, '' where nobody said. Null outside of a repository, and where base and head
 * are one commit. Throws InputError.
 */
export async function measureWanted(
  options: Circumstances,
  of: { readonly benchmarks: readonly InputFile[]; readonly commit: string },
  asked: {
    readonly only: readonly string[] | null;
    readonly wanted: Wanted;
    readonly look: (rounds: RoundsArgument) => Look;
  },
): Promise<MeasuredRounds | null> {
  const start = performance.now();
  const checkout = await checkoutAt(options);
  if (checkout === null) return null;
  const commits = await commitsOf(options, of.commit);
  if (commits === null) return null;
  const format = await formatIn(of.benchmarks);
  const seconds = options.maxSeconds;
  const preset = await presetFor(format, asked.wanted, checkout, seconds);
  if ('cannot' in preset) throw new InputError(preset.cannot);
  const count = new Set(asked.wanted.suspects.map((row) => benchmarkKey(row))).size;
  options.log(
    `Measuring ${count} ${count === 1 ? 'suspect' : 'suspects'} again, base ${commits.base.slice(0, 12)} and head ${commits.head.slice(0, 12)} on this machine, for at most ${duration(seconds).replace(/m00s$/, 'm')}: ${preset.says}`,
  );
  return measureRounds(
    {
      ...options,
      // The top: a preset's paths are of the repository.
      directory: checkout.top,
      against: commits.base,
      setup: preset.setup,
      run: preset.run,
      prepare: (side) => prepareTree(preset, checkout.top, side),
      env: { ...options.env, ...preset.env },
      maxSeconds: Math.max(1, seconds - (performance.now() - start) / 1000),
      setupCounts: true,
      format,
    },
    asked.only,
    asked.look,
  );
}

type RoundsArgument = Parameters<Parameters<typeof measureRounds>[2]>[0];

/**
 * Which commits will be measured; refused before anything is checked out or built. Null where they are the
 * same: the files may be anybody's, and nobody asked.
 */
async function commitsOf(options: Circumstances, measured: string) {
  const git = gitIn(options.directory, outsideGit(options.env), options.signal);
  const head = await headCommit(git);
  if (/^[0-9a-f]{7,64}$/.test(measured) && !head.startsWith(measured)) {
    throw new InputError(
      `${measured.slice(0, 12)} was measured, and ${head.slice(0, 12)} is checked out here`,
    );
  }
  const base = await baseCommit(git, head, options);
  return base === head ? null : { base, head };
}

/** The one format of all files, or null. Two tools would need two commands. */
async function formatIn(files: readonly InputFile[]) {
  const formats = new Set(await Promise.all(files.map(formatOf)));
  if (formats.size > 1) throw new InputError('the benchmark files are of several tools');
  return [...formats][0] ?? null;
}
