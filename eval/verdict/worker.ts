/** A worker thread: takes a task of a section, sends its counts. */
import { parentPort } from 'node:worker_threads';
import type { Task } from './section.ts';
import { sections } from './sections.ts';

parentPort?.on('message', ({ section, task }: { section: string; task: Task }) => {
  const rates = sections.find((of) => of.name === section)?.run(task);
  parentPort?.postMessage(rates);
});
