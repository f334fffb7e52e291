/**
 * Reads damaged profiles (mutate.ts) and says how each ended: read, or refused with a defect at a byte.
 * Anything else stops the run with the number of the input: a crash, an error that names no byte, a
 * read that takes over a second.
 *
 *   node eval/profile/fuzz.ts [--inputs 1000000] [--run 1]     the whole
 *   node eval/profile/fuzz.ts --input 123456 [--run 1]         one of them, with its error
 *
 * What is read is also redacted, merged with itself, written and read again: the table is the same.
 * The reading is done by a worker, so that one that hangs is noticed by the process that waits.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { judged } from './judged.ts';
import { mutated, seeds } from './mutate.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    run: { type: 'string', default: '1' },
    input: { type: 'string' },
  },
});

interface Report {
  readonly done: number;
  readonly read: number;
  readonly slowest: { readonly input: number; readonly ms: number };
  readonly defects: readonly (readonly [string, number])[];
  readonly failure?: string;
}

/** No input may take longer, and no answer may stay out longer than ten times that. */
const MOST_MS = 1000;
const BATCH = 2000;

async function work(run: number, from: number, inputs: number): Promise<void> {
  const all = seeds();
  const defects = new Map<string, number>();
  let read = 0;
  let slowest = { input: -1, ms: 0 };
  let failure: string | undefined;
  for (let i = from; i < inputs && failure === undefined; i++) {
    const bytes = mutated(all, run, i);
    const start = performance.now();
    const outcome = await judged(bytes);
    const ms = performance.now() - start;
    if (ms > slowest.ms) slowest = { input: i, ms };
    if (outcome.kind === 'read') read++;
    else if (outcome.kind === 'refused') {
      defects.set(outcome.defect, (defects.get(outcome.defect) ?? 0) + 1);
    } else failure = `input ${i}: ${outcome.message}`;
    // What zlib holds is let go by the event loop, which promises alone never reach.
    if (i % 20 === 0) await setImmediate();
    if (ms > MOST_MS) failure = `input ${i}: ${ms.toFixed(0)} ms`;
    if ((i + 1) % BATCH === 0 || i + 1 === inputs || failure !== undefined) {
      const report: Report = {
        done: i + 1,
        read,
        slowest,
        defects: [...defects],
        ...(failure === undefined ? {} : { failure }),
      };
      parentPort?.postMessage(report);
    }
  }
}

function wait(run: number, inputs: number): void {
  const start = performance.now();
  const worker = new Worker(import.meta.filename, { workerData: { run, inputs } });
  let last: Report | undefined;
  const stop = (message: string): void => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  };
  let watchdog = setTimeout(() => {}, 0);
  const watch = () => {
    clearTimeout(watchdog);
    const after = `a hang behind input ${last?.done ?? 0}`;
    watchdog = setTimeout(() => stop(after), BATCH * 20 + 10 * MOST_MS);
  };
  watch();
  worker.on('error', (error) => stop(`crash behind input ${last?.done ?? 0}: ${error.stack}`));
  worker.on('message', (report: Report) => {
    last = report;
    if (report.failure !== undefined) stop(report.failure);
    watch();
    if (report.done % 100_000 === 0) process.stderr.write(`${report.done}\n`);
  });
  worker.on('exit', () => {
    clearTimeout(watchdog);
    if (last !== undefined) print(last, (performance.now() - start) / 1000);
  });
}

function print({ done, read, slowest, defects }: Report, seconds: number): void {
  const refused = defects.reduce((sum, [, count]) => sum + count, 0);
  process.stdout.write(
    `${done} inputs in ${seconds.toFixed(0)} s: ${read} read, ${refused} refused with a defect at a byte\n` +
      `slowest: input ${slowest.input}, ${slowest.ms.toFixed(0)} ms (with what is done to it)\n` +
      `peak memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n` +
      `${defects.length} kinds of defects:\n`,
  );
  for (const [defect, count] of defects.toSorted((a, b) => b[1] - a[1])) {
    process.stdout.write(`${String(count).padStart(8)}  ${defect}\n`);
  }
}

if (!isMainThread) {
  const { run, inputs } = workerData as { run: number; inputs: number };
  await work(run, 0, inputs);
} else if (values.input !== undefined) {
  const bytes = mutated(seeds(), Number(values.run), Number(values.input));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  process.stdout.write(`${bytes.length} bytes, SHA-256 ${hash}...\n`);
  process.stdout.write(`${JSON.stringify(await judged(bytes), null, 2)}\n`);
} else {
  wait(Number(values.run), Number(values.inputs));
}
