/**
 * What counts instructions: the processor's own counter (perf.ts) where the machine lets a program
 * read it, else a processor that is simulated (valgrind.ts). Both behind one interface: a command
 * gets words in front of it, and what it leaves in a directory is read.
 */
import type { FunctionCost } from '../../model/counts.ts';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/** What a program prints; null where it is not there, fails or takes too long. */
export type Ask = (program: string, args: readonly string[]) => Promise<string | null>;

export interface Counter {
  /** With its version, for people. */
  readonly name: string;
  /** The words in front of a command; its processes leave their counts in the directory. */
  readonly wrap: (directory: string) => readonly string[];
  /**
   * What all processes of one run counted together. Throws InputError where a file cannot be read, or a
   * process left none.
   */
  readonly read: (files: readonly InputFile[]) => Counted;
}

/** What a process calls the part of its work that is to be counted, where it is not all of it. */
export const wantedPart = 'flamegate';

/** What one run of a command took. */
export interface Counted {
  readonly instructions: number;
  /** Everything that was counted, by the counter's names. */
  readonly events: Readonly<Record<string, number>>;
  /** Instructions of each function itself; null where the counter cannot tell. */
  readonly profile: readonly FunctionCost[] | null;
}

/** A kind of counter. Null where it does not work here. */
export type CounterHere = (ask: Ask) => Promise<Counter | null>;

export const install = 'sudo apt-get install valgrind';

/** The first that works here. Throws InputError that says how to get one. */
export async function chooseCounter(kinds: readonly CounterHere[], ask: Ask): Promise<Counter> {
  for (const kind of kinds) {
    const counter = await kind(ask);
    if (counter !== null) return counter;
  }
  throw new InputError(
    `instructions cannot be counted here: this machine does not let perf read its counters, and there is no valgrind; install it: ${install}`,
  );
}
