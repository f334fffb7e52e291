/** The flags that say how a table of functions is shown. */
import { InputError } from '../../model/error.ts';
import type { ProfileView } from '../../report/profileview.ts';
import { type Flags, flagName } from './flags.ts';

const names = [
  ...([
    'tree',
    'cum',
    'nodecount',
    'nodefraction',
    'unit',
    'divideBy',
    'mean',
    'normalize',
  ] as const),
];

/** Throws InputError for a number that is none, and for a report that is not text. */
export function profileView(flags: Flags): ProfileView {
  const idle = (['sourcePath', 'trimPath'] as const).find((name) => flags[name] !== undefined);
  if (idle !== undefined && flags.list === undefined) {
    throw new InputError(`${flagName(idle)} is for --list: leave it out, or name a function`);
  }
  const given = names.find((name) => flags[name] !== undefined);
  if (given === undefined) return {};
  const format = (flags.reports ?? []).find((report) => report.format !== 'text')?.format;
  if (format !== undefined) {
    throw new InputError(
      `${flagName(given)} is for text: ${format} has every function, in the profile's own unit`,
    );
  }
  const { nodecount, nodefraction, unit, divideBy, mean, normalize } = flags;
  return {
    ...(flags.cum === undefined ? {} : { cum: flags.cum }),
    ...(nodecount === undefined ? {} : { nodeCount: whole(nodecount) }),
    ...(nodefraction === undefined ? {} : { nodeFraction: part(nodefraction) }),
    ...(unit === undefined ? {} : { unit }),
    ...(divideBy === undefined ? {} : { divideBy: divisor(divideBy) }),
    values: [unit, divideBy, mean, normalize].some((flag) => flag !== undefined),
  };
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InputError(
    `--nodecount ${JSON.stringify(text)}: expected a whole number of functions, 0 for all`,
  );
}

const decimal = (text: string): number =>
  /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;

function divisor(text: string): number {
  const value = decimal(text);
  if (value > 0 && Number.isFinite(value) && Number.isFinite(1 / value)) return value;
  throw new InputError(`--divide-by ${JSON.stringify(text)}: expected a number above 0, like 1000`);
}

function part(text: string): number {
  const value = decimal(text);
  if (value >= 0 && value <= 1) return value;
  throw new InputError(
    `--nodefraction ${JSON.stringify(text)}: expected a part of the total from 0 to 1, like 0.005`,
  );
}
