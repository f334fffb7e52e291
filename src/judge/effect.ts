/** Cause and effect in one unit: how much of what an operation takes longer one function accounts for. */
import { benchmarkKey } from '../model/keys.ts';
import { phrases, plainText } from '../text/marked.ts';
import { commonScale, quantity } from '../text/quantity.ts';
import { blame, nameOf } from './blame.ts';
import { gated, type HeadlineInput } from './pieces.ts';
import { nameIn } from './saying.ts';

/** A part of the rise that is less than this explains nothing. */
const leastPart = 0.1;

/**
 * 'Encode takes 4.1 µs longer an operation; codec.appendEscaped accounts for 3.8 µs of that.' None where several
 * benchmarks share the profile, no function is named, or the numbers do not say it.
 */
export function effect(input: HeadlineInput): string[] {
  const slower = gated(input, 'slower').filter((row) => row.unit === 'sec/op');
  const [row] = slower;
  const { sure } = blame(input);
  const perOp = sure?.perOp;
  if (row === undefined || sure === null || perOp == null) return [];
  if (new Set(slower.map(benchmarkKey)).size > 1 || perOp.benchmarks !== 1) return [];
  if (row.base === null || row.delta === null) return [];
  // As the change was estimated: the sides' centres may be of unlike machines.
  const longer = row.base.center * row.delta;
  const own = perOp.head - perOp.base;
  if (longer <= 0 || own < leastPart * longer) return [];
  const scale = commonScale([longer, own], 'sec');
  const size = (value: number) => quantity(value, 'sec', scale);
  const all = own >= longer ? `all of that` : `${size(own)} of that`;
  const sentence = `${nameIn(input, row)} takes ${size(longer)} longer an operation; ${nameOf(sure)} accounts for ${all}.`;
  return [plainText(phrases(sentence))];
}
