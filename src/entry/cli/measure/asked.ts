/** What `measure` is asked to run: words behind `--`, which a tool's preset completes, or `--run`. */
import { everything } from '../../../formats/benchmarks/filter.ts';
import { InputError } from '../../../model/error.ts';
import type { SideCommands } from '../../../source/rounds/commands.ts';
import { commandName } from '../../../source/rounds/commandtimes.ts';
import { outsideGit } from '../../../source/rounds/git.ts';
import {
  type FixedWork,
  wholeText,
  wholeTexts,
} from '../../../source/rounds/presets/fixed/fixed.ts';
import { type Given, givenCommand } from '../../../source/rounds/presets/given/index.ts';
import { checkoutAt, prepareTree } from '../../../source/rounds/presets/index.ts';
import { commandOf } from '../../../source/rounds/presets/shell.ts';
import type { RoundsOptions } from '../../../source/rounds/rounds.ts';
import { checkOutSubmodules } from '../../../source/rounds/submodules.ts';
import type { Flags } from '../flags.ts';
import { type Choice, choiceName, choicesOf, chosen, refuseUnused } from './vary.ts';

export interface AskedCommand {
  /** One line: what will be run. Null where the user wrote the shell's text. */
  readonly says: string | null;
  /** The same work a fixed number of times, for `--count`. */
  readonly fixed: FixedWork;
  readonly options: Pick<RoundsOptions, 'setup' | 'run'> &
    Partial<Pick<RoundsOptions, 'filter' | 'env' | 'prepare' | 'commands' | 'inPlace'>>;
}

/** Throws InputError where there is no command, or two. */
export async function askedCommand(flags: Flags): Promise<AskedCommand> {
  const { words, run, baseCmd, headCmd } = flags;
  const given = [
    words && 'a command behind --',
    run && '--run',
    (baseCmd ?? headCmd) && '--base-cmd',
  ].filter((text) => text !== undefined && text !== '');
  if (given.length > 1)
    throw new InputError(`${given.join(' and ')} both say what to measure: give one of them`);
  const choices = choicesOf(flags.vary ?? []);
  if (baseCmd !== undefined || headCmd !== undefined) return twoCommands(flags, choices);
  if (words !== undefined) return presetCommand(words, flags, choices);
  if (run === undefined) {
    throw new InputError(
      'no command to measure: write it after --, like: flamegate measure -- go test -bench=. ./...; or give --run',
    );
  }
  if (run.trim() === '') throw new InputError('--run is empty: name the command that measures');
  refuseUnused(choices, [run]);
  const commands = flags.vary && choices.map((list) => sameOnBoth(run, list, chosen(run, list)));
  return {
    says: null,
    fixed: wholeText(run),
    options: { setup: flags.setup ?? null, run, filter: flags.filter, commands },
  };
}

/** They come first: a probe may need them. */
export function withSubmodules(command: AskedCommand, flags: Flags): AskedCommand {
  if (flags.submodules !== true) return command;
  const { prepare, inPlace } = command.options;
  if (inPlace === true) throw new InputError('--submodules is for commits, not for two commands');
  const both: typeof prepare = async (side) => {
    await checkOutSubmodules(side);
    await prepare?.(side);
  };
  return { ...command, options: { ...command.options, prepare: both } };
}

const sameOnBoth = (template: string, choice: Choice, text: string): SideCommands => ({
  name: `${commandName(template)}/${choiceName(choice)}`,
  base: text,
  head: text,
});

/** Both are run where the user stands. */
function twoCommands(flags: Flags, choices: readonly Choice[]): AskedCommand {
  const { baseCmd = '', headCmd = '', setup = null } = flags;
  if (baseCmd.trim() === '' || headCmd.trim() === '') {
    throw new InputError('--base-cmd and --head-cmd go together: two shell commands');
  }
  if (flags.against !== undefined) {
    throw new InputError('--base-cmd says what to measure against: leave --against out');
  }
  refuseUnused(choices, [baseCmd, headCmd]);
  const [base, head] = [commandName(baseCmd), commandName(headCmd)];
  const name = base === head ? base : `${base}_->_${head}`;
  const commands = choices.map((list) => ({
    name: list.length === 0 ? name : `${name}/${choiceName(list)}`,
    base: chosen(baseCmd, list),
    head: chosen(headCmd, list),
  }));
  return {
    says: null,
    fixed: wholeTexts(name, baseCmd, headCmd),
    options: { setup, run: headCmd, filter: flags.filter, commands, inPlace: true },
  };
}

async function presetCommand(
  words: readonly string[],
  flags: Flags,
  choices: readonly Choice[],
): Promise<AskedCommand> {
  const setup = flags.setup ?? null;
  const { preset, top } = await presetHere(words, setup !== null);
  if (flags.vary !== undefined && preset.isRead) {
    throw new InputError(
      `--vary is for commands whose time is measured; benchmarks of ${preset.tool} have names and parameters of their own`,
    );
  }
  if (flags.filter !== undefined && preset.filter !== null && preset.filter !== everything) {
    throw new InputError(
      `--filter and ${JSON.stringify(preset.filter)} of the command are two filters: leave one out`,
    );
  }
  refuseUnused(choices, words);
  const both = [setup, preset.setup].filter((text) => text !== null);
  const commands =
    flags.vary &&
    choices.map((list) =>
      sameOnBoth(preset.run, list, commandOf(words.map((each) => chosen(each, list)))),
    );
  return {
    says: preset.says,
    fixed: preset.fixed,
    options: {
      setup: both.length === 0 ? null : both.join('\n'),
      run: preset.run,
      filter: flags.filter ?? preset.filter ?? undefined,
      env: { ...process.env, ...preset.env },
      prepare: (side) => prepareTree(preset, top, side).catch(withAdvice(preset)),
      commands,
    },
  };
}

/** The checkout's packages fit one side only: then each side needs its own. */
const withAdvice = (preset: Given) => (error: unknown) => {
  if (preset.links.length === 0 || !(error instanceof InputError)) throw error;
  throw new InputError(`${error.message}: say how a side gets its own, like --setup 'npm ci'`);
};

async function presetHere(
  words: readonly string[],
  hasSetup: boolean,
): Promise<{ readonly preset: Given; readonly top: string }> {
  const checkout = await checkoutAt({ directory: process.cwd(), env: outsideGit(process.env) });
  if (checkout === null) {
    throw new InputError(
      'this is not a git repository: there is nothing to measure against (--base-cmd and --head-cmd need none)',
    );
  }
  return { preset: await givenCommand(words, checkout, hasSetup), top: checkout.top };
}
