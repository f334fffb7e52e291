/** The times of one benchmark as vitest and tinybench write them, in milliseconds. */
import { isNumber, type Json, listOf, numberOf } from './json.ts';

const second = 1e-3;

/** The times of iterations where they are kept, else their mean, in seconds; NaN for what is no number. */
export const secondsOf = (record: Json): readonly number[] =>
  timesOf(record).map((time) => time * second);

function timesOf({ mean, hz, samples }: Json): readonly number[] {
  const each = listOf(samples);
  if (each.length > 0) return each.map(numberOf);
  if (mean === undefined && isNumber(hz) && hz > 0) return [1 / hz / second];
  return [numberOf(mean)];
}
