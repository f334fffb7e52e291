/**
 * Removes private directories from benchmark output, and from nothing that is read as data: results,
 * `Unit` lines and configuration lines stay byte for byte, so the series are the same. What is left
 * is what programs print beside them: logs, panics, compilers' messages.
 */
import type { InputFile } from '../model/run.ts';

export interface RedactedText {
  /** The very bytes given where nothing was to be removed. */
  readonly bytes: Uint8Array;
  /** Lines in which something was cut. */
  readonly lines: number;
}

/** What begins a line that a reader of the Go format takes for data. */
const DATA = /^\ufeff?(?:Benchmark|Unit\s|\p{Ll}[^\p{Lu}\s:]*:(?:[ \t]|$))/u;
/** And for a word of go test's. */
const VERDICT = /^(?:FAIL|PASS|--- |\*\*\* |ok|exit status|fatal error|panic|signal)/;

/**
 * `words` cuts every private directory in a text. A file that is not lines of text (JSON, XML,
 * binary) is left as it is: what is a name there only its reader knows.
 */
export function redactText(input: InputFile, words: (text: string) => string): RedactedText {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  // One character a byte: what is not UTF-8 comes out as it went in.
  const text = bytes.toString('latin1');
  if (/^\s*[[{<]/.test(text) || text.includes('\0')) return { bytes: input.bytes, lines: 0 };
  let lines = 0;
  const kept = text.replace(/[^\n]+/g, (line) => {
    const cut = redactLine(line, words);
    if (cut !== line) lines++;
    return cut;
  });
  return lines === 0
    ? { bytes: input.bytes, lines }
    : { bytes: Buffer.from(kept, 'latin1'), lines };
}

/** A line as latin1, cut as the UTF-8 that it most often is. */
function redactLine(line: string, words: (text: string) => string): string {
  if (!line.includes('/') && !line.includes('\\')) return line;
  const utf8 = Buffer.from(line, 'latin1').toString('utf8');
  if (DATA.test(utf8)) return line;
  const isUtf8 = !utf8.includes('\ufffd');
  const before = isUtf8 ? utf8 : line;
  const cut = words(before);
  if (cut === before) return line;
  // What was a path must not begin to be data because its beginning went.
  const safe = (DATA.test(cut) || VERDICT.test(cut)) && !VERDICT.test(before) ? `./${cut}` : cut;
  return isUtf8 ? Buffer.from(safe).toString('latin1') : safe;
}
