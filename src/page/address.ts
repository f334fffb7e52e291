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
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (key: string): number => {
    const value = Number(params.get(key) ?? 0);
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  const w = params.get('w');
  return {
    b: params.get('b') ?? '',
    p: number('p'),
    s: params.get('s') ?? '',
    focus: params.has('focus'),
    z: number('z'),
    w: w === 'base' || w === 'union' ? w : 'head',
    flame: params.has('flame'),
    fold: params.has('fold'),
    q: params.get('q') ?? '',
  };
}

/** Only what is not as at the beginning. */
export function writePlace(place: Place): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(nowhere) as (keyof Place)[]) {
    if (place[key] !== nowhere[key]) params.set(key, place[key] === true ? '' : String(place[key]));
  }
  const text = params.toString().replaceAll(/=(?=&|$)/g, '');
  return text === '' ? '#' : `#${text}`;
}
