/** The only way the action writes to the log, which the runner reads for commands. */
import { logLine } from '../../report/escape.ts';

/** One line for each line of `text`, none of which the runner obeys. */
export function say(text: string): void {
  for (const line of text.split('\n')) process.stdout.write(`${logLine(line, 4000)}\n`);
}
