/**
 * Counts tried on this machine: how far identical code is apart in many runs, and how often a slowdown of about
 * 1, 3 and 10 % of Encode/size=4k is found and its function named first. Identical code is counted as often.
 *
 *     node eval/counts/trial.ts [TRIALS] [PARTS[@THRESHOLD]...]        (default 20, all; needs go and valgrind)
 *
 * `17@0.5%` is 17 parts of a thousand looked at twice, judged by a count-threshold of 0.5 %.
 * Each trial is a whole `measure --count` of that benchmark, without building again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountedBenchmarks, counterHere, countSides } from '../../src/flow/counting.ts';
import { countThresholdOf, judgeCounts } from '../../src/flow/judgement.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { openBench } from '../../src/source/rounds/bench.ts';
import { givenCommand } from '../../src/source/rounds/presets/given/index.ts';
import { checkoutAt } from '../../src/source/rounds/presets/index.ts';
import { percent, signed } from '../../src/text/numbers.ts';
import { plant } from './planted.ts';
import { middle } from './table.ts';

const trials = Number(process.argv[2] ?? 20);
const words = ['go', 'test', '-bench=Encode/size=4k', './codec'];
/** Parts of a thousand of the text that are looked at twice; 0 is identical code. */
const usual = ['20', '22', '17@0.5%', '20@0.5%', '25', '50', '150', '0'];
const kinds = (process.argv.length > 3 ? process.argv.slice(3) : usual).map((text) => {
  const [parts = '', threshold] = text.split('@');
  const countThreshold = threshold === undefined ? undefined : Number.parseFloat(threshold) / 100;
  return { parts: Number(parts), text, config: resolveConfig({ countThreshold }) };
});

interface Trial {
  readonly counted: CountedBenchmarks;
  readonly verdict: Verdict;
  readonly seconds: number;
}

async function trialsOf({ parts, text, config }: (typeof kinds)[number]): Promise<Trial[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counts-trial-'));
  plant(folder, parts);
  const env = { ...process.env, GOFLAGS: '-buildvcs=false', GOWORK: 'off' };
  const checkout = await checkoutAt({ directory: folder, env });
  if (checkout === null) throw new Error('no repository');
  const given = await givenCommand(words, checkout, false);
  const options = { directory: folder, against: 'main', setup: given.setup, run: given.run, env };
  const counter = await counterHere(options);
  const silent = { log: () => undefined };
  const filter = given.filter ?? undefined;
  const bench = await openBench({ ...options, ...silent, filter, maxSeconds: 36_000 });
  const found: Trial[] = [];
  try {
    const { alpha } = config;
    const plan = { counter, work: given.fixed, alpha, threshold: countThresholdOf(config) };
    while (found.length < trials) {
      const start = performance.now();
      const counted = await countSides(bench, { ...plan, ...silent });
      const { rows, warnings, costs: _, ...counts } = counted;
      const verdict = judgeCounts(rows, counts, { warnings, environment: {} }, config);
      found.push({ counted, verdict, seconds: (performance.now() - start) / 1000 });
      console.error(`${text}: ${found.length}: ${verdict.verdict}: ${verdict.headline}`);
    }
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

function line({ parts, text }: (typeof kinds)[number], all: readonly Trial[]): string {
  const rows = all.flatMap(({ verdict }) => verdict.comparisons);
  const runs = all.flatMap(({ counted }) => counted.benchmarks.flatMap((of) => of.base));
  const deltas = rows.flatMap((row) => row.delta ?? []);
  const slower = rows.filter((row) => row.verdict === 'slower').length;
  const first = all.filter(({ verdict }) => /: codec\.appendEscaped \+/.test(verdict.headline));
  const spread = (Math.max(...runs) - Math.min(...runs)) / middle(runs);
  const range = `${signed(Math.min(...deltas))} to ${signed(Math.max(...deltas))}`;
  const each = all.flatMap(({ counted }) => counted.benchmarks.map((of) => of.head.length));
  return [
    parts === 0 ? 'identical' : `${text} parts twice`,
    signed(middle(deltas)),
    range,
    `${slower} of ${all.length}`,
    parts === 0 ? '' : `${first.length} of ${all.length}`,
    percent(spread),
    String(middle(each)),
    `${middle(all.map((of) => of.seconds)).toFixed(0)} s`,
  ].join(' | ');
}

console.log(
  '| | change | from to | slower | function first | spread of the base’s runs | runs a side | seconds |',
);
console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
for (const kind of kinds) console.log(`| ${line(kind, await trialsOf(kind))} |`);
