/**
 * The profile formats beside pprof's: one file a tool, one entry here. What reads a format is loaded
 * only for a file of it.
 */
import { beginningBytes, type ProfileFormat } from './format.ts';
import { parseHeader } from './perfheader.ts';

/** Asked in turn. */
export const profileFormats: readonly ProfileFormat[] = [
  {
    name: 'heapprofile',
    help: 'heap profiles of V8 (Node.js, Chrome): .heapprofile',
    detect: (text) => /^\{\s*"head"\s*:\s*\{/.test(text),
    load: async () => (await import('./heapprofile.ts')).readHeapProfile,
  },
  {
    name: 'speedscope',
    help: 'the JSON of speedscope, which py-spy, rbspy and others write too',
    detect: (text) =>
      /^\{[\s\S]*"(?:\$schema"\s*:\s*"https?:\/\/www\.speedscope\.app|shared"\s*:\s*\{)/.test(text),
    load: async () => (await import('./speedscope.ts')).readSpeedscope,
  },
  {
    name: 'cpuprofile',
    help: 'CPU profiles of V8 (Node.js, Chrome): .cpuprofile',
    detect: (text) => /^\{\s*"(?:nodes|startTime|endTime|samples|timeDeltas)"\s*:/.test(text),
    load: async () => (await import('./cpuprofile.ts')).readCpuProfile,
  },
  {
    name: 'callgrind',
    help: 'the costs that valgrind --tool=callgrind counts: callgrind.out',
    detect: looksLikeCallgrind,
    load: async () => (await import('./callgrind/stacks.ts')).readCallgrindStacks,
  },
  {
    name: 'perf-script',
    help: 'what perf script prints of perf record -g',
    detect: looksLikePerfScript,
    load: async () => (await import('./perfscript.ts')).readPerfScript,
  },
  {
    name: 'collapsed',
    help: 'collapsed stacks, one a line: py-spy -f raw, async-profiler, bpftrace',
    detect: looksCollapsed,
    load: async () => (await import('./collapsed.ts')).readCollapsed,
  },
];

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
  const whole = text.length < beginningBytes / 2 ? text : text.slice(0, text.lastIndexOf('\n'));
  const lines = whole.split('\n', 20).filter((line) => line.trim() !== '');
  return (
    lines.length > 0 &&
    lines.every((line) => /(?:^|\s)\d+\r?$/.test(line)) &&
    lines.some((line) => line.includes(';'))
  );
}
