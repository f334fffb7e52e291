/**
 * Source lines with what they cost: of one side as `go tool pprof -list` prints them, of two with both sides before
 * each line.
 */
import { logLine, logName } from './escape.ts';
import { profilePercent } from './profilescale.ts';
import { type ProfileView, valuePrinter } from './profileview.ts';

export interface Cost {
  readonly flat: number;
  readonly cum: number;
}

/** A function in one file, on one side. */
export interface ListedSide {
  readonly startLine: number;
  readonly lines: ReadonlyMap<number, Cost>;
}

/** The sides of a function, base first where there are two; null where a side has it not. */
export interface Routine {
  readonly name: string;
  readonly file: string;
  readonly sides: readonly (ListedSide | null)[];
  /** The lines of the file; null where it was not found. */
  readonly source: readonly string[] | null;
}

const NAME_WIDTH = 200;
/** Lines shown around what costs something, where the function's own beginning is not known. */
const MARGIN = 5;

/**
 * A block for each function, ending in a line break. Lines are those of the last side's file: where the function began
 * at another line on the other side, its costs are moved along.
 *
 * @throws {InputError} for a unit that the values cannot be in
 */
export function listText(
  routines: readonly Routine[],
  totals: readonly number[],
  unit: string,
  view: ProfileView = {},
): string {
  const value = valuePrinter(view, Math.max(...totals), unit);
  const between = (texts: readonly string[]) => texts.join(' -> ');
  const lines = [`Total: ${between(totals.map(value))}`];
  for (const routine of routines) {
    const name = logName(routine.name, NAME_WIDTH);
    if (routine.file === '') {
      lines.push(`No source information for ${name}`);
      continue;
    }
    const sides = aligned(routine.sides);
    const sums = sides.map((side) => sumOf([...(side?.lines.values() ?? [])]));
    const shares = sums.map(({ cum }, i) => profilePercent(cum, totals[i] ?? 0));
    const costs = (list: readonly Cost[], print: (amount: number) => string) =>
      list
        .map(({ flat, cum }) => `${print(flat).padStart(10)} ${print(cum).padStart(10)}`)
        .join('  ');
    const [first = ''] = shares;
    const share = shares.length === 1 ? first : between(shares.map((text) => text.trim()));
    lines.push(`ROUTINE ======================== ${name} in ${logName(routine.file, NAME_WIDTH)}`);
    if (sides.length > 1) lines.push(`${'base'.padStart(21)}  ${'head'.padStart(21)}`);
    lines.push(`${costs(sums, value)} (flat, cum) ${share} of Total`);
    if (routine.source === null) {
      lines.push(' The source is not in this checkout: see --source-path and --trim-path');
      continue;
    }
    const dot = (amount: number) => (amount === 0 ? '.' : value(amount));
    const [from, to] = rangeOf(sides);
    for (let line = from; line <= Math.min(to, routine.source.length); line++) {
      const items = sides.map((side) => side?.lines.get(line) ?? { flat: 0, cum: 0 });
      const text = sourceText(routine.source[line - 1] ?? '');
      lines.push(`${costs(items, dot)} ${String(line).padStart(6)}:${text}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function sumOf(costs: readonly Cost[]): Cost {
  return costs.reduce((sum, { flat, cum }) => ({ flat: sum.flat + flat, cum: sum.cum + cum }), {
    flat: 0,
    cum: 0,
  });
}

/** All sides on the lines of the last one. */
function aligned(sides: readonly (ListedSide | null)[]): readonly (ListedSide | null)[] {
  const start = sides.at(-1)?.startLine ?? 0;
  return sides.map((side) => {
    if (side === null || start === 0 || side.startLine === 0) return side;
    const by = start - side.startLine;
    const lines = new Map([...side.lines].map(([line, cost]) => [line + by, cost]));
    return { startLine: start, lines };
  });
}

function rangeOf(sides: readonly (ListedSide | null)[]): [from: number, to: number] {
  const there = sides.filter((side) => side !== null);
  const costly = there.flatMap(({ lines }) => [...lines.keys()]);
  const start = there.find(({ startLine }) => startLine > 0)?.startLine;
  const from = start ?? costly.reduce((least, line) => Math.min(least, line), Infinity) - MARGIN;
  return [Math.max(1, from), costly.reduce((most, line) => Math.max(most, line), 0) + MARGIN];
}

/** With its tabs; nothing in it stands at the beginning of a printed line, where a command would be obeyed. */
const sourceText = (line: string): string =>
  line
    .split('\t')
    .map((part) => logLine(`:${part}`, 2000).slice(1))
    .join('\t');
