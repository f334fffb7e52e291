/** The two sides that `diff` is given: a path each, or `label=path` as benchstat has it. */
import { existsSync } from 'node:fs';

export interface LabelledPath {
  /** What the side is called in the report. */
  readonly label: string;
  readonly path: string;
}

/** A path that exists is that path, whatever it is called; else what stands before the first `=` is a label. */
export function labelled(argument: string): LabelledPath {
  const at = argument.indexOf('=');
  if (at < 1 || at === argument.length - 1 || existsSync(argument)) {
    return { label: argument, path: argument };
  }
  return { label: argument.slice(0, at), path: argument.slice(at + 1) };
}
