/** What `init` says of a job: what was found, what is run, and how much of it. */
import { plural } from '../text/numbers.ts';
import type { Job, Sizes } from './job.ts';

export function foundSentences({ found, tool, name, run }: Job): string[] {
  const how = run === null ? 'by the tool that printed it' : `with run: ${run}`;
  return [
    `Found ${found}: ${tool}, the job \`${name}\`.`,
    `  Stored runs of main are memory and screen; what looks slower is measured here, base and head in turn, ${how}`,
  ];
}

/** Rounds that decide anything: stats/spending.ts. */
const leastRounds = 6;

/** `took`: seconds of one run of everything. */
export function sizeSentences(
  { trial }: Job,
  sizes: Sizes,
  { benchmarks, took }: { readonly benchmarks: number; readonly took: number },
): string[] {
  const processes = sizes.passes === 1 ? 'one process' : `${sizes.passes} processes`;
  const samples = trial.repeats ? `${plural(sizes.count, 'sample')} of ` : '';
  const each = trial.seconds === null ? 'the whole suite' : `${sizes.seconds} s a benchmark`;
  const rounds = Math.floor((sizes.maxTime * 60) / (2 * took));
  return [
    `  ${plural(benchmarks, 'benchmark')} in ${took.toFixed(1)} s, so: ${processes} of ${samples}${each}; max-time ${sizes.maxTime}m is ${rounds} rounds of base and head.`,
    ...(rounds < leastRounds
      ? [
          `  Under ${leastRounds} rounds decide nothing: make the suite shorter, or max-time longer.`,
        ]
      : []),
  ];
}
