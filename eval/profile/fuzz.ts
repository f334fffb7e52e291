/**
 * Reads damaged profiles (mutate.ts) and says how each ended: read, or refused with a defect at a byte
 * (a line, a part of JSON). Anything else stops the run with the number of the input: a crash, an error that names no place, a
 * read that takes over a second.
 *
 *   node eval/profile/fuzz.ts [--inputs 1000000] [--run 1] [--workers 2]   the whole
 *   node eval/profile/fuzz.ts --input 123456 [--run 1]         one of them, with its error
 *
 * What is read is also filtered, sliced, redacted, merged with itself, written and read again: the table is the same.
 * The reading is done by workers, so that one that hangs is noticed by the thread that waits.
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
    workers: { type: 'string', default: '2' },
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

/** No input may take more of a processor, and no answer may stay out ten times as long. */
const MOST_MS = 1000;
const BATCH = 2000;

/** Every `workers`th input from the `first`. */
async function work(run: number, inputs: number, first: number, workers: number): Promise<void> {
  const all = seeds();
  const defects = new Map<string, number>();
  let done = 0;
  let read = 0;
  let slowest = { input: -1, ms: 0 };
  let failure: string | undefined;
  for (let i = first; i < inputs && failure === undefined; i += workers) {
    const bytes = mutated(all, run, i);
    const start = process.threadCpuUsage();
    const outcome = await judged(bytes);
    const { user, system } = process.threadCpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms > slowest.ms) slowest = { input: i, ms };
    done++;
    if (outcome.kind === 'read') read++;
    else if (outcome.kind === 'refused') {
      defects.set(outcome.defect, (defects.get(outcome.defect) ?? 0) + 1);
    } else failure = `input ${i}: ${outcome.message}`;
    // What zlib holds is let go by the event loop, which promises alone never reach.
    if (done % 20 === 0) await setImmediate();
    if (ms > MOST_MS) failure = `input ${i}: ${ms.toFixed(0)} ms`;
    if (done % BATCH === 0 || i + workers >= inputs || failure !== undefined) {
      const report: Report = {
        done,
        read,
        slowest,
        defects: [...defects],
        ...(failure === undefined ? {} : { failure }),
      };
      parentPort?.postMessage(report);
    }
  }
}

/** Starts a worker and resolves with its last report; ends the process where it fails or hangs. */
function started(run: number, inputs: number, first: number, workers: number): Promise<Report> {
  const worker = new Worker(import.meta.filename, { workerData: { run, inputs, first, workers } });
  let last: Report = { done: 0, read: 0, slowest: { input: -1, ms: 0 }, defects: [] };
  const stop = (message: string): void => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  };
  const behind = () => `behind input ${first + last.done * workers}`;
  let watchdog = setTimeout(() => {}, 0);
  const watch = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => stop(`a hang ${behind()}`), BATCH * 20 + 10 * MOST_MS);
  };
  watch();
  worker.on('error', (error) => stop(`a crash ${behind()}: ${error.stack}`));
  worker.on('message', (report: Report) => {
    last = report;
    if (report.failure !== undefined) stop(report.failure);
    watch();
    if (report.done % 100_000 === 0) process.stderr.write(`${first}: ${report.done}\n`);
  });
  return new Promise((resolve) => {
    worker.on('exit', () => {
      clearTimeout(watchdog);
      resolve(last);
    });
  });
}

async function wait(run: number, inputs: number, workers: number): Promise<void> {
  const start = performance.now();
  const reports = await Promise.all(
    Array.from({ length: workers }, (_, first) => started(run, inputs, first, workers)),
  );
  const defects = new Map<string, number>();
  for (const [defect, count] of reports.flatMap((report) => report.defects)) {
    defects.set(defect, (defects.get(defect) ?? 0) + count);
  }
  const whole = {
    done: reports.reduce((sum, report) => sum + report.done, 0),
    read: reports.reduce((sum, report) => sum + report.read, 0),
    slowest: reports.map((report) => report.slowest).reduce((a, b) => (a.ms > b.ms ? a : b)),
    defects: [...defects],
  };
  print(whole, (performance.now() - start) / 1000);
}

function print({ done, read, slowest, defects }: Report, seconds: number): void {
  const refused = defects.reduce((sum, [, count]) => sum + count, 0);
  process.stdout.write(
    `${done} inputs in ${seconds.toFixed(0)} s: ${read} read, ${refused} refused with a defect and its place\n` +
      `slowest: input ${slowest.input}, ${slowest.ms.toFixed(0)} ms (with what is done to it)\n` +
      `peak memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n` +
      `${defects.length} kinds of defects:\n`,
  );
  for (const [defect, count] of defects.toSorted((a, b) => b[1] - a[1])) {
    process.stdout.write(`${String(count).padStart(8)}  ${defect}\n`);
  }
}

if (!isMainThread) {
  const { run, inputs, first, workers } = workerData as Record<string, number>;
  await work(run ?? 1, inputs ?? 0, first ?? 0, workers ?? 1);
} else if (values.input !== undefined) {
  const bytes = mutated(seeds(), Number(values.run), Number(values.input));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  process.stdout.write(`${bytes.length} bytes, SHA-256 ${hash}...\n`);
  process.stdout.write(`${JSON.stringify(await judged(bytes), null, 2)}\n`);
} else {
  await wait(Number(values.run), Number(values.inputs), Number(values.workers));
}
