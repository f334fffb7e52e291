/**
 * Results that a file names and that could not be read: a print broke the line, a value is no number, the file was
 * cut. Told once for each benchmark; where the loss could hide a change, the gate is incomplete.
 */
import type { Better } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { betterOf, tidy } from './unit.ts';

export interface Loss {
  /** The benchmark; '' where the file no longer says which. */
  readonly name: string;
  /** The metric, as the tool names it; absent where the whole result is lost. */
  readonly unit?: string;
  /** Which way the metric improves, where the tool says so; otherwise its unit tells. */
  readonly better?: Better | undefined;
  readonly line?: number;
  /** A sentence that names what is lost. */
  readonly message: string;
}

export interface Losses {
  /** By benchmark and unit: the first loss, and how many there are. */
  readonly listed: Map<string, { readonly first: Loss; count: number }>;
  /** Losses beyond those that are listed. */
  unlisted: number;
}

/** Benchmarks beyond this many are counted, not listed: a hostile file may name a million. */
const mostListed = 100;

export const noLosses = (): Losses => ({ listed: new Map(), unlisted: 0 });

/** Adds a loss; `count`: how many of one kind it stands for. */
export function lose(to: Losses, first: Loss, count = 1): void {
  const key = `${first.name}\0${first.unit ?? ''}`;
  const known = to.listed.get(key);
  if (known !== undefined) known.count += count;
  else if (to.listed.size < mostListed) to.listed.set(key, { first, count });
  else to.unlisted += count;
}

/** Why a value cannot be compared, as the end of a sentence about its metric. */
export const notFinite = (value: number): string =>
  `is ${Number.isNaN(value) ? 'no number' : 'infinite'}, and left out`;

/** The warnings of a file's losses, in the order in which they were found. */
export function lossWarnings(file: string, { listed, unlisted }: Losses): Warning[] {
  const warnings = [...listed.values()].map(({ first, count }): Warning => {
    const { unit, better, line, message } = first;
    const more = count > 1 ? ` (${count} times)` : '';
    const place = line === undefined ? {} : { line };
    return { kind: kindOf(unit, better), file, ...place, message: `${message}${more}` };
  });
  if (unlisted === 0) return warnings;
  return [
    ...warnings,
    { kind: 'lost', file, message: `${unlisted} more results could not be read` },
  ];
}

/** A metric of no direction is shown and never gated: nothing can hide in it. */
const kindOf = (unit: string | undefined, better: Better | undefined): Warning['kind'] =>
  unit !== undefined && (better ?? betterOf(tidy(unit).unit)) === 'unknown' ? 'syntax' : 'lost';
