/**
 * A command whose work is fixed, so that its instructions can be counted: each benchmark a given
 * number of times, or a command that does the same every time, whole. One file a tool. A tool that
 * only runs for a time cannot be counted, and says what to use instead.
 */
import { commandName } from '../../commandtimes.ts';
import type { SideName } from '../../tree.ts';
import { quotedScript } from '../shell.ts';

export type FixedWork = Each | Whole | Refused;

export interface Each {
  readonly kind: 'each';
  /** Shell text that runs every benchmark for a moment; not counted. */
  readonly list: string;
  /** What that printed. */
  readonly listed: (printed: string) => readonly Listed[];
  /** Why what was built cannot be counted after all, as `Refused.why`; null where it can. */
  readonly refuses?: (printed: string) => string | null;
  /** Shell text of one benchmark alone; `counter`: shell words that go in front of the program. */
  readonly run: (listed: Listed, iterations: number, counter: string) => string;
  /** How many iterations of it that says it ran; null where it did not run. */
  readonly ran: (printed: string, listed: Listed, iterations: number) => number | null;
}

export interface Whole {
  readonly kind: 'whole';
  readonly benchmark: string;
  readonly run: (counter: string, side: SideName) => string;
}

export interface Refused {
  readonly kind: 'refused';
  /** A sentence without its end: who, why, and what to use instead. */
  readonly why: string;
}

export interface Listed {
  readonly package: string;
  readonly benchmark: string;
  /** How often it runs in `listSeconds`. */
  readonly iterations: number;
}

/** Enough instructions that what varies of a start is nothing beside them: 30 million or so. */
export const listSeconds = 0.01;

export const refused = (why: string): Refused => ({ kind: 'refused', why });

/** Any text of a shell, which is counted with all it starts; as a side's own shell would run it. */
export const wholeText = (text: string): Whole => wholeTexts(commandName(text), text, text);

/** Two of them, which are no two commits. */
export const wholeTexts = (name: string, base: string, head: string): Whole => ({
  kind: 'whole',
  benchmark: `Command/${name}`,
  run: (counter, side) =>
    `${counter} "\${BASH:-sh}" -e \${BASH:+-o pipefail} -c ${quotedScript(side === 'base' ? base : head)}`,
});

/** A program with its arguments, as a shell has it: nothing but the program is counted. */
export const wholeCommand = (command: string): Whole => ({
  kind: 'whole',
  benchmark: `Command/${commandName(command)}`,
  run: (counter) => `${counter} ${command}`,
});
