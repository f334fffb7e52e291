/**
 * One part of a file, what one dump counted, while it is read: whose it is, and whether its costs add up to
 * what the file says they are.
 */
import { InputError } from '../../../model/error.ts';
import { quote } from '../../../text/quote.ts';

export interface PartDraft {
  readonly head: { pid: string; part: string; thread: string; command: string };
  sum: number[];
  hasBody: boolean;
  isConfirmed: boolean;
  summary: { readonly costs: number[]; readonly line: number } | null;
}

/** The parts of one process say only once whose they are. */
export const newPart = (
  events: number,
  { pid, command } = { pid: '', command: '' },
): PartDraft => ({
  head: { pid, part: '', thread: '', command },
  ...{ sum: Array<number>(events).fill(0), hasBody: false, isConfirmed: false, summary: null },
});

/**
 * A block of instructions that a process left in its middle, to exit, is in `summary:` and in no cost
 * (`totals:` is the sum of what was written). Real ones have some tens of instructions.
 */
const UNFINISHED_BLOCK = 1000;

/** By how much a total may be above and below the costs that were written. */
interface Slack {
  readonly above: number;
  readonly below: number;
}

export const asTold: Slack = { above: 0, below: 0 };
/** What handled signals (a shell whose children ended) is in costs and `totals:`, and not in `summary:`. */
export const afterTotals: Slack = { above: UNFINISHED_BLOCK, below: Number.POSITIVE_INFINITY };

/** What the file says of its costs, and where: `totals:` or `summary:`. */
interface Told {
  readonly names: readonly string[];
  readonly totals: readonly number[];
  readonly what: string;
  readonly file: string;
  readonly line: number;
}

/** Costs of which some are missing must not pass for a measurement. */
export function confirm(
  sums: readonly number[],
  told: Told,
  { above, below }: Slack = asTold,
): void {
  const { names, totals, what } = told;
  for (const [i, name] of names.entries()) {
    const sum = sums[i] as number;
    const over = (totals[i] as number) - sum;
    if (over < -below || over > above) {
      throw new InputError(
        `the costs of ${quote(name)} add up to ${sum} and ${what}: says ${totals[i]}; the file is damaged or lines are missing`,
        { file: told.file, line: told.line },
      );
    }
  }
}
