/**
 * What counting instructions finds, measured on this machine; prints the tables that docs/counts.md quotes.
 *
 *     npm run -s build && node eval/counts/main.ts [PART [PROGRAM...]]     (Node 22.18 or later; all parts take some hours)
 *
 * `places ten.py 10` tries ten places in place of twenty. Needs valgrind, g++, rustc, go and /usr/bin/python3.
 * Benchmarks run at two numbers of iterations are trial.ts.
 */
import { firstLook } from '../verdict/firstlook.ts';
import { merge, type Rates } from '../verdict/rates.ts';
import { minutes } from './minutes.ts';
import { places } from './places.ts';
import { same } from './same.ts';
import { spread } from './spread.ts';
import { versions } from './versions.ts';

/** In one thread; `eval/verdict/main.ts first-look` takes all. */
function firstLookAlone(): string {
  const rates: Rates = new Map();
  for (const task of firstLook.tasks(false)) merge(rates, firstLook.run(task));
  return firstLook.show(rates);
}

const parts: Readonly<Record<string, (only: readonly string[]) => string>> = {
  places,
  spread,
  same,
  minutes,
  'first-look': firstLookAlone,
  versions,
};

const [asked, ...only] = process.argv.slice(2);
if (asked !== undefined && !(asked in parts)) {
  throw new Error(`no part ${asked}: there are ${Object.keys(parts).join(', ')}`);
}
for (const [name, show] of Object.entries(parts)) {
  if (asked !== undefined && asked !== name) continue;
  const start = performance.now();
  const shown = show(only);
  const took = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(`### ${name}, ${took} minutes\n\n${shown}\n`);
}
