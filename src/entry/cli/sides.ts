/** The sides that `diff` is given: a path each, or `label=path` as benchstat has it. */
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

/** The same for several; a path that is given twice without a label is two sides, `path#0` and `path#1`. */
export function labelledAll(given: readonly string[]): LabelledPath[] {
  const sides = given.map(labelled);
  const isTwice = ({ label, path }: LabelledPath): boolean =>
    label === path &&
    sides.filter((labelledPath) => labelledPath.label === path && labelledPath.path === path)
      .length > 1;
  const seen = new Map<string, number>();
  return sides.map((side) => {
    if (!isTwice(side)) return side;
    const times = seen.get(side.path) ?? 0;
    seen.set(side.path, times + 1);
    return { ...side, label: `${side.path}#${times}` };
  });
}
