/**
 * What a case is made of: a small repository of one ecosystem in which a function, `check`, does more
 * work on a branch, and the everyday set-up (the trap) in which both sides would run one and the same
 * code. How it is measured is none of its concern: see ../cases.ts.
 */

/** A file's path in the repository, and its text. */
export type Files = Readonly<Record<string, string>>;

export interface Ecosystem {
  readonly name: string;
  /** What must be on the PATH. */
  readonly needs: string;
  /** Everything but what a branch changes. `folder` is where the repository is. */
  readonly files: (folder: string) => Files;
  /** The file that a branch changes; `note` is all that differs where nothing got slower. */
  readonly source: (steps: number, note: string) => Files;
  /** What is typed behind `measure --against main`. */
  readonly typed: readonly string[];
  /** What had to be typed there before flamegate knew the tool. */
  readonly byHand: (folder: string) => readonly string[];
  /** Ignored files of the checkout and of the machine, from registries: once. The variables of it. */
  readonly prepare: (folder: string, cache: string) => Readonly<Record<string, string>>;
  readonly trap: Trap;
}

export interface Trap {
  readonly what: string;
  /** What is typed behind `measure --against main`. */
  readonly typed: (folder: string, cache: string) => readonly string[];
  /** Sets it up: files beside the repository. The variables of it. */
  readonly set?: (folder: string, cache: string) => Readonly<Record<string, string>>;
  /** What the checkout has besides, committed on main. */
  readonly files?: (folder: string, cache: string) => Files;
}

/**
 * Steps of the whole work, of which main's `check` does a fifth: a slowdown is all in one function,
 * and a profile has it in another place than where most of the time goes.
 */
const whole = 10;
const ofCheck = 2;

/** Main's, in units of a tenth of the whole work. */
export const parseUnits = whole - ofCheck;

/** Units of `check` by which the whole work takes so many percent longer. */
export const checkUnits = (percent: number): number => ofCheck + (whole * percent) / 100;
