/** The named orders of a projection (`/size@num`): negative where the first comes before the second, 0 where neither does. */

export type Order = (a: string, b: string) => number;

/** By bytes, as Go compares strings. */
export const alpha: Order = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** By the number that a text is or begins with, `2k` and `1Mi` understood; numbers before all else. */
export const num: Order = (a, b) => {
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y || 0;
};

export const namedOrders: ReadonlyMap<string, Order> = new Map([
  ['alpha', alpha],
  ['num', num],
]);

const prefixes = 'KMGTPEZY';
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const words = new Map([
  ['nan', Number.NaN],
  ['inf', Infinity],
  ['infinity', Infinity],
]);

function numberIn(text: string): number | null {
  if (plain.test(text)) return Number(text);
  const word = words.get(text.toLowerCase().replace(/^[+-]/, ''));
  if (word !== undefined) return text.startsWith('-') ? -word : word;
  const [, digits = '', prefix = ''] = /([0-9.]+)([kKMGTPEZY]i?)?[bB]?/.exec(text) ?? [];
  if (!plain.test(digits)) return null;
  const exponent = prefix === '' ? 0 : 1 + prefixes.indexOf(prefix.charAt(0).toUpperCase());
  return Number(digits) * (prefix.endsWith('i') ? 1024 : 1000) ** exponent;
}
