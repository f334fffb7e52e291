/** What went wrong without stopping the work. */

export const warningKinds = [
  'syntax',
  'lost',
  'failed',
  'unmeasured',
  'baseline',
  'profile',
  'policy',
  'github',
  'machine',
] as const;

/**
 * A problem that did not stop the work. It travels with the result to every report.
 * `failed`: the measured program itself failed, which is a failure of the gate; such a run never
 * becomes a baseline. `unmeasured`: base and head could not be measured here as they should have been.
 * `lost`: a file names a result that could not be read, so that a pass would be silent about it.
 * `machine`: nothing names the machine that measured.
 */
export interface Warning {
  readonly kind: (typeof warningKinds)[number];
  readonly file?: string;
  readonly line?: number;
  readonly message: string;
}
