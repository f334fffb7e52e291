/**
 * What Linux `perf script` prints of `perf record -g`: a line about each sample, below it its stack,
 * leaf first. Code without symbols is one row of its file, as in pprof. The command of each sample is its
 * label `comm`.
 *
 * Source: tools/perf/builtin-script.c and perf-script(1) of Linux.
 */
import { InputError } from '../../model/error.ts';
import type { Profile } from '../../profile/profile.ts';
import { quote } from '../../text/quote.ts';
import { addStack, type Build, built, locationOf, newBuild } from './build.ts';
import { requireLastNewline } from './lines.ts';
import { parseHeader } from './perfheader.ts';

/** Events that count nanoseconds of CPU time. */
const CLOCKS = new Set(['cpu-clock', 'task-clock']);

interface Pending {
  readonly comm: string;
  readonly period: number;
  readonly stack: number[];
  /** The stack is on the lines below, and ends with a blank one. */
  readonly isOpen: boolean;
}

/** @throws {InputError} with the line that is neither a sample nor a frame of one */
export function readPerfScript(content: Buffer, file: string): Profile {
  requireLastNewline(content, file);
  let build: Build | null = null;
  let event = '';
  let pending: Pending | null = null;
  let line = 0;
  const refuse = (what: string) => new InputError(what, { file, line });
  const finish = () => {
    if (build !== null && pending !== null) {
      addStack(build, pending.stack, [1, pending.period], { comm: pending.comm });
    }
    pending = null;
  };
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf(0x0a, start);
    const end = newline < 0 ? content.length : newline;
    const text = content.toString('utf8', start, end).replace(/\r$/, '');
    line++;
    start = end + 1;
    // White space alone is the beginning of a frame that was cut off.
    if (text === '') finish();
    else if (isFrame(text, pending) && build !== null) {
      pending?.stack.push(frameAt(build, text, refuse));
    } else if (!text.startsWith('#')) {
      finish();
      const header = parseHeader(text);
      if (header === null) {
        throw refuse(`expected a sample, like "app 42 1.5: 1000 cpu-clock:", found ${quote(text)}`);
      }
      if (event !== '' && event !== header.event) {
        throw refuse(
          `a sample of ${quote(header.event)} after those of ${quote(event)}: record and print one event at a time`,
        );
      }
      event = header.event;
      build ??= newBuild(file, sampleTypes(event));
      const own = header.rest === '' ? [] : [frameAt(build, header.rest, refuse)];
      const { comm, period } = header;
      pending = { comm, period, stack: own, isOpen: header.rest === '' };
    }
  }
  // A blank line ends each stack, the last one, too.
  if (pending !== null && (pending as Pending).isOpen) {
    throw refuse('the file ends inside a sample; it was cut short');
  }
  finish();
  if (build === null) throw refuse('there are no samples');
  return built(build);
}

const isFrame = (text: string, pending: Pending | null): pending is Pending =>
  pending?.isOpen === true && /^\s/.test(text);

function sampleTypes(event: string) {
  const clock = CLOCKS.has(event.replace(/:.*$/, ''));
  return [
    { type: 'samples', unit: 'count' },
    clock ? { type: 'cpu', unit: 'nanoseconds' } : { type: event, unit: 'count' },
  ];
}

/** Code that was compiled while the program ran; the file is of one process. */
const jitted = /^\/tmp\/perf-\d+\.map$/;
/** How far .NET had compiled a method, `Heavy(int32)[OptimizedTier1]`: that changes in mid-run. */
const tier = /(?<=\))\[[A-Z]\w*\]$/;

/** `address symbol+0x1f (file)`, the file perhaps with brackets of its own: `(/lib/x.so (deleted))`. */
function frameAt(build: Build, text: string, refuse: (what: string) => InputError): number {
  const line = text.trim();
  const space = line.indexOf(' ');
  const address = space < 0 ? line : line.slice(0, space);
  if (!/^[\da-f]{1,16}$/.test(address)) {
    throw refuse(`expected an address and a function, found ${quote(line)}`);
  }
  const open = line.endsWith(')') ? openingBracket(line) : -1;
  const symbol = line.slice(address.length, open < 0 ? undefined : open).trim();
  const offset = symbol.lastIndexOf('+0x');
  const whole = offset < 0 ? symbol : symbol.slice(0, offset);
  const file = open < 0 ? '' : line.slice(open + 1, -1);
  const isJitted = jitted.test(file);
  const name = isJitted ? whole.replace(tier, '') : whole;
  const isNowhere = file === 'inlined' || file === '[unknown]';
  const mapping = isJitted ? '/tmp/perf.map' : isNowhere ? '' : file;
  return locationOf(
    build,
    name === '[unknown]' || name === '' ? { name: '', mapping } : { name, mapping },
  );
}

/** Where the bracket opens that the last character closes, or -1. */
function openingBracket(line: string): number {
  let depth = 0;
  for (let i = line.length - 1; i > 0; i--) {
    if (line[i] === ')') depth++;
    else if (line[i] === '(' && --depth === 0) return line[i - 1] === ' ' ? i : -1;
  }
  return -1;
}
