/** A slowdown, a heavier function or a lost benchmark that the team accepts for a time, and why. */

export interface Waived {
  readonly reason: string;
  /** The last day it is accepted: `2026-12-31`, of UTC. */
  readonly until: string;
}
