/**
 * Is the right function named by rounds, and none where none did it? Five benchmarks, all or one of which take 20 % longer, and
 * profiles of twenty functions: shares as they were (everything dearer alike, or waiting), or one function
 * that went from 20 to 35 %. Through the shipped functions, on simulated rounds.
 *
 *   node eval/measure/named.ts [COMPARISONS]     500 of each take a minute
 */
import { roundsVerdict } from '../../src/flow/measure.ts';
import type { FunctionTable, Round, Run, Series } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { type Random, random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';

const seed = 20261128;
const comparisons = Number(process.argv[2] ?? 500);
const config = resolveConfig();
const functions = Array.from({ length: 20 }, (_, i) => `p.f${i}`);
const slower = 1.2;

/** The first function has a share of its own, the others the rest. */
const sharesWith = (first: number): number[] =>
  functions.map((_, i) => (i === 0 ? first : (1 - first) / (functions.length - 1)));

interface Kind {
  /** Of five benchmarks; the others take as long as they did. */
  readonly slower: number;
  readonly rounds: number;
  /** Of a profile. */
  readonly samples: number;
  /** How much a function's share varies from profile to profile, log sd; 0 is binomial. */
  readonly restless: number;
}

function profile(r: Random, shares: readonly number[], of: Kind): FunctionTable {
  const weights = shares.map((share) => share * Math.exp(of.restless * r.normal()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const hits = functions.map(() => 0);
  for (let i = 0; i < of.samples; i++) {
    let left = r.uniform() * all;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    hits[Math.max(0, at)] = (hits[Math.max(0, at)] ?? 0) + 1;
  }
  return {
    source: 'cpu.pprof',
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    total: of.samples,
    samples: of.samples,
    functions: functions
      .map((name, i) => ({ name, file: '', line: 0, flat: hits[i] ?? 0, cum: hits[i] ?? 0 }))
      .filter(({ flat }) => flat > 0),
  };
}

function side(r: Random, shares: readonly number[], seconds: number, of: Kind): Run {
  const series = Array.from(
    { length: 5 },
    (_, b): Series => ({
      ...{ package: 'p', benchmark: `B${b}`, unit: 'sec/op', better: 'lower', exact: false },
      samples: [(b < of.slower ? seconds : 1) * Math.exp(0.01 * r.normal())],
    }),
  );
  const tables = [profile(r, shares, of)];
  return { commit: 'c', time: '', environment: {}, series, tables, warnings: [] };
}

function verdictOf(of: Kind, headShare: number, i: number): Verdict {
  const r = random(seed, i);
  const rounds = Array.from(
    { length: of.rounds },
    (): Round => ({
      base: side(r, sharesWith(0.2), 1, of),
      head: side(r, sharesWith(headShare), slower, of),
    }),
  );
  const use = { repeated: 0, seed: 0, base: 'b', machine: [], warnings: [], baseIsHead: false };
  return roundsVerdict({ ...use, rounds }, looks(config.maxRounds), config);
}

const named = ({ headline }: Verdict): string | undefined =>
  /(?<!perhaps )because of (\S+?)[ ,]/.exec(headline)?.[1];
const perhaps = ({ headline }: Verdict): string =>
  /perhaps because of (.*), in \d+ rounds/.exec(headline)?.[1] ?? '';
/** What was enough before: heavier by the threshold, with p under .05 for itself alone. */
const wouldBe = (of: Verdict): boolean =>
  of.functions.some((row) => row.adjustedDelta >= row.threshold && (row.p ?? 1) < 0.05);

const rate = (all: readonly Verdict[], is: (of: Verdict) => boolean): string =>
  `${((100 * all.filter(is).length) / all.length).toFixed(1)} %`;

function row(of: Kind): string[] {
  const all = (share: number) =>
    Array.from({ length: comparisons }, (_, i) => verdictOf(of, share, i));
  const [alike, risen] = [all(0.2), all(0.35)];
  return [
    `${of.rounds} x ${of.samples}`,
    of.restless === 0 ? 'binomial' : `varies by ${100 * of.restless} %`,
    `${of.slower} of 5`,
    rate(alike, (verdict) => named(verdict) !== undefined),
    rate(alike, wouldBe),
    rate(risen, (verdict) => named(verdict) === functions[0]),
    rate(risen, (verdict) => ![undefined, functions[0]].includes(named(verdict))),
    rate(risen, (verdict) => new RegExp(`\\b${functions[0]}\\b`).test(perhaps(verdict))),
    rate(alike, (verdict) => perhaps(verdict) !== ''),
  ];
}

const sizes = [
  [20, 22],
  [8, 22],
  [8, 100],
  [20, 100],
  [8, 400],
] as const;
console.log(
  table(
    [
      'rounds x samples',
      'shares',
      'slower',
      'none did it: named',
      'p < .05 alone',
      'right',
      'wrong',
      'right among three',
      'none did it: three',
    ],
    sizes.flatMap(([rounds, samples]) =>
      [5, 1].flatMap((slower) =>
        [0, 0.5].map((restless) => row({ rounds, samples, restless, slower })),
      ),
    ),
  ),
);
