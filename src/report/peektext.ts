/**
 * Callers and callees of functions before and after, as text: for each function a block with its
 * callers, itself and its callees, as `go tool pprof -peek` has them, with both sides in each line.
 */
import type { FunctionRow, SampleType } from '../model/run.ts';
import { logName } from './escape.ts';
import { profilePercent, profileValue } from './profilescale.ts';
import { sourcePlace } from './rows/order.ts';
import { pp } from './scale.ts';
import { cell, layOut } from './texttable.ts';

/** One side of a function; callers and callees by name. */
export interface PeekedSide {
  readonly total: number;
  readonly flat: number;
  readonly cum: number;
  readonly callers: ReadonlyMap<string, number>;
  readonly callees: ReadonlyMap<string, number>;
}

export interface PeekedFunction {
  readonly function: Pick<FunctionRow, 'name' | 'file' | 'line'>;
  readonly base: PeekedSide;
  readonly head: PeekedSide;
}

const NAME_WIDTH = 200;
const HEADINGS = ['base', 'base%', 'head', 'head%', 'delta'];

/**
 * The blocks, ending in a line break. Values are in the profile's unit. The percentages of callers
 * and callees are of the function's own cum on that side, as pprof has them, those of the function
 * of the side's total; `delta` is the change of the fraction of the total, in percentage points.
 */
export function peekText(functions: readonly PeekedFunction[], sampleType: SampleType): string {
  return functions
    .map((peekedFunction) => `${block(peekedFunction, sampleType).join('\n')}\n`)
    .join('\n');
}

function block({ function: own, base, head }: PeekedFunction, type: SampleType): string[] {
  const value = (amount: number): string => profileValue(amount, type.unit);
  const row = (before: number, after: number, word: 'cum' | 'total', context: string) => {
    const shares = [before / (base.total || 1), after / (head.total || 1)] as const;
    const numbers = [
      value(before),
      profilePercent(before, base[word]).trim(),
      value(after),
      profilePercent(after, head[word]).trim(),
      pp(shares[1] - shares[0]),
    ];
    return [...numbers.map(right), cell(5, context, { margin: ' | ' })];
  };
  const calls = (which: 'callers' | 'callees') =>
    heaviestFirst(base[which], head[which]).map((name) =>
      row(
        base[which].get(name) ?? 0,
        head[which].get(name) ?? 0,
        'cum',
        `  ${logName(name, NAME_WIDTH)}`,
      ),
    );
  const place = sourcePlace(own);
  const name = logName(own.name, NAME_WIDTH) + (place === '' ? '' : ` (${logName(place, 80)})`);
  return layOut([
    [...HEADINGS.map(right), cell(5, 'callers, the function, callees', { margin: ' | ' })],
    ...calls('callers'),
    row(base.flat, head.flat, 'total', `${name} flat`),
    row(base.cum, head.cum, 'total', `${name} cum`),
    ...calls('callees'),
  ]);
}

const right = (text: string, column: number) =>
  cell(column, text, { align: 'right', margin: column === 0 ? '' : '  ' });

/** By the larger side, so that what appeared and what went stand where they weigh. */
function heaviestFirst(
  base: ReadonlyMap<string, number>,
  head: ReadonlyMap<string, number>,
): string[] {
  const weight = (name: string) =>
    Math.max(Math.abs(base.get(name) ?? 0), Math.abs(head.get(name) ?? 0));
  return [...new Set([...head.keys(), ...base.keys()])].toSorted(
    (a, b) => weight(b) - weight(a) || (a < b ? -1 : 1),
  );
}
