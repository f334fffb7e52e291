/** Text formats of one record a line: what ends in the middle of a line was cut short. */
import { InputError } from '../../model/error.ts';

/** @throws {InputError} where the last line has no end; the tools that write these files end each */
export function requireLastNewline(content: Buffer, file: string): void {
  if (content[content.length - 1] === 0x0a) return;
  throw new InputError('the last line has no end: the file was cut short; write it again', {
    file,
    byte: content.length,
  });
}
