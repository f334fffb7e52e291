/** Which samples and frames of a profile count. */

/**
 * Which samples of a profile count and which frames are seen: pprof's filters. Each is an RE2
 * expression but for those of labels (tag...); one that is absent or '' does nothing.
 */
export interface Filters {
  /** Stacks with a frame that matches. */
  readonly focus?: string;
  /** Stacks without a frame that matches. */
  readonly ignore?: string;
  /** Frames that match are taken out: their cost goes to the frame that called them. */
  readonly hide?: string;
  /** Frames that do not match are taken out. */
  readonly show?: string;
  /** Stacks begin at the frame nearest the root that matches; those without one are dropped. */
  readonly showFrom?: string;
  /** `[key=]expression[,...]` or `[key=]range` like `32kb`, `:64kb`, `4mb:`, `12kb:64mb`. */
  readonly tagfocus?: string;
  readonly tagignore?: string;
  /** Keys of labels, with commas between them; their values become frames at the root. */
  readonly tagroot?: string;
  /** The same at the leaf. */
  readonly tagleaf?: string;
}
