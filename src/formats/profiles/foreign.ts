/**
 * Profiles that are not pprof's: which format a file has, told by its content, and who reads it.
 */
import type { Profile } from '../../profile/profile.ts';
import { parseHeader } from './perfheader.ts';

/** What reads one format: the inflated content and the file's name in; InputError on bad input. */
type Reader = (content: Buffer, file: string) => Profile;

interface Format {
  /** Asked with the beginning of the file as text, white space in front removed. */
  readonly isIt: (beginning: string) => boolean;
  readonly load: () => Promise<Reader>;
}

/** Tried in turn. */
const FORMATS: readonly Format[] = [
  {
    isIt: (text) => /^\{\s*"head"\s*:\s*\{/.test(text),
    load: async () => (await import('./heapprofile.ts')).readHeapProfile,
  },
  {
    isIt: (text) =>
      /^\{[\s\S]*"(?:\$schema"\s*:\s*"https?:\/\/www\.speedscope\.app|shared"\s*:\s*\{)/.test(text),
    load: async () => (await import('./speedscope.ts')).readSpeedscope,
  },
  {
    isIt: (text) => /^\{\s*"(?:nodes|startTime|endTime|samples|timeDeltas)"\s*:/.test(text),
    load: async () => (await import('./cpuprofile.ts')).readCpuProfile,
  },
  {
    isIt: looksLikeCallgrind,
    load: async () => (await import('./callgrind/stacks.ts')).readCallgrindStacks,
  },
  {
    isIt: looksLikePerfScript,
    load: async () => (await import('./perfscript.ts')).readPerfScript,
  },
  {
    isIt: looksCollapsed,
    load: async () => (await import('./collapsed.ts')).readCollapsed,
  },
];

/** Enough for a few deep stacks. */
const BEGINNING = 64 * 1024;

/** The reader of the content, or null where it is none of these formats: pprof then, or nothing. */
export function foreignReader(content: Uint8Array): (() => Promise<Reader>) | null {
  // pprof's first message, a sample type, has control characters; text has none.
  if (content.subarray(0, 512).some(isControl)) return null;
  const text = Buffer.from(content.subarray(0, BEGINNING)).toString('utf8').trimStart();
  return FORMATS.find(({ isIt }) => isIt(text))?.load ?? null;
}

const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20);

/** Its own first line; or, of other tools that write the format, headers and among them the events. */
function looksLikeCallgrind(text: string): boolean {
  if (text.startsWith('# callgrind format')) return true;
  return (
    /^(?:#[^\n]*\n\s*)*(?:version|creator|cmd|desc|pid|part|thread|positions|events?):/.test(
      text,
    ) && /^events:/m.test(text)
  );
}

/** A line about a sample, and below it an indented address. */
function looksLikePerfScript(text: string): boolean {
  const lines = text.split('\n').filter((line) => !line.startsWith('#') && line.trim() !== '');
  const header = parseHeader(lines[0] ?? '');
  const below = header?.rest === '' ? (lines[1] ?? '') : ` ${header?.rest ?? ''}`;
  return header !== null && /^\s+[\da-f]+(?: |$)/.test(below);
}

/** Lines of `frame;frame count`, the first twenty; at least one stack has two frames. */
function looksCollapsed(text: string): boolean {
  const whole = text.length < BEGINNING / 2 ? text : text.slice(0, text.lastIndexOf('\n'));
  const lines = whole.split('\n', 20).filter((line) => line.trim() !== '');
  return (
    lines.length > 0 &&
    lines.every((line) => /(?:^|\s)\d+\r?$/.test(line)) &&
    lines.some((line) => line.includes(';'))
  );
}
