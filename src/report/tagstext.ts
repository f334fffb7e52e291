/** The values of labels with what they cost, as `go tool pprof -tags` prints them. */
import { logName } from './escape.ts';
import { profilePercent, profileValue } from './profilescale.ts';
import { type ProfileView, valuePrinter } from './profileview.ts';

/** A label; its numbers are in `unit`. */
export interface TagTotals {
  readonly key: string;
  readonly unit: string;
  readonly texts: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<number, number>;
}

const NAME_WIDTH = 200;

/**
 * A block for each label, the largest value first, ending in a line break.
 *
 * @throws {InputError} for a unit that the profile's values cannot be in
 */
export function tagsText(
  tags: readonly TagTotals[],
  total: number,
  unit: string,
  view: ProfileView = {},
): string {
  if (tags.length === 0) return 'No sample has a label.\n';
  const { unit: to = 'minimum' } = view;
  const value = valuePrinter(view, total, unit);
  const percent = (amount: number) => (total > 0 ? ` (${profilePercent(amount, total)})` : '');
  const blocks = tags.map((tag) => {
    const values = byValue(tag, to === 'minimum' ? 'auto' : to);
    const sum = values.reduce((all, [, cost]) => all + cost, 0);
    const key = `${logName(tag.key, NAME_WIDTH)}:`;
    const costs = values.map(([, cost]) => `${value(cost)}${percent(cost)}:`);
    const width = costs.reduce((most, cost) => Math.max(most, cost.length), 0) + 1;
    const margin = ' '.repeat([...key].length + 1);
    return [
      ` ${key} Total ${value(sum)} of ${value(total)}${percent(sum)}`,
      ...values.map(
        ([name], i) => `${margin}${costs[i]?.padStart(width)} ${logName(name, NAME_WIDTH)}`,
      ),
      '\n',
    ].join('\n');
  });
  return blocks.join('');
}

/** All values as they are printed: numbers that look alike are one. */
function byValue({ texts, numbers, unit }: TagTotals, to: string): [string, number][] {
  const sums = new Map(texts);
  for (const [number, cost] of numbers) {
    const name = profileValue(number, unit, to);
    sums.set(name, (sums.get(name) ?? 0) + cost);
  }
  return [...sums].toSorted(
    ([a, one], [b, other]) => Math.abs(other) - Math.abs(one) || (a < b ? -1 : 1),
  );
}
