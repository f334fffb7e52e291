/** What the user reads when a command could not do its work. */
import { InputError } from '../../model/error.ts';
import { logLine } from '../../report/escape.ts';

/** Ends in a line break. A failure of ours keeps its stack, for the report of it. */
export function explain(error: unknown): string {
  if (error instanceof InputError) {
    const all = [error, ...error.others];
    return all.map(({ message }) => `${logLine(`flamegate: ${message}`)}\n`).join('');
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => logLine(line));
  return `flamegate: this is a defect of flamegate, please report it:\n${lines.join('\n')}\n`;
}
