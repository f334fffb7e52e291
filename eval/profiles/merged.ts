/**
 * What a merged change costs the pull requests after it: the doubled function is in main's newest runs
 * and in the head, not in the runs before. Nothing changed in the head, so every failure is a false alarm.
 *
 *   node eval/profiles/merged.ts [--comparisons N]
 *
 * Twenty functions of about 50 samples each (normal, with 1.5 times the binomial variance), three profiles of the
 * head. The last column has all runs of one commit: then the rule has no newest one to look at.
 */
import { parseArgs } from 'node:util';
import { compareFunctions } from '../../src/compare/functions/compare.ts';
import { adjust } from '../../src/compare/gate/multiplicity.ts';
import { judgeFunction } from '../../src/judge/functions.ts';
import type { FunctionTable, Run } from '../../src/model/run.ts';
import { random } from '../verdict/random.ts';

const { values } = parseArgs({ options: { comparisons: { type: 'string', default: '500' } } });
const comparisons = Number(values.comparisons);
const draws = random(1, 1);

function table(isDoubled: boolean): FunctionTable {
  const functions = Array.from({ length: 20 }, (_, i) => {
    const mean = i === 3 && isDoubled ? 100 : 50;
    const flat = Math.max(0, Math.round(mean + Math.sqrt(1.5 * mean) * draws.normal())) * 1e7;
    return { name: `p.f${i}`, file: 'p.go', line: 1, flat, cum: flat };
  });
  const total = functions.reduce((sum, { flat }) => sum + flat, 0);
  const sampleType = { type: 'cpu', unit: 'nanoseconds' };
  return { source: 'cpu.pprof', sampleType, total, samples: total / 1e7, functions };
}

const run = (commit: string, tables: readonly FunctionTable[]): Run => ({
  ...{ commit, time: '', environment: {}, series: [], tables, warnings: [] },
});

function fails(newest: number, older: number, oneCommit: boolean): boolean {
  const base = Array.from({ length: newest + older }, (_, i) =>
    run(oneCommit ? '' : String(i), [table(i < newest)]),
  );
  const head = run('head', [table(true), table(true), table(true)]);
  const found = compareFunctions([head], base, { alpha: 0.01, floor: 0.02 });
  const gated = { comparison: () => true, function: () => true };
  return adjust([], found, gated)
    .profiles.flatMap(({ functions }) => functions)
    .some((of) => judgeFunction(of, { threshold: 0.02, gated: true }, 0.01).verdict === 'slower');
}

console.log("| newest runs with it, runs before | fails, % | without the newest commit's say |");
console.log('|---|---|---|');
for (const [newest, older] of [
  [1, 5],
  [1, 9],
  [1, 22],
  [2, 22],
  [3, 22],
] as const) {
  const percent = (oneCommit: boolean) => {
    let failed = 0;
    for (let i = 0; i < comparisons; i++) if (fails(newest, older, oneCommit)) failed++;
    return ((100 * failed) / comparisons).toFixed(1);
  };
  console.log(`| ${newest}, ${older} | ${percent(false)} | ${percent(true)} |`);
}
