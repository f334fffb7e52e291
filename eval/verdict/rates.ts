/**
 * Counts that parts of the work bring home: how often something happened, of how many, and under which
 * head run, because suites cut out of one run share its machine and its hour.
 */
import { wilson } from '../../src/stats/wilson.ts';
import { random } from './random.ts';
import { percent } from './table.ts';

/** Plain, so that worker threads can send it. */
export interface Rate {
  asked: number;
  hits: number;
  /** By head run: asked, hits. */
  readonly heads: Map<number, [number, number]>;
}

/** By a key that the section chose. */
export type Rates = Map<string, Rate>;

const empty = (): Rate => ({ asked: 0, hits: 0, heads: new Map() });

export function rateOf(rates: Rates, key: string): Rate {
  let rate = rates.get(key);
  if (rate === undefined) {
    rate = empty();
    rates.set(key, rate);
  }
  return rate;
}

/** `hits` may be any amount, where a mean is asked for and not a rate. */
export function count(rates: Rates, key: string, hits: boolean | number, head = 0): void {
  const rate = rateOf(rates, key);
  const amount = Number(hits);
  rate.asked++;
  rate.hits += amount;
  const of = rate.heads.get(head);
  if (of === undefined) rate.heads.set(head, [1, amount]);
  else {
    of[0]++;
    of[1] += amount;
  }
}

export function merge(into: Rates, from: Rates): void {
  for (const [key, rate] of from) {
    const sum = rateOf(into, key);
    sum.asked += rate.asked;
    sum.hits += rate.hits;
    for (const [head, [asked, hits]] of rate.heads) {
      const of = sum.heads.get(head);
      if (of === undefined) sum.heads.set(head, [asked, hits]);
      else {
        of[0] += asked;
        of[1] += hits;
      }
    }
  }
}

const resamples = 1000;

/**
 * The upper end of the 95 % interval: the larger of Wilson's, and of a bootstrap over head runs where
 * they are shared. Without a single event a bootstrap knows nothing: Wilson's of so many heads.
 */
export function upper({ asked, hits, heads }: Rate): number {
  const alone = wilson(hits, asked)[1];
  if (heads.size === asked || asked === 0) return alone;
  if (hits === 0) return wilson(0, heads.size)[1];
  const all = [...heads.values()];
  const r = random(95, asked);
  const rates: number[] = [];
  for (let i = 0; i < resamples; i++) {
    let [n, k] = [0, 0];
    for (let j = 0; j < all.length; j++) {
      const [of, hit] = all[r.index(all.length)] ?? [0, 0];
      n += of;
      k += hit;
    }
    rates.push(k / n);
  }
  rates.sort((a, b) => a - b);
  return Math.max(alone, rates[Math.floor(0.975 * resamples)] ?? 1);
}

/** '0.61 % (<1.6)', or '-' where nothing was asked. */
export function withBound(rates: Rates, key: string): string {
  const rate = rates.get(key);
  if (rate === undefined || rate.asked === 0) return '-';
  return `${percent(rate.hits / rate.asked)} (<${(100 * upper(rate)).toFixed(1)})`;
}

export const share = (rates: Rates, key: string): number => {
  const rate = rates.get(key);
  return rate === undefined || rate.asked === 0 ? Number.NaN : rate.hits / rate.asked;
};

/** Whole percents: '83', or '-'. */
export function whole(rates: Rates, key: string): string {
  const of = share(rates, key);
  return Number.isNaN(of) ? '-' : `${Math.round(100 * of)}`;
}
