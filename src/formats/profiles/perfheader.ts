/**
 * The line that `perf script` begins each sample with: `comm pid/tid [cpu] time: period event:`. CPU,
 * time and period are not always there, and a command may have spaces
 * in its name. Without a call graph the line is indented, and ends with the frame.
 *
 * Read word by word, in time linear in the line: it is a stranger's.
 */

export interface SampleHeader {
  readonly comm: string;
  /** What the sample stands for, in the event's unit; 1 where it is not printed. */
  readonly period: number;
  readonly event: string;
  /** What follows on the line: without a call graph the address, function and file. */
  readonly rest: string;
}

/** The parts of the line, or null where it is no such line. */
export function parseHeader(line: string): SampleHeader | null {
  if (line.length > 4096) return null;
  const words = line.trim().split(/\s+/);
  const pid = words.findIndex(
    (word, i) => i > 0 && /^\d+(?:\/\d+)?$/.test(word) && isFollowed(words, i),
  );
  if (pid < 0) return null;
  let at = pid + 1;
  if (/^\[\d+\]$/.test(words[at] ?? '')) at++;
  if (/^\d+\.\d+:$/.test(words[at] ?? '')) at++;
  let period = 1;
  if (/^\d{1,15}$/.test(words[at] ?? '')) period = Number(words[at++]);
  const event = words[at] ?? '';
  if (!/^[^:].*:$/.test(event)) return null;
  return {
    comm: words.slice(0, pid).join(' '),
    period,
    event: event.slice(0, -1),
    rest: words.slice(at + 1).join(' '),
  };
}

/** Whether the word after a process id can be one: a CPU, a time, a period or an event. */
const isFollowed = (words: readonly string[], pid: number): boolean =>
  /^(?:\[\d+\]|\d+\.\d+:|\d+|[^\d:]\S*:)$/.test(words[pid + 1] ?? '');
