/**
 * Where the reader is, in the part of the address behind `#`: a link leads there, and the browser's back button
 * leads back. What only the eye needs (a filter while it is typed) replaces the entry, and makes none.
 */
import type { WidthOf } from './flame/shape.ts';

export interface Place {
  /** The benchmark that is open: its id, or ''. */
  readonly b: string;
  /** The graph that is shown. */
  readonly p: number;
  /** The function that is selected, or ''. */
  readonly s: string;
  /** Only stacks with it: its callers above, what it calls below. */
  readonly focus: boolean;
  /** The node that is zoomed to; 0 for all. */
  readonly z: number;
  readonly w: WidthOf;
  /** The root is below, as in a flame. */
  readonly flame: boolean;
  readonly fold: boolean;
  /** What is searched for in the graph. */
  readonly q: string;
}

const nowhere: Place = {
  b: '',
  p: 0,
  s: '',
  focus: false,
  z: 0,
  w: 'head',
  flame: false,
  fold: false,
  q: '',
};

export function readPlace(hash: string): Place {
  const of = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (key: string): number => {
    const value = Number(of.get(key) ?? 0);
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  const w = of.get('w');
  return {
    b: of.get('b') ?? '',
    p: number('p'),
    s: of.get('s') ?? '',
    focus: of.has('focus'),
    z: number('z'),
    w: w === 'base' || w === 'union' ? w : 'head',
    flame: of.has('flame'),
    fold: of.has('fold'),
    q: of.get('q') ?? '',
  };
}

/** Only what is not as at the beginning. */
export function writePlace(place: Place): string {
  const of = new URLSearchParams();
  for (const key of Object.keys(nowhere) as (keyof Place)[]) {
    if (place[key] !== nowhere[key]) of.set(key, place[key] === true ? '' : String(place[key]));
  }
  const text = of.toString().replaceAll(/=(?=&|$)/g, '');
  return text === '' ? '#' : `#${text}`;
}
