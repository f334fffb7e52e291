/** What is said of a command that did not end well, and the end of what it printed. */
import { open } from 'node:fs/promises';
import { InputError } from '../../model/error.ts';
import type { Ended } from './command.ts';

/** Shown of a command that failed, from each stream. */
const shownLines = 30;
const shownBytes = 16 * 1024;

const noComparison = 'a side that does not run cannot be compared';

/**
 * Logs the end of the output of `what`, and returns the error to throw; null where it ended well.
 * `tooLong` is what to do where it took longer than it may.
 */
export async function failureOf(
  ended: Ended,
  what: string,
  files: { readonly stdout: string; readonly stderr: string },
  log: (line: string) => void,
  tooLong = noComparison,
): Promise<InputError | null> {
  if (ended.how.kind === 'exit' && ended.how.status === 0) return null;
  for (const name of ['stdout', 'stderr'] as const) {
    const lines = await lastLines(files[name]);
    if (lines.length === 0) continue;
    log(`${what}: the end of its ${name}:`);
    for (const line of lines) log(`    ${line}`);
  }
  const advice = ended.how.kind === 'limit' ? tooLong : noComparison;
  return new InputError(`${what} ${inWords(ended)}; ${advice}`);
}

/** The end of a file; empty where there is none. */
export async function lastLines(file: string): Promise<string[]> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return [];
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, shownBytes));
    await handle.read(bytes, 0, bytes.length, size - bytes.length);
    return lastLinesOf(bytes);
  } finally {
    await handle.close();
  }
}

/** What is shown of an output. */
export function lastLinesOf(bytes: Uint8Array): string[] {
  const lines = Buffer.from(bytes.subarray(-shownBytes)).toString('utf8').split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '').slice(-shownLines);
}

function inWords({ how, wallSeconds }: Ended): string {
  switch (how.kind) {
    case 'exit':
      // 128 and the signal's number is what a shell says of a command that a signal ended.
      return how.status > 128 && how.status < 160
        ? `failed with exit status ${how.status} (signal ${how.status - 128})`
        : `failed with exit status ${how.status}`;
    case 'signal':
      return `was ended by ${how.signal}`;
    case 'limit':
      return `was still running after ${wallSeconds.toFixed(0)} s and was ended`;
    case 'output':
      return 'printed more than 256 MiB and was ended';
    case 'cancelled':
      return 'was stopped';
    case 'unstarted':
      return `could not be started: ${how.reason}`;
  }
}
