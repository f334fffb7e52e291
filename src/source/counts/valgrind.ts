/**
 * callgrind: valgrind runs the program on a processor of its own, and counts each instruction with the
 * function it is in. It works everywhere, and takes about 50 times as long.
 */
import type { EventKind, FunctionCost } from '../../model/counts.ts';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import { type Ask, type Counted, type Counter, type CounterHere, wantedPart } from './counter.ts';

const prefix = 'callgrind.out.';

/** Null where valgrind is not there, or has no callgrind. */
export const callgrindHere =
  (readOne: ReadCallgrind, events: readonly EventKind[] = []): CounterHere =>
  (ask) =>
    here(ask, readOne, events);

async function here(
  ask: Ask,
  readOne: ReadCallgrind,
  events: readonly EventKind[],
): Promise<Counter | null> {
  const isAsked = (...kinds: EventKind[]) => kinds.some((kind) => events.includes(kind));
  const simulated = [
    ...(isAsked('branches', 'cycles') ? ['--branch-sim=yes'] : []),
    ...(isAsked('cache', 'cycles') ? ['--cache-sim=yes'] : []),
  ];
  // Its version alone is printed where the tool itself is missing, too.
  const tried = await ask('valgrind', [...tool, '--callgrind-out-file=/dev/null', 'true']);
  const version = tried === null ? null : await ask('valgrind', ['--version']);
  if (version === null) return null;
  return {
    name: `${version.trim()} (callgrind)`,
    wrap: (directory) => [
      'valgrind',
      ...tool,
      ...pythonEnds.map((word) => `--dump-before=${word}`),
      ...simulated,
      // A file for each process.
      `--callgrind-out-file=${directory}/${prefix}%p`,
    ],
    read: (files) => readAll(files, readOne),
  };
}

const tool = ['--tool=callgrind', '--quiet', '--trace-children=yes', '--vgdb=no'];

/**
 * What CPython calls when it ends, in this order: first its threads and what a program asked for at its end have their
 * turn, then everything is taken apart. How that goes depends on what is defined, be it never called: 3 % of a program
 * with much data. A new part begins at each, in Python's processes and no others.
 */
const pythonEnds = ['Py_FinalizeEx', 'PyGC_Collect'] as const;

/** What one file of callgrind has (formats/profiles/callgrind/self.ts). Throws InputError. */
export type ReadCallgrind = (input: InputFile) => {
  readonly events: Readonly<Record<string, number>>;
  readonly functions: readonly FunctionCost[];
};

/** callgrind's own words for what a program had it write (CALLGRIND_DUMP_STATS_AT). */
const wanted = `Client Request: ${wantedPart}`;

/** Where a process wrote the part that is wanted, that alone; and no process that takes Python apart. */
function wantedOf(files: readonly InputFile[]): readonly InputFile[] {
  const parts = files.map((input) => ({ ...partOf(input), input }));
  return parts.flatMap(({ process, number, why, input }) => {
    const own = parts.filter((item) => item.process === process);
    if (own.some((item) => item.why === wanted)) return why === wanted ? [input] : [];
    const before = own
      .filter((item) => item.number < number)
      .toSorted((a, b) => a.number - b.number);
    const [ends, apart] = pythonEnds.map((word) => `--dump-before=${word}`);
    const isApart = before.some((item) => item.why === ends) && before.at(-1)?.why === apart;
    return isApart && number === Number.POSITIVE_INFINITY ? [] : [input];
  });
}

/** The end of a process has no number. */
function partOf({ file, bytes }: InputFile) {
  const [, process = file, number] = /^(.*callgrind\.out\.\d+)(?:\.(\d+))?$/.exec(file) ?? [];
  const [, why = ''] = /^desc: Trigger: (.*)$/m.exec(headOf(bytes)) ?? [];
  return { process, number: number === undefined ? Number.POSITIVE_INFINITY : Number(number), why };
}

/** What a file says of itself; its costs are millions of lines. */
function headOf(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return all.toString('utf8', 0, Math.max(0, all.indexOf('\nevents:')));
}

function readAll(files: readonly InputFile[], readOne: ReadCallgrind): Counted {
  const all = files.filter((file) => file.file.split('/').at(-1)?.startsWith(prefix));
  if (all.length === 0) throw new InputError('callgrind left no count: did the command run?');
  const found = wantedOf(all);
  const events: Record<string, number> = {};
  const profile: FunctionCost[] = [];
  for (const input of found) {
    if (input.bytes.length === 0) {
      throw new InputError(
        'a process left no count: it was killed, or still ran when the command had ended',
      );
    }
    const one = readOne(input);
    for (const [name, count] of Object.entries(one.events)) {
      events[name] = (events[name] ?? 0) + count;
    }
    profile.push(...one.functions);
  }
  const { Ir: instructions } = events;
  if (instructions === undefined) {
    throw new InputError('callgrind counted no instructions (Ir): is there a .valgrindrc?');
  }
  return { instructions, events, profile };
}
