/** Several commands as one run of a side: `--vary`, and two commands that are not two commits. */
import type { InputFile } from '../../model/run.ts';
import type { Watched } from './bench.ts';
import type { Seen } from './disturbed.ts';
import type { SideOutput } from './side.ts';

/** What each side runs, under one name. */
export interface SideCommands {
  /** The benchmark's, where the command's own time is measured; null for the one that `run` has. */
  readonly name: string | null;
  readonly base: string;
  readonly head: string;
}

/** What all commands of a side left; the times of each where they have names. */
export function merged(parts: readonly (Watched & { readonly name: string | null })[]): Watched {
  const outputs = parts.map((item) => item.output);
  const sum = (item: (output: SideOutput) => number) =>
    outputs.reduce((all, one) => all + item(one), 0);
  const times = parts.flatMap(({ name, output: { wallSeconds, cpuSeconds } }) =>
    name === null ? [] : [{ name, wallSeconds, cpuSeconds }],
  );
  const most = (word: keyof Seen) => {
    const known = parts.flatMap((part) => part[word] ?? []);
    return known.length === 0 ? null : Math.max(...known);
  };
  return {
    steal: most('steal'),
    other: most('other'),
    output: {
      benchmarks: outputs.flatMap((sideOutput) => sideOutput.benchmarks),
      isWritten: outputs.some((sideOutput) => sideOutput.isWritten),
      profiles: outputs.flatMap((sideOutput, i) =>
        sideOutput.profiles.map((profile) => numbered(profile, i)),
      ),
      printed: outputs.flatMap((sideOutput, i) =>
        sideOutput.printed.map((printed) => numbered(printed, i)),
      ),
      errors: outputs.flatMap((sideOutput) => sideOutput.errors),
      wallSeconds: sum((sideOutput) => sideOutput.wallSeconds),
      cpuSeconds: sum((sideOutput) => sideOutput.cpuSeconds),
      times: times.length === 0 ? undefined : times,
    },
  };
}

/** Each command has a `cpu.pprof` and a `stdout.txt`; from the second on they get another name. */
function numbered(input: InputFile, i: number): InputFile {
  return i === 0 ? input : { ...input, file: input.file.replace(/([^/]*)$/, `${i + 1}-$1`) };
}
