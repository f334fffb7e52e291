/** What `measure` is asked to run: words behind `--`, which a tool's preset completes, or `--run`. */
import { outsideGit } from '../../measure/git.ts';
import { type Given, givenCommand } from '../../measure/presets/given/index.ts';
import { checkoutAt, prepareTree } from '../../measure/presets/index.ts';
import { InputError } from '../../model.ts';
import type { RoundsOptions } from '../../rounds.ts';
import type { Flags } from '../flags.ts';

export interface AskedCommand {
  /** One line: what will be run. Null where the user wrote the shell's text. */
  readonly says: string | null;
  readonly options: Pick<RoundsOptions, 'setup' | 'run' | 'filter'> &
    Partial<Pick<RoundsOptions, 'env' | 'prepare'>>;
}

/** Throws InputError where there is no command, or two. */
export async function askedCommand(flags: Flags): Promise<AskedCommand> {
  const { words, run } = flags;
  const setup = flags.setup ?? null;
  if (words === undefined) {
    if (run === undefined) {
      throw new InputError(
        'what is measured? Say it behind --, like: flamegate measure -- go test -bench=. ./...; or --run',
      );
    }
    if (run.trim() === '') throw new InputError('--run is empty: what is measured?');
    return { says: null, options: { setup, run, filter: flags.filter } };
  }
  if (run !== undefined) throw new InputError('--run and a command behind -- are two commands');
  const { preset, top } = await presetHere(words, setup !== null);
  const both = [setup, preset.setup].filter((of) => of !== null);
  return {
    says: preset.says,
    options: {
      setup: both.length === 0 ? null : both.join('\n'),
      run: preset.run,
      filter: flags.filter ?? preset.filter ?? undefined,
      env: { ...process.env, ...preset.env },
      prepare: (side) => prepareTree(preset, top, side),
    },
  };
}

async function presetHere(
  words: readonly string[],
  hasSetup: boolean,
): Promise<{ readonly preset: Given; readonly top: string }> {
  const checkout = await checkoutAt({ directory: process.cwd(), env: outsideGit(process.env) });
  if (checkout === null) {
    throw new InputError('this is not a git repository: there is nothing to measure against');
  }
  return { preset: await givenCommand(words, checkout, hasSetup), top: checkout.top };
}
