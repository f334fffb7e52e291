/**
 * Output that looks like results and is not read: which tool prints it, and what to do (index.ts has the tools), for
 * files that were given and for commands that are measured. A command that prints results is not its
 * own benchmark: such tools run what is fast more often, so that their time can even fall when the
 * code gets slower.
 */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import { withoutEscapes } from './clean.ts';
import type { Idle, Unread } from './format.ts';
import { idleTools, unreadTools } from './index.ts';

/** Tools say what they are at the beginning or the end. */
const lookedAt = 1 << 20;
/** What a line is begins it; with longer ones an expression could be made to take very long. */
const longestLine = 1000;

const goFormat = 'have it print lines like "BenchmarkName 1 1234 ns/op"';
const timeCommand = '--time-command (in the action `time-command: true`)';

/** The output of a known tool in a form that is not read or of one that ran nothing, and what to do, as the end of a sentence; or null. */
export function unreadTool({ bytes }: Pick<InputFile, 'bytes'>): string | null {
  const text = linesOf(bytes);
  const found = toolIn(text);
  if (found === undefined) {
    const idle = idleIn(text);
    return idle === undefined ? null : `${idle.tool} ran no benchmark: ${idle.instead}`;
  }
  const advice = (found.instead ?? goFormat).replaceAll('$FLAMEGATE_OUTPUT', 'FILE');
  return `this is what ${found.tool} prints, in a form that is not read: ${advice}`;
}

const toolIn = (text: string): Unread | undefined =>
  unreadTools.find(({ prints }) => prints.test(text));

const idleIn = (text: string): Idle | undefined =>
  idleTools.find(({ prints, unless }) => prints.test(text) && unless?.test(text) !== true);

/**
 * Throws InputError for output of a command that is a known tool's, or looks like results; anything
 * else may be what a command prints. `errors`: lines of standard error.
 */
export function refuseUnread({ file, bytes }: InputFile, errors: readonly string[] = []): void {
  const text = linesOf(bytes);
  const said = `${text}\n${linesOf(Buffer.from(errors.join('\n')))}`;
  const found = toolIn(said);
  if (found !== undefined) {
    const what = `this is what ${found.tool} prints, in a form that is not read`;
    const instead =
      found.instead === null
        ? `${goFormat}, or add ${timeCommand} to compare the time of the whole command`
        : `${found.instead}. The time of the whole command cannot be compared here, because such tools repeat fast code more often`;
    throw new InputError(`${what}: ${instead}`, { file });
  }
  const idle = idleIn(said);
  if (idle !== undefined) {
    throw new InputError(
      `${idle.tool} ran no benchmark: ${idle.instead}. The time of a command that does nothing cannot be compared`,
      { file },
    );
  }
  const result = resultIn(text);
  if (result === null) return;
  throw new InputError(
    `${JSON.stringify(result)} looks like a result, in a form that is not read: add ${timeCommand} if this program has no benchmark output, else ${goFormat}`,
    { file },
  );
}

/** The beginning and the end, without colours: tools print them where the variable CI is set. */
function linesOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text =
    whole.length <= lookedAt
      ? whole.toString('utf8')
      : `${whole.toString('utf8', 0, lookedAt / 2)}\n${whole.toString('utf8', whole.length - lookedAt / 2)}`;
  return withoutEscapes(text)
    .split('\n')
    .map((line) => line.slice(0, longestLine))
    .join('\n');
}

/** A number with a unit of time, not part of a word. */
const times =
  /(?<![\w.,:])(?:\d[\d.,]*\s?(?:ns|nsecs?|[uµμ]s|usecs?|msecs?|ms|secs?|seconds?)|\d{1,3}(?:\.\d+)?\s?s)(?![\w/])/g;
/** So small a time is nobody's whole run. */
const small = /(?:ns|nsecs?|[uµμ]s|usecs?)$/;
const rate =
  /\b(?:ops?|i|iters?|iterations?|req|requests|calls|[KMGT]i?B)\/s(?:ec|econd)?\b|\b(?:ns|[uµμ]s|ms|s|sec)\/(?:op|iter|iteration|call|run|i|byte|elem)\b|\bper (?:loop|iteration|operation|op|call)\b/;
/** What a program says of its own run: `Done in 1.2 s`. */
const ofItself =
  /\b(?:in|after|took|takes|for|within|elapsed|every|timeout|wait(?:ed|ing)?)[\s:=(~]*$/i;

/** The first line that looks like a result; null where none does, and in binary output. */
function resultIn(text: string): string | null {
  if (/[\0\ufffd]/.test(text)) return null;
  const line = text.split('\n').find(isResult);
  return line === undefined ? null : line.trim().slice(0, 80);
}

function isResult(line: string): boolean {
  if (!/\d/.test(line)) return false;
  if (rate.test(line)) return true;
  const found = [...line.matchAll(times)];
  return found.some(
    (array) =>
      small.test(array[0]) || found.length > 1 || !ofItself.test(line.slice(0, array.index)),
  );
}
