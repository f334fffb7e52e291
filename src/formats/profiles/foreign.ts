/** Profiles that are not pprof's: which format a file has, told by its content, and who reads it. */
import { beginningBytes, type ProfileFormat, type ReadProfile } from './format.ts';
import { profileFormats } from './index.ts';

/** The reader of the content, or null where it is none of these formats: pprof then, or nothing. */
export const foreignReader = (content: Uint8Array): (() => Promise<ReadProfile>) | null =>
  formatOf(content)?.load ?? null;

/** The name of the content's format, or null likewise. */
export const foreignName = (content: Uint8Array): string | null => formatOf(content)?.name ?? null;

function formatOf(content: Uint8Array): ProfileFormat | undefined {
  // pprof's first message, a sample type, has control characters; text has none.
  if (content.subarray(0, 512).some(isControl)) return undefined;
  const text = Buffer.from(content.subarray(0, beginningBytes)).toString('utf8').trimStart();
  return profileFormats.find(({ detect }) => detect(text));
}

const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20);
