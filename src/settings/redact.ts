/**
 * What is removed before anything is stored or uploaded; `null` in a Config removes nothing. How is
 * redact/rule.ts.
 */
export interface Redact {
  /** Directories cut from file names, beside the workspace and home directories. */
  readonly paths: readonly string[];
  /** Removes also comments, build ids, labels and what nothing in a profile refers to. */
  readonly thorough: {
    /** Labels whose values are kept; null: of all. */
    readonly labels: readonly string[] | null;
    /** What becomes of other labels: gone, or their texts replaced by a hash (numbers are gone). */
    readonly otherLabels: 'drop' | 'hash';
  } | null;
}

export const defaultRedact: Redact = { paths: [], thorough: null };
