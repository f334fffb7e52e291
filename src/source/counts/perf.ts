/**
 * The processor's own counter, read by `perf stat`: exact, and as fast as the program is. Virtual
 * machines seldom have one: whether it works is tried, because perf itself is there on most of them.
 */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import type { Ask, Counted, Counter } from './counter.ts';

const event = 'instructions:u';
const file = 'perf.csv';

/** Null where perf is not there, or has nothing to count with. */
export async function perfHere(ask: Ask): Promise<Counter | null> {
  const stat = (...place: string[]) => ['stat', '-x', ',', '-e', event, ...place, '--'];
  // Not -o /dev/stdout: what reads it may be a socket, which cannot be opened a second time.
  const tried = await ask('perf', [...stat('--log-fd', '1'), 'true']);
  if (tried === null || countIn(tried) === null) return null;
  const version = (await ask('perf', ['--version']))?.trim() ?? 'perf';
  // Where code and stack are decides what a program does with addresses, if it does anything.
  const fixed = (await ask('setarch', ['-R', 'true'])) === null ? [] : ['setarch', '-R'];
  return {
    name: version.replace(/^perf version /, 'perf '),
    wrap: (directory) => [...fixed, 'perf', ...stat('-o', `${directory}/${file}`)],
    read: readPerf,
  };
}

function readPerf(files: readonly InputFile[]): Counted {
  const found = files.filter((of) => of.file.endsWith(`/${file}`));
  const text = found.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
  const instructions = countIn(text);
  if (instructions === null) {
    throw new InputError('perf stat left no count of instructions: was something else counting?');
  }
  return { instructions, events: { [event]: instructions }, profile: null };
}

/**
 * `118550000,,instructions:u,1000000,100.00,,`; of a processor with two kinds of cores a line each, `cpu_core/instructions/u`.
 * Null where there is none, or where the counter was shared and the number is an estimate.
 */
function countIn(text: string): number | null {
  const lines = text.split('\n').map((line) => line.split(','));
  const counts = lines.filter(([, , name = '']) => /(?:^|\/)instructions[:/]u/.test(name));
  let sum = 0;
  for (const [value = '', , , , share = '100.00'] of counts) {
    // Cores of the kind that the program never ran on.
    if (value === '<not counted>' && counts.length > 1) continue;
    if (!/^\d+$/.test(value) || Number(share) < 100) return null;
    sum += Number(value);
  }
  return sum > 0 ? sum : null;
}
