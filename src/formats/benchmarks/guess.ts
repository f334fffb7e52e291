/**
 * What a file looks like that holds no benchmark result: so that an error can say what went wrong
 * instead of what did not go right. A guess from the first bytes, for people.
 */
import { quote } from '../../text/quote.ts';

/** Completes the sentence "the file ...". */
export function looksLike(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'is empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const [first, second] = head;
  if (first === 0x1f && second === 0x8b) return 'is gzip data (a profile? that is another input)';
  if (first === 0x50 && second === 0x4b) return 'is a zip archive: unpack it first';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return "is UTF-16 text, as Windows PowerShell's > writes it: use `| Out-File -Encoding utf8`, or convert it with `iconv -f UTF-16 -t UTF-8 FILE`";
  }
  if (head.includes(0)) return 'is binary data';
  const text = head.toString('utf8').trim();
  if (text === '') return 'holds only white space';
  if (/^[[{]/.test(text)) return 'looks like JSON';
  if (/^<(!doctype html|html|head|body)/i.test(text)) return 'looks like an HTML page';
  if (text.startsWith('<')) return 'looks like XML';
  if (/^(total \d+\n)?[-dl][-rwxsStT]{9}/.test(text)) return 'looks like a directory listing';
  return `begins with ${quote(text.split('\n', 1)[0] ?? '')}`;
}
