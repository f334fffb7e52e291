/**
 * What the page of the HTML report shows, as plain data: written by report/page/, read by the browser.
 * Sentences and words are made where all reports make them; the page adds none of its own on verdicts.
 */
import type { GateVerdict } from '../model/verdict.ts';

export interface PageData {
  /** Of this shape; the page and its data are one file, so it only helps who reads one. */
  readonly schema: 1;
  /** `diff` is two files side by side: they are shown, and nobody judges them. */
  readonly verdict: GateVerdict | 'diff';
  /** The sentence that answers, in its parts. */
  readonly headline: readonly PagePhrase[];
  /** What was compared with what, where it was measured: a sentence each. */
  readonly about: readonly string[];
  readonly advice: readonly string[];
  readonly warnings: readonly string[];
  /** What the two sides are called: `base`, `main`, a file. */
  readonly names: { readonly base: string; readonly head: string };
  readonly rows: readonly PageRow[];
  readonly graphs: readonly PageGraph[];
}

export interface PagePhrase {
  readonly text: string;
  /** A name from the outside. */
  readonly isName: boolean;
  /** What a reader in a hurry needs. */
  readonly isStrong: boolean;
}

/** Kinds of words, by which they are coloured: worse, perhaps, better, absent, or as it was. */
export type Tone = 'worse' | 'maybe' | 'better' | 'gone' | 'plain';

/** One benchmark and unit. */
export interface PageRow {
  /** What a link to it says: unique. */
  readonly id: string;
  readonly name: string;
  readonly package: string;
  readonly unit: string;
  readonly isHigherBetter: boolean;
  /** The centres, and how they are printed. */
  readonly before: number | null;
  readonly now: number | null;
  readonly beforeText: string;
  readonly nowText: string;
  /** head / base - 1, and its interval; null where there is none. */
  readonly change: number | null;
  readonly interval: readonly [number, number] | null;
  readonly changeText: string;
  readonly threshold: number;
  readonly word: string;
  readonly tone: Tone;
  /** Why this verdict; '' where nothing is to be said. */
  readonly reason: string;
  /** The samples of each run in the order of time, then those of rounds, base and head in turn on one machine. */
  readonly base: readonly PageRun[];
  readonly head: readonly PageRun[];
}

/** What one run measured. */
export interface PageRun {
  /** What it is called: a short commit, a round, a file. */
  readonly name: string;
  readonly samples: readonly number[];
  /** From 1; absent for a run that is no round. */
  readonly round?: number;
}

/** One kind of profile, or one slice of it: a call tree of both sides in columns. */
export interface PageGraph {
  readonly title: string;
  /** Of the values: nanoseconds, bytes, count. */
  readonly unit: string;
  /** Whether functions were tested: without it nobody knows the noise, and all changes are coloured. */
  readonly tested: boolean;
  /** How the tree came about, where nobody recorded it as it is: sentences, or ''. */
  readonly note: string;
  readonly base: PageSide;
  readonly head: PageSide;
  readonly functions: {
    readonly name: readonly string[];
    /** Index into `files`. */
    readonly file: readonly number[];
    readonly line: readonly number[];
    /** 1: nobody's own code. */
    readonly runtime: readonly number[];
    /** Index into `words`: what was found of its flat share. */
    readonly word: readonly number[];
  };
  readonly files: readonly string[];
  readonly words: readonly PageWord[];
  /** Why, by the number of a function; only of those that something was found of. */
  readonly reasons: Readonly<Record<number, string>>;
  /** Nodes in the order of a walk (profile/tree.ts), without the root; depth 0 is called by nobody. */
  readonly nodes: {
    readonly depth: readonly number[];
    readonly frame: readonly number[];
    readonly base: readonly number[];
    readonly head: readonly number[];
  };
  readonly tags: readonly PageTag[];
}

export interface PageWord {
  readonly text: string;
  readonly tone: Tone;
}

export interface PageSide {
  /** The sum of all values but the background's: what shares are of, as the verdict's are. */
  readonly total: number;
  /** What stacks without user code took (collector, scheduler), where all else is charged to user code; else 0. */
  readonly background: number;
  /** Profiles that were added up. */
  readonly profiles: number;
}

export interface PageTag {
  readonly key: string;
  readonly values: readonly {
    readonly value: string;
    readonly base: number;
    readonly head: number;
  }[];
  /** Values that are not listed. */
  readonly more: number;
}
