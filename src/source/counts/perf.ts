/**
 * The processor's own counter, read by `perf stat`: exact, and as fast as the program is. Virtual
 * machines seldom have one: whether it works is tried, because perf itself is there on most of them.
 */
import type { EventKind } from '../../model/counts.ts';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import type { Ask, Counted, Counter, CounterHere } from './counter.ts';

const instructions = 'instructions:u';

/** Nothing of callgrind's model of a processor is an event of a real one. */
const eventsOf: Readonly<Record<EventKind, readonly string[] | null>> = {
  branches: ['branches:u', 'branch-misses:u'],
  cache: ['cache-misses:u'],
  cycles: null,
};
const file = 'perf.csv';

/** Null where perf is not there, or has nothing to count all of it with. */
export const perfHere =
  (kinds: readonly EventKind[] = []): CounterHere =>
  async (ask) => {
    const more = kinds.map((kind) => eventsOf[kind]);
    return more.includes(null)
      ? null
      : here(ask, [instructions, ...more.flatMap((texts) => texts ?? [])]);
  };

async function here(ask: Ask, events: readonly string[]): Promise<Counter | null> {
  const stat = (...place: string[]) => ['stat', '-x', ',', '-e', events.join(','), ...place, '--'];
  // Not -o /dev/stdout: what reads it may be a socket, which cannot be opened a second time.
  const tried = await ask('perf', [...stat('--log-fd', '1'), 'true']);
  if (tried === null || events.some((event) => countIn(tried, event) === null)) return null;
  const version = (await ask('perf', ['--version']))?.trim() ?? 'perf';
  // Where code and stack are decides what a program does with addresses, if it does anything.
  const fixed = (await ask('setarch', ['-R', 'true'])) === null ? [] : ['setarch', '-R'];
  return {
    name: version.replace(/^perf version /, 'perf '),
    wrap: (directory) => [...fixed, 'perf', ...stat('-o', `${directory}/${file}`)],
    read: (files) => readPerf(files, events),
  };
}

function readPerf(files: readonly InputFile[], wanted: readonly string[]): Counted {
  const found = files.filter((inputFile) => inputFile.file.endsWith(`/${file}`));
  const text = found.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
  const events: Record<string, number> = {};
  for (const event of wanted) {
    const count = countIn(text, event);
    if (count === null) {
      const name = event.replace(':u', '');
      throw new InputError(`perf stat left no count of ${name}: was something else counting?`);
    }
    events[event] = count;
  }
  return { instructions: events[instructions] ?? 0, events, profile: null };
}

/**
 * `118550000,,instructions:u,1000000,100.00,,`; of a processor with two kinds of cores a line each, `cpu_core/instructions/u`.
 * Null where there is none, or where the counter was shared and the number is an estimate.
 */
function countIn(text: string, event: string): number | null {
  const lines = text.split('\n').map((line) => line.split(','));
  // `:u` and, with a kind of cores in front, `/u`.
  const named = event.replace(':u', '');
  const counts = lines.filter(([, , name = '']) =>
    [`${named}:u`, `${named}/u`].some((item) => name.replace(/^\w+\//, '').startsWith(item)),
  );
  let sum = 0;
  for (const [value = '', , , , share = '100.00'] of counts) {
    // Cores of the kind that the program never ran on.
    if (value === '<not counted>' && counts.length > 1) continue;
    if (!/^\d+$/.test(value) || Number(share) < 100) return null;
    sum += Number(value);
  }
  const isRead = counts.some(([value = '']) => /^\d+$/.test(value));
  // No program is without instructions; without a mispredicted branch, some are.
  return sum > 0 || (isRead && event !== instructions) ? sum : null;
}
