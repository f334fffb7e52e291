/**
 * What stands in a file beside its text, taken off once for all formats: a byte order mark, the escape sequences of
 * colours and cursors, the carriage returns of Windows. A file without them is not copied.
 */
import type { InputFile } from '../../model/run.ts';

const escapeByte = 0x1b;
const carriageReturn = 0x0d;

/** CSI (colours, cursor), OSC (links, titles) up to its end or the line's, and the short ones. */
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[()][0-9A-Za-z]|[@-Z\\^_=>78])/g;

export const withoutEscapes = (text: string): string =>
  text.includes('\x1b') ? text.replace(sequences, '') : text;

/** The file's text alone; the very bytes where there is nothing to take off. */
export function clean<Input extends Pick<InputFile, 'bytes'>>(input: Input): Input {
  const whole = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  const isMarked = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf;
  const text = isMarked ? whole.subarray(3) : whole;
  const hasEscapes = text.includes(escapeByte);
  const hasReturns = text.includes(carriageReturn) && text.includes('\r\n');
  if (!isMarked && !hasEscapes && !hasReturns) return input;
  const bytes = hasReturns ? withoutReturns(text) : text;
  // One character a byte: what is not UTF-8 comes out as it went in.
  return {
    ...input,
    bytes: hasEscapes ? Buffer.from(withoutEscapes(bytes.toString('latin1')), 'latin1') : bytes,
  };
}

/** Those at ends of lines; one within a line overwrote it in a terminal, and stays. */
function withoutReturns(text: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf(carriageReturn, at);
    const end = found < 0 ? text.length : found;
    length += text.copy(kept, length, at, end);
    at = end + 1;
    if (found >= 0 && text[at] !== 0x0a) kept[length++] = carriageReturn;
  }
  return kept.subarray(0, length);
}
