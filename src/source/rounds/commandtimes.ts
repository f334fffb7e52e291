/**
 * A command that prints no benchmark is one itself, as for hyperfine: its wall time and its CPU
 * time. Written in Go's format, so that it is kept, sent and compared like any other output.
 */
import type { InputFile } from '../../model/run.ts';
import type { CommandTime } from './side.ts';

/** `sec/op`, and `cpu-sec/op` where `cpu` says so, of one run of each command. */
export function commandTimes(times: readonly CommandTime[], cpu: boolean, file: string): InputFile {
  const lines = times.map(({ name, wallSeconds, cpuSeconds }) => {
    const more = cpu ? ` ${cpuSeconds} cpu-sec/op` : '';
    return `BenchmarkCommand/${name} 1 ${wallSeconds} sec/op${more}\n`;
  });
  return { file, bytes: Buffer.from(lines.join('')) };
}

const longestName = 60;

/** The command's first line, without quotes and the place of its program: `tool_--all_in.txt`. */
export function commandName(run: string): string {
  const line = run.trim().split('\n', 1)[0] ?? '';
  const plain = line.replaceAll(/["']/g, '').replace(/^(?:\$\{?FLAMEGATE_BIN\}?\/|\.\/)/, '');
  // A slash would be a level of the name, white space its end.
  const name = plain.trim().replaceAll(/[\s\p{C}/]+/gu, '_');
  return [...name].slice(0, longestName).join('') || 'run';
}
