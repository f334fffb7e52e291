/** A part of a sentence, with what a report may do with it. */
export interface Phrase {
  readonly text: string;
  /** A name from the outside: of a benchmark, a function or a file. */
  readonly isName: boolean;
  /** What a reader in a hurry needs. */
  readonly isStrong: boolean;
  /** `plain`: said elsewhere in a report with tables. `rich`: only there. */
  readonly place: 'everywhere' | 'plain' | 'rich';
}
