/**
 * How good is the verdict? Every rule on real, recorded and simulated runs; prints the Markdown that
 * docs/statistics.md quotes (docs.ts puts it there).
 *
 *   node eval/verdict/main.ts                     the whole of it, eight minutes on two cores
 *   node eval/verdict/main.ts --quick             a smoke run: the same, with few pull requests
 *   node eval/verdict/main.ts operating several   some sections only
 *
 * Seeds are fixed. gofiber's runs are read from FLAMEGATE_GOFIBER, or ../shared/data beside the
 * repository, and left out where there are none.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gofiberFile } from './gofiber.ts';
import { merge, type Rates } from './rates.ts';
import type { Task } from './section.ts';
import { sections } from './sections.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !sections.some((of) => of.name === name));
if (unknown.length > 0) {
  const names = sections.map((of) => of.name).join(', ');
  throw new Error(`no section ${unknown.join(', ')}: there are ${names}`);
}
const chosen = sections.filter((of) => positionals.length === 0 || positionals.includes(of.name));

interface Work {
  readonly section: string;
  readonly task: Task;
}

const queue: Work[] = chosen.flatMap((of) =>
  of.tasks(values.quick).map((task) => ({ section: of.name, task })),
);
const counts = new Map<string, Rates>(chosen.map((of) => [of.name, new Map()]));
const open = new Map<string, number>();
for (const { section } of queue) open.set(section, (open.get(section) ?? 0) + 1);
const started = performance.now();

/** Sections are printed in their order, each as soon as it and those before it are done. */
let printed = 0;
function print(): void {
  for (; printed < chosen.length; printed++) {
    const section = chosen[printed];
    if (section === undefined || (open.get(section.name) ?? 0) > 0) return;
    console.log(section.show(counts.get(section.name) ?? new Map()));
  }
}

function work(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    let now: Work | undefined;
    const next = () => {
      now = queue.shift();
      if (now === undefined) void worker.terminate().then(() => resolve());
      else worker.postMessage(now);
    };
    worker.on('error', reject);
    worker.on('message', (rates: Rates) => {
      if (now !== undefined) {
        merge(counts.get(now.section) ?? new Map(), rates);
        open.set(now.section, (open.get(now.section) ?? 1) - 1);
        print();
        if (process.stderr.isTTY) process.stderr.write(`\r${queue.length} parts to do `);
      }
      next();
    });
    next();
  });
}

if (gofiberFile() === null) console.log('No gofiber data here: set FLAMEGATE_GOFIBER to read it.');
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
print();
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
